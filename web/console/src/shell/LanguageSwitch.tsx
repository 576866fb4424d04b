import type { Language } from '@fourfold/i18n';
import { Segmented } from 'antd';
import { useI18n } from '../i18n.ts';
import { languageNames } from '../messages/languages.ts';

export function LanguageSwitch() {
  const { language, setLanguage, t } = useI18n();
  return (
    <Segmented<Language>
      aria-label={t('shell.language')}
      value={language}
      options={languageNames}
      onChange={setLanguage}
    />
  );
}
