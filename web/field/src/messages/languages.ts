import type { Language } from '@fourfold/i18n';

/** Each in its own language, whatever the interface's is. */
export const languageNames: Record<Language, string> = { zh: '中文', en: 'EN' };
