import { common, coordinate, createI18n, problems, reasons } from '@fourfold/i18n';
import { cases as casesEn } from './messages/en/cases.ts';
import { formCare as formCareEn } from './messages/en/formCare.ts';
import { formItems as formItemsEn } from './messages/en/formItems.ts';
import { forms as formsEn } from './messages/en/forms.ts';
import { grids as gridsEn } from './messages/en/grids.ts';
import { ledgers as ledgersEn } from './messages/en/ledgers.ts';
import { notices as noticesEn } from './messages/en/notices.ts';
import { patrols as patrolsEn } from './messages/en/patrols.ts';
import { sea as seaEn } from './messages/en/sea.ts';
import { settings as settingsEn } from './messages/en/settings.ts';
import { shell as shellEn } from './messages/en/shell.ts';
import { cases as casesZh } from './messages/zh/cases.ts';
import { formCare as formCareZh } from './messages/zh/formCare.ts';
import { formItems as formItemsZh } from './messages/zh/formItems.ts';
import { forms as formsZh } from './messages/zh/forms.ts';
import { grids as gridsZh } from './messages/zh/grids.ts';
import { ledgers as ledgersZh } from './messages/zh/ledgers.ts';
import { notices as noticesZh } from './messages/zh/notices.ts';
import { patrols as patrolsZh } from './messages/zh/patrols.ts';
import { sea as seaZh } from './messages/zh/sea.ts';
import { settings as settingsZh } from './messages/zh/settings.ts';
import { shell as shellZh } from './messages/zh/shell.ts';

/** Every text of the console. A new page adds its two files here. */
export const catalogues = {
  zh: {
    ...common.zh,
    ...problems.zh,
    ...shellZh,
    ...seaZh,
    ...settingsZh,
    ...coordinate.zh,
    ...casesZh,
    ...gridsZh,
    ...patrolsZh,
    ...noticesZh,
    ...ledgersZh,
    ...formsZh,
    ...formItemsZh,
    ...formCareZh,
    ...reasons.zh,
  },
  en: {
    ...common.en,
    ...problems.en,
    ...shellEn,
    ...seaEn,
    ...settingsEn,
    ...coordinate.en,
    ...casesEn,
    ...gridsEn,
    ...patrolsEn,
    ...noticesEn,
    ...ledgersEn,
    ...formsEn,
    ...formItemsEn,
    ...formCareEn,
    ...reasons.en,
  },
};

export type MessageKey = keyof typeof catalogues.zh;

/** A key put together from data: the message if there is one, else null. */
export function known(key: string): MessageKey | null {
  return key in catalogues.zh ? (key as MessageKey) : null;
}

export const { I18nProvider, useI18n } = createI18n(catalogues);
