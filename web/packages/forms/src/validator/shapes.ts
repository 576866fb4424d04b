import type { Script } from './evaluate.ts';

/** The part of JSON Schema that `serve/Forms/Schema/FormSchema.cs` writes, as far as this package reads it. */
export interface FormSchema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, FormSchema | boolean>>;
  readonly items?: FormSchema;
  readonly allOf?: readonly FormSchema[];
  readonly 'x-fourfold-expression'?: readonly Rule[];
  readonly [keyword: string]: unknown;
}

/** What no schema can say: an item of `x-fourfold-expression`. */
export type Rule =
  | {
      readonly rule: 'relevant';
      readonly fields: string[];
      readonly required: string[];
      readonly test: Script;
      /** The schema's own keywords tell what is wrong; this only says what to show. */
      readonly onlyCompute?: boolean;
    }
  | { readonly rule: 'constraint'; readonly field: string; readonly test: Script }
  | {
      readonly rule: 'calculate';
      readonly field: string;
      readonly test: Script;
      readonly type: string;
      readonly onlyCompute?: boolean;
    }
  | {
      readonly rule: 'filter';
      readonly field: string;
      readonly test: Script;
      readonly choices: Readonly<Record<string, Readonly<Record<string, string>>>>;
    };

/** One thing wrong with a submission. */
export interface FormError {
  /** JSON pointer into the submission. */
  readonly path: string;
  /** The web has its sentence in `form.error.CODE`. */
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}
