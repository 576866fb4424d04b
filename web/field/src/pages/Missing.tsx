import { StateCard } from '@fourfold/ui';
import { useI18n } from '../i18n.ts';
import type { Shown } from '../phone/context.tsx';
import { useDraft } from '../phone/drafts.ts';
import { BigButton } from '../pieces/BigButton.tsx';
import { Screen } from '../pieces/Screen.tsx';
import { go } from '../router.ts';
import { useWords } from '../words.ts';

/** A link to a work order that this phone does not have. */
export function Missing() {
  const { t } = useI18n();
  return (
    <Screen title={t('page.order')} backable>
      <StateCard icon="search" title={t('page.missing')}>
        {t('page.missingHint')}
      </StateCard>
    </Screen>
  );
}

/** The part of the app that this page needs did not come, and is not on the phone yet. */
export function NotKept() {
  const { t } = useI18n();
  return (
    <Screen title={t('page.forms')} backable>
      <StateCard icon="cloudOff" title={t('forms.notKept')}>
        {t('forms.notKeptHint')}
      </StateCard>
    </Screen>
  );
}

/** A form of a work order that is over, by us or by somebody else meanwhile; what was half written is not hidden. */
export function Over({ shown, page }: { shown: Shown; page: string }) {
  const { t } = useI18n();
  const words = useWords();
  const { note } = useDraft(page).value;
  return (
    <Screen
      title={words.title(shown.order)}
      backable
      actions={
        <BigButton look="main" onClick={() => go({ page: 'order', id: shown.order.id }, true)}>
          {t('order.open')}
        </BigButton>
      }
    >
      <StateCard icon="check" title={t('page.over', { state: t(`workOrder.state.${shown.order.state}`) })}>
        {note ? t('page.overHint') : null}
      </StateCard>
      {note ? <p className="card">{note}</p> : null}
    </Screen>
  );
}
