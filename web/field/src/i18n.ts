import { common, coordinate, createI18n, fill, reasons } from '@fourfold/i18n';
import { area as areaEn } from './messages/en/area.ts';
import { field as fieldEn } from './messages/en/field.ts';
import { forms as formsEn } from './messages/en/forms.ts';
import { inbox as inboxEn } from './messages/en/inbox.ts';
import { news as newsEn } from './messages/en/news.ts';
import { plan as planEn } from './messages/en/plan.ts';
import { tell as tellEn } from './messages/en/tell.ts';
import { area as areaZh } from './messages/zh/area.ts';
import { field as fieldZh } from './messages/zh/field.ts';
import { forms as formsZh } from './messages/zh/forms.ts';
import { inbox as inboxZh } from './messages/zh/inbox.ts';
import { news as newsZh } from './messages/zh/news.ts';
import { plan as planZh } from './messages/zh/plan.ts';
import { tell as tellZh } from './messages/zh/tell.ts';

const zh = { ...fieldZh, ...formsZh, ...tellZh, ...areaZh, ...newsZh, ...inboxZh, ...planZh };
const en = { ...fieldEn, ...formsEn, ...tellEn, ...areaEn, ...newsEn, ...inboxEn, ...planEn };

/** Every text of the field app. */
export const catalogues = {
  zh: { ...common.zh, ...coordinate.zh, ...reasons.zh, ...zh },
  en: { ...common.en, ...coordinate.en, ...reasons.en, ...en },
};

export type MessageKey = keyof typeof catalogues.zh;
export const { I18nProvider, useI18n } = createI18n(catalogues);

/** A message whose key comes from the server's data; the code itself when there is no words for it yet. */
export function useCode(): (prefix: string, code: string, values?: Record<string, string | number>) => string {
  const { language } = useI18n();
  const messages: Readonly<Record<string, (typeof catalogues.zh)[MessageKey] | undefined>> = catalogues[
    language
  ] as never;
  return (prefix, code, values = {}) => {
    const message = messages[`${prefix}.${code}`];
    return message === undefined ? code : fill(language, message, values);
  };
}

/** What went wrong, as a sentence. */
export function useProblem(): (problem: { code: string; parameters?: Record<string, unknown> | null }) => string {
  const { t } = useI18n();
  const code = useCode();
  return (problem) => {
    const values = Object.fromEntries(
      Object.entries(problem.parameters ?? {}).map(([name, value]) => [name, String(value ?? '')]),
    );
    if (values.state) values.state = code('workOrder.state', values.state);
    const text = code('problem', problem.code, values);
    return text === problem.code ? t('problem.unknown', { code: problem.code }) : text;
  };
}
