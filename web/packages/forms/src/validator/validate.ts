import { type OutputUnit, Validator } from '@cfworker/json-schema';
import { eachObject, ruleErrors } from './rules.ts';
import type { FormError, FormSchema } from './shapes.ts';

/** Most errors told of one submission. */
export const mostErrors = 200;

/** Keywords that only say that something below them failed. */
const framing = new Set([
  'properties',
  'additionalProperties',
  'items',
  'prefixItems',
  'if',
  'allOf',
  'anyOf',
  'not',
  '$ref',
]);

/** JSON Schema's keyword → our code and the keyword that holds the limit. */
const codes: Readonly<Record<string, string>> = {
  type: 'type',
  enum: 'choice',
  pattern: 'pattern',
  format: 'format',
  minLength: 'too-short',
  maxLength: 'too-long',
  minimum: 'too-small',
  exclusiveMinimum: 'too-small',
  maximum: 'too-large',
  exclusiveMaximum: 'too-large',
  minItems: 'too-few',
  maxItems: 'too-many',
  uniqueItems: 'duplicate',
};

/** A validator of one version of a form; keep it, it is made once. */
export type FormValidator = (answers: unknown, now: string) => FormError[];

/**
 * What is wrong with a submission: by the schema, then by the rules no schema can say; empty when nothing is.
 * Works where scripts may not make scripts (a strict content policy), and so interprets instead of compiling.
 * @param schema as the server compiled it
 */
export function validatorOf(schema: FormSchema): FormValidator {
  const validator = new Validator(schema as ConstructorParameters<typeof Validator>[0], '2020-12', false);
  return (given, now) => {
    // A screen holds fields that are undefined; what is sent does not.
    const answers: unknown = JSON.parse(JSON.stringify(given ?? null));
    const found = new Map<string, FormError>();
    const add = (error: FormError) => {
      if (found.size < mostErrors) found.set(`${error.path} ${error.code}`, error);
    };
    for (const unit of validator.validate(answers).errors) {
      const error = fromUnit(unit, schema);
      if (error !== undefined) add(error);
    }
    eachObject(schema, answers, (part, place) => {
      for (const error of ruleErrors(part, place, now)) add(error);
    });
    return [...found.values()].sort((a, b) => compare(a.path, b.path) || compare(a.code, b.code));
  };
}

function fromUnit(unit: OutputUnit, schema: FormSchema): FormError | undefined {
  if (framing.has(unit.keyword)) return undefined;
  const path = unit.instanceLocation.replace(/^#/, '');
  if (unit.keyword === 'required') {
    const name = /"([^"]+)"/.exec(unit.error)?.[1] ?? '';
    return { path: `${path}/${name}`, code: 'required', params: {} };
  }
  if (unit.keyword === 'false') {
    return { path, code: schemaAt(schema, path) === undefined ? 'unknown-field' : 'irrelevant', params: {} };
  }
  const limit = limitOf(schemaAt(schema, path), unit.keyword);
  const named: FormError['params'] = typeof limit === 'number' ? { limit } : {};
  return { path, code: codes[unit.keyword] ?? 'type', params: named };
}

function limitOf(schema: FormSchema | undefined, keyword: string): unknown {
  // A constraint's bound is narrower than the type's own.
  for (const part of schema?.allOf ?? []) if (part[keyword] !== undefined) return part[keyword];
  return schema?.[keyword];
}

function schemaAt(schema: FormSchema, path: string): FormSchema | undefined {
  let at: FormSchema | undefined = schema;
  for (const step of path.split('/').slice(1)) {
    const next: FormSchema | boolean | undefined = at?.items ?? at?.properties?.[step];
    at = typeof next === 'object' ? next : undefined;
  }
  return at;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
