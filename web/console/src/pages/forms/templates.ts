import type { FormItem, FormSpec, FormText } from '@fourfold/forms';
import { catalogues, type MessageKey } from '../../i18n.ts';

export const templateNames = ['blank', 'visit', 'check'] as const;
export type TemplateName = (typeof templateNames)[number];

type Key<Prefix extends string> = Extract<MessageKey, `${Prefix}.${string}`>;

const both = (key: Key<'template'>): FormText => ({ zh: catalogues.zh[key], en: catalogues.en[key] as string });

const about = { purpose: both('template.purpose'), legalBasis: 'statutoryDuty', retentionDays: 730 } as const;
const ref = (code: string) => `\${${code}}`;

const blank = (): Pick<FormSpec, 'items' | 'choiceLists'> => ({
  items: [{ code: 'q', type: 'text', label: { zh: '', en: '' } }],
  choiceLists: {},
});

function visit(): Pick<FormSpec, 'items' | 'choiceLists'> {
  const items: FormItem[] = [
    { code: 'about', type: 'note', label: both('template.visit.about') },
    {
      ...{ code: 'visited_on', type: 'date', label: both('template.visit.date'), required: true },
      ...{ constraint: '. <= today()', constraintMessage: both('template.notLater') },
    },
    { code: 'met', type: 'choice', label: both('template.visit.met'), required: true, choices: 'met' },
    {
      ...{ code: 'house_number', type: 'text', label: both('template.visit.house'), required: true, maxLength: 60 },
      personal: { sensitivity: 'personal', ...about },
    },
    {
      ...{ code: 'residents', type: 'integer', label: both('template.visit.residents'), required: true },
      ...{ relevant: `${ref('met')} = 'yes'`, constraint: '. >= 0 and . <= 60' },
      constraintMessage: both('template.visit.residentsRange'),
    },
    {
      ...{ code: 'hazards', type: 'repeat', label: both('template.visit.hazard'), maxRounds: 10 },
      items: [
        { code: 'hazard', type: 'text', label: both('template.visit.hazardWhat'), required: true, maxLength: 200 },
        { code: 'hazard_photo', type: 'photo', label: both('template.photo') },
      ],
    },
    { code: 'next_visit', type: 'date', label: both('template.visit.next'), constraint: '. > today()' },
  ];
  const met = [
    { code: 'yes', label: both('template.visit.metYes') },
    { code: 'no', label: both('template.visit.metNo') },
  ];
  return { items, choiceLists: { met } };
}

function check(): Pick<FormSpec, 'items' | 'choiceLists'> {
  const bad = `${ref('result')} = 'problem'`;
  const items: FormItem[] = [
    { code: 'place', type: 'text', label: both('template.check.place'), required: true, maxLength: 100 },
    { code: 'position', type: 'position', label: both('template.check.position') },
    { code: 'result', type: 'choice', label: both('template.check.result'), required: true, choices: 'result' },
    { code: 'problem', type: 'text', label: both('template.check.problem'), required: true, relevant: bad },
    { code: 'photo', type: 'photo', label: both('template.photo'), required: true, relevant: bad },
  ];
  const result = [
    { code: 'fine', label: both('template.check.fine') },
    { code: 'problem', label: both('template.check.bad') },
  ];
  return { items, choiceLists: { result } };
}

const makers = { blank, visit, check };

/** A form to begin from. */
export const fromTemplate = (name: TemplateName, code: string, title: FormText): FormSpec => ({
  code,
  version: 1,
  title,
  emergencyOnly: false,
  ...makers[name](),
});
