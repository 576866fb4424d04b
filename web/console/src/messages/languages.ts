import type { Language } from '@fourfold/i18n';

/** Each in its own language, whatever the interface's is. */
export const languageNames: { value: Language; label: string }[] = [
  { value: 'zh', label: '中文' },
  { value: 'en', label: 'EN' },
];
