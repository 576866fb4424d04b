import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { type Format, format } from './format.ts';
import { recallLanguage, rememberLanguage } from './remembered.ts';
import { type Catalogue, type Language, type Translate, type Translation, translator } from './translate.ts';

export interface I18n<C extends Catalogue> {
  language: Language;
  setLanguage(language: Language): void;
  t: Translate<C>;
  format: Format;
}

/** One entry's provider and hook, typed by its catalogue. */
export function createI18n<C extends Catalogue>(catalogues: { zh: C; en: Translation<C> }) {
  const Context = createContext<I18n<C> | null>(null);

  function I18nProvider({ children }: { children: ReactNode }) {
    const [language, setLanguage] = useState(recallLanguage);
    useEffect(() => {
      document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
      rememberLanguage(language);
    }, [language]);
    const value = useMemo<I18n<C>>(
      () => ({ language, setLanguage, t: translator(language, catalogues), format: format(language) }),
      [language],
    );
    return <Context value={value}>{children}</Context>;
  }

  function useI18n(): I18n<C> {
    const value = useContext(Context);
    if (!value) throw new Error('useI18n outside its provider');
    return value;
  }

  return { I18nProvider, useI18n };
}
