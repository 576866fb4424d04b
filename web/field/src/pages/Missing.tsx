import { StateCard } from '@fourfold/ui';
import { useI18n } from '../i18n.ts';
import { Screen } from '../pieces/Screen.tsx';

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
