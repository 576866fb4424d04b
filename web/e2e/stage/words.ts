import { common, coordinate, fill, type Language, type Message, problems } from '@fourfold/i18n';
import { cases as casesEn } from '../../console/src/messages/en/cases.ts';
import { formCare as formCareEn } from '../../console/src/messages/en/formCare.ts';
import { formItems as formItemsEn } from '../../console/src/messages/en/formItems.ts';
import { forms as formsEn } from '../../console/src/messages/en/forms.ts';
import { grids as gridsEn } from '../../console/src/messages/en/grids.ts';
import { ledgers as ledgersEn } from '../../console/src/messages/en/ledgers.ts';
import { notices as noticesEn } from '../../console/src/messages/en/notices.ts';
import { patrols as patrolsEn } from '../../console/src/messages/en/patrols.ts';
import { sea as seaEn } from '../../console/src/messages/en/sea.ts';
import { settings as settingsEn } from '../../console/src/messages/en/settings.ts';
import { shell as shellEn } from '../../console/src/messages/en/shell.ts';
import { cases as casesZh } from '../../console/src/messages/zh/cases.ts';
import { formCare as formCareZh } from '../../console/src/messages/zh/formCare.ts';
import { formItems as formItemsZh } from '../../console/src/messages/zh/formItems.ts';
import { forms as formsZh } from '../../console/src/messages/zh/forms.ts';
import { grids as gridsZh } from '../../console/src/messages/zh/grids.ts';
import { ledgers as ledgersZh } from '../../console/src/messages/zh/ledgers.ts';
import { notices as noticesZh } from '../../console/src/messages/zh/notices.ts';
import { patrols as patrolsZh } from '../../console/src/messages/zh/patrols.ts';
import { sea as seaZh } from '../../console/src/messages/zh/sea.ts';
import { settings as settingsZh } from '../../console/src/messages/zh/settings.ts';
import { shell as shellZh } from '../../console/src/messages/zh/shell.ts';
import { area as areaEn } from '../../field/src/messages/en/area.ts';
import { field as fieldEn } from '../../field/src/messages/en/field.ts';
import { forms as fieldFormsEn } from '../../field/src/messages/en/forms.ts';
import { inbox as inboxEn } from '../../field/src/messages/en/inbox.ts';
import { news as newsEn } from '../../field/src/messages/en/news.ts';
import { plan as planEn } from '../../field/src/messages/en/plan.ts';
import { tell as tellEn } from '../../field/src/messages/en/tell.ts';
import { area as areaZh } from '../../field/src/messages/zh/area.ts';
import { field as fieldZh } from '../../field/src/messages/zh/field.ts';
import { forms as fieldFormsZh } from '../../field/src/messages/zh/forms.ts';
import { inbox as inboxZh } from '../../field/src/messages/zh/inbox.ts';
import { news as newsZh } from '../../field/src/messages/zh/news.ts';
import { plan as planZh } from '../../field/src/messages/zh/plan.ts';
import { tell as tellZh } from '../../field/src/messages/zh/tell.ts';

const desk = {
  zh: {
    ...common.zh,
    ...problems.zh,
    ...shellZh,
    ...settingsZh,
    ...seaZh,
    ...coordinate.zh,
    ...casesZh,
    ...gridsZh,
    ...formsZh,
    ...formItemsZh,
    ...formCareZh,
    ...patrolsZh,
    ...noticesZh,
    ...ledgersZh,
  },
  en: {
    ...common.en,
    ...problems.en,
    ...shellEn,
    ...settingsEn,
    ...seaEn,
    ...coordinate.en,
    ...casesEn,
    ...gridsEn,
    ...formsEn,
    ...formItemsEn,
    ...formCareEn,
    ...patrolsEn,
    ...noticesEn,
    ...ledgersEn,
  },
};
const phone = {
  zh: {
    ...common.zh,
    ...coordinate.zh,
    ...fieldZh,
    ...fieldFormsZh,
    ...tellZh,
    ...areaZh,
    ...newsZh,
    ...inboxZh,
    ...planZh,
  },
  en: {
    ...common.en,
    ...coordinate.en,
    ...fieldEn,
    ...fieldFormsEn,
    ...tellEn,
    ...areaEn,
    ...newsEn,
    ...inboxEn,
    ...planEn,
  },
};

type Values = Record<string, string | number>;

/** The texts people look for, from the same files the pages take them from: a journey survives a change of wording. */
export class Words {
  readonly language: Language;

  constructor(language: Language) {
    this.language = language;
  }

  desk(key: keyof typeof desk.zh, values: Values = {}): string {
    return fill(this.language, desk[this.language][key] as Message, values);
  }

  phone(key: keyof typeof phone.zh, values: Values = {}): string {
    return fill(this.language, phone[this.language][key] as Message, values);
  }
}
