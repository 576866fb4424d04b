import { App } from 'antd';
import { useMemo } from 'react';
import { useProblemText } from '../../data/problems.ts';
import { useI18n } from '../../i18n.ts';

/** Says that a change was done, or why not. */
export function useFeedback() {
  const { t } = useI18n();
  const { message } = App.useApp();
  const problemText = useProblemText();
  return useMemo(
    () => ({
      saved: () => void message.success(t('settings.saved')),
      deleted: () => void message.success(t('settings.deleted')),
      failed: (error: unknown) => void message.error(problemText(error)),
    }),
    [message, t, problemText],
  );
}
