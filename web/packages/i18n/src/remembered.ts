import { type Language, languages } from './translate.ts';

const key = 'fourfold.language';

/** The language chosen last on this device, Chinese at first; also where the browser keeps nothing. */
export function recallLanguage(): Language {
  const [first] = languages;
  try {
    const stored = localStorage.getItem(key);
    return languages.find((language) => language === stored) ?? first;
  } catch {
    return first;
  }
}

export function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(key, language);
  } catch {
    // It is asked for again the next time; a page that says why is better than none.
  }
}
