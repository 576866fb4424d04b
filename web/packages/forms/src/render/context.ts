import { type Format, fill, format, type Language, type Translate, translator } from '@fourfold/i18n';
import { createContext, useContext, useMemo } from 'react';
import type { Looked } from '../filling/look.ts';
import { filling as en } from '../messages/en/filling.ts';
import { filling as zh } from '../messages/zh/filling.ts';
import type { FormItem, FormSpec, FormText } from '../spec.ts';
import type { FormError } from '../validator/shapes.ts';

/** Where the phone is, as the answer of a position field. */
export interface Place {
  latitude: number;
  longitude: number;
  altitudeMetres?: number;
  accuracyMetres?: number;
}

/** What a form needs of the program it is filled in. */
export interface Host {
  /** Keeps a picture or video of a field. @returns the name that becomes the answer, or why not, as a sentence */
  keep(file: File, kind: 'photo' | 'video', isSensitive: boolean): Promise<{ name: string } | { wrong: string }>;
  /** What was kept under a name; undefined when it is not here any more. */
  recall(name: string): Promise<Blob | undefined>;
  /** Forgets what is no longer an answer. */
  forget(name: string): void;
  /** null when there is no position to be had. */
  locate(): Promise<Place | null>;
}

/** What every part of a form that is being filled knows. */
export interface Filling {
  readonly spec: FormSpec;
  readonly language: Language;
  readonly looked: Looked;
  readonly host: Host;
  /** Begins every id of this form on the page. */
  readonly prefix: string;
  /** Faults of what was not touched yet are shown as well. */
  readonly showAll: boolean;
  readonly touched: ReadonlySet<string>;
  touch(path: string): void;
  answer(path: string, answer: unknown): void;
}

export const FillingContext = createContext<Filling | null>(null);

export function useFilling(): Filling {
  const filling = useContext(FillingContext);
  if (!filling) throw new Error('useFilling outside a form');
  return filling;
}

/** Codes of a fault that the form's own sentence about its condition explains better. */
const ofConstraint = new Set(['constraint', 'too-small', 'too-large', 'too-short', 'pattern']);

export interface FormWords {
  t: Translate<typeof zh>;
  format: Format;
  /** The form's own text in the language of the page, or in the other when that is all there is. */
  say(text: FormText | null | undefined): string;
  fault(error: FormError, item: FormItem): string;
}

/** The words of a form in one language. */
export function formWords(language: Language): FormWords {
  const t = translator(language, { zh, en });
  const messages: Readonly<Record<string, string>> = (language === 'zh' ? zh : en) as never;
  const say = (text: FormText | null | undefined) =>
    text ? text[language].trim() || text[language === 'zh' ? 'en' : 'zh'] : '';
  return {
    t,
    format: format(language),
    say,
    fault: (error, item) => {
      if (item.constraint && item.constraintMessage && ofConstraint.has(error.code)) return say(item.constraintMessage);
      return fill(language, messages[`form.error.${error.code}`] ?? error.code, error.params);
    },
  };
}

export function useFormWords(): FormWords {
  const { language } = useFilling();
  return useMemo(() => formWords(language), [language]);
}

/** The id of a field's frame: a fault leads there. */
export const idOf = (prefix: string, path: string): string => `${prefix}${path.replaceAll('/', '-')}`;
