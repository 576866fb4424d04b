/** A form as `serve/Forms/FormSpec.cs` writes it; what each member means stands in docs/reference/forms.md. */
export interface FormSpec {
  readonly code: string;
  readonly version: number;
  readonly title: FormText;
  readonly emergencyOnly?: boolean;
  readonly assessmentNumber?: string | null;
  readonly items: readonly FormItem[];
  readonly choiceLists: Readonly<Record<string, readonly FormChoice[]>>;
}

export interface FormText {
  readonly zh: string;
  readonly en: string;
}

export const itemTypes = [
  'text',
  'integer',
  'decimal',
  'boolean',
  'date',
  'time',
  'dateTime',
  'choice',
  'multiChoice',
  'photo',
  'video',
  'position',
  'note',
  'group',
  'repeat',
] as const;
export type FormItemType = (typeof itemTypes)[number];

export interface FormItem {
  readonly code: string;
  readonly type: FormItemType;
  readonly label: FormText;
  readonly hint?: FormText | null;
  readonly relevant?: string | null;
  readonly constraint?: string | null;
  readonly constraintMessage?: FormText | null;
  readonly required?: boolean;
  readonly readOnly?: boolean;
  readonly calculate?: string | null;
  readonly default?: unknown;
  readonly choices?: string | null;
  readonly choiceFilter?: string | null;
  readonly maxLength?: number | null;
  readonly minRounds?: number | null;
  readonly maxRounds?: number | null;
  readonly personal?: PersonalData | null;
  readonly items?: readonly FormItem[];
}

export interface FormChoice {
  readonly code: string;
  readonly label: FormText;
  readonly attributes?: Readonly<Record<string, string>>;
}

export const sensitivities = ['none', 'personal', 'sensitive'] as const;
export type Sensitivity = (typeof sensitivities)[number];

export const legalBases = [
  'consent',
  'contract',
  'statutoryDuty',
  'publicHealthEmergency',
  'publicInterestReporting',
] as const;
export type LegalBasis = (typeof legalBases)[number];

export interface PersonalData {
  readonly sensitivity: Sensitivity;
  readonly purpose?: FormText | null;
  readonly legalBasis?: LegalBasis | null;
  readonly retentionDays?: number | null;
}

/** One thing wrong with a form, as the server's checker tells it. */
export interface FormFault {
  /** JSON pointer into the form, or `sheet!A1` in a workbook. */
  readonly path: string;
  /** The web has its sentence in `form.fault.CODE`. */
  readonly code: string;
  /** Place in an expression, from 1; 0 when it is not about one. */
  readonly column?: number;
  readonly detail?: string | null;
}

/** Rounds of a repeat when the form says nothing (`FormLimits.Rounds`). */
export const mostRounds = 200;
/** Characters of a text answer when the form says nothing (`FormLimits.TextLength`). */
export const mostCharacters = 2000;

export const holdsItems = ({ type }: FormItem): boolean => type === 'group' || type === 'repeat';
export const hasAnswer = ({ type }: FormItem): boolean => type !== 'group' && type !== 'note';
