import { isProblem } from '@fourfold/api';
import { StateCard } from '@fourfold/ui';
import { Button } from 'antd';
import { useProblemText } from '../../../data/problems.ts';
import { useI18n } from '../../../i18n.ts';
import { link } from '../../../router.ts';

/** Why a form does not open for changing, and the way back: who is below its area fills it and does not change it. */
export function NotOpened({ error, onRetry }: { error: unknown; onRetry(): void }) {
  const { t } = useI18n();
  const problemText = useProblemText();
  const back = (
    <Button key="back" {...link('/forms')}>
      {t('forms.back')}
    </Button>
  );
  if (isProblem(error, 'area.outside'))
    return (
      <StateCard icon="lock" title={t('forms.notYours')} actions={back}>
        {t('forms.notYoursHint')}
      </StateCard>
    );
  if (isProblem(error) && (error.status === 403 || error.status === 404))
    return (
      <StateCard icon="lock" title={problemText(error)} actions={back}>
        {t('forms.goneHint')}
      </StateCard>
    );
  const retry = (
    <Button key="retry" type="primary" onClick={onRetry}>
      {t('verb.retry')}
    </Button>
  );
  return (
    <StateCard icon="warning" tone="l2" title={t('forms.error')} actions={[retry, back]}>
      {problemText(error)}
    </StateCard>
  );
}
