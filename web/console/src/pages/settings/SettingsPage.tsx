import { StateCard } from '@fourfold/ui';
import { useI18n } from '../../i18n.ts';

export default function SettingsPage() {
  const { t } = useI18n();
  return <StateCard icon="gear" title={t('settings.none')} />;
}
