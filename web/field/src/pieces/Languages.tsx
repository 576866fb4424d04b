import { languages } from '@fourfold/i18n';
import { useI18n } from '../i18n.ts';
import { languageNames } from '../messages/languages.ts';

/** Chinese or English, each by its own name. */
export function Languages() {
  const { t, language, setLanguage } = useI18n();
  return (
    <fieldset className="languages">
      <legend className="visually-hidden">{t('me.language')}</legend>
      {languages.map((candidate) => (
        <button
          type="button"
          key={candidate}
          lang={candidate === 'zh' ? 'zh-CN' : 'en'}
          aria-pressed={candidate === language}
          onClick={() => setLanguage(candidate)}
        >
          {languageNames[candidate]}
        </button>
      ))}
    </fieldset>
  );
}
