import { common, createI18n } from '@fourfold/i18n';
import { shell as shellEn } from './messages/en/shell.ts';
import { shell as shellZh } from './messages/zh/shell.ts';

/** Every text of the console. A new page adds its two files here. */
export const catalogues = {
  zh: { ...common.zh, ...shellZh },
  en: { ...common.en, ...shellEn },
};

export const { I18nProvider, useI18n } = createI18n(catalogues);
