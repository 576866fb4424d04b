import { type Answers, asAnswer, evaluate, instantOf, isEmpty, type Script, type Surroundings } from './evaluate.ts';
import type { FormError, FormSchema, Rule } from './shapes.ts';

const keyword = 'x-fourfold-expression';

export interface Place {
  readonly scopes: readonly Answers[];
  readonly names: readonly ReadonlySet<string>[];
  readonly path: string;
}

/** Errors of one object by its own rules; `around` names the objects it lies in. */
export function ruleErrors(schema: FormSchema, place: Place, now: string): FormError[] {
  const answers = place.scopes[0] ?? {};
  const errors: FormError[] = [];
  const value = (test: Script, more?: Partial<Surroundings>) => evaluate(test, { ...place, now, ...more });
  const add = (field: string, code: string) => errors.push({ path: `${place.path}/${field}`, code, params: {} });
  for (const rule of schema[keyword] ?? []) {
    if (rule.rule === 'relevant') {
      if (rule.onlyCompute === true) continue;
      const asked = value(rule.test) === true;
      if (!asked) for (const field of rule.fields) if (Object.hasOwn(answers, field)) add(field, 'irrelevant');
      if (asked) for (const field of rule.required) if (!Object.hasOwn(answers, field)) add(field, 'required');
      continue;
    }
    const answer = answers[rule.field];
    if (isEmpty(answer)) continue;
    if (rule.rule === 'constraint' && value(rule.test, { self: answer }) !== true) add(rule.field, 'constraint');
    if (rule.rule === 'filter' && !isOffered(rule, answer, value)) add(rule.field, 'choice');
    if (rule.rule === 'calculate' && rule.onlyCompute !== true) {
      if (!isSame(asAnswer(value(rule.test), rule.type), answer)) add(rule.field, 'calculated');
    }
  }
  return errors;
}

/** Visits the submission and every round of its repeats. */
export function eachObject(
  schema: FormSchema,
  answers: unknown,
  visit: (schema: FormSchema, place: Place) => void,
): void {
  const walk = (at: FormSchema, value: unknown, above: Place): void => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
    const place = {
      scopes: [value as Answers, ...above.scopes],
      names: [namesOf(at), ...above.names],
      path: above.path,
    };
    visit(at, place);
    for (const [name, property] of Object.entries(at.properties ?? {})) {
      const rounds = (value as Answers)[name];
      if (typeof property === 'boolean' || property.items?.properties === undefined || !Array.isArray(rounds)) continue;
      const items = property.items;
      rounds.forEach((round, index) => {
        walk(items, round, { ...place, path: `${place.path}/${name}/${index}` });
      });
    }
  };
  walk(schema, answers, { scopes: [], names: [], path: '' });
}

export const rulesOf = (schema: FormSchema): readonly Rule[] => schema[keyword] ?? [];

const known = new WeakMap<FormSchema, ReadonlySet<string>>();

function namesOf(schema: FormSchema): ReadonlySet<string> {
  const names = known.get(schema) ?? new Set(Object.keys(schema.properties ?? {}));
  known.set(schema, names);
  return names;
}

function isOffered(
  rule: Extract<Rule, { rule: 'filter' }>,
  answer: unknown,
  value: (test: Script, more: Partial<Surroundings>) => unknown,
): boolean {
  const codes = Array.isArray(answer) ? answer : [answer];
  return codes.every((code) => {
    const attributes = typeof code === 'string' && Object.hasOwn(rule.choices, code) ? rule.choices[code] : undefined;
    // What is no choice at all, the schema tells.
    return attributes === undefined || value(rule.test, { attributes }) === true;
  });
}

// Another program may write a calculated number with another last digit.
function isSame(computed: unknown, given: unknown): boolean {
  if (typeof computed === 'number' && typeof given === 'number') {
    return Math.abs(computed - given) <= 1e-9 * Math.max(1, Math.abs(computed));
  }
  if (typeof computed === 'string' && typeof given === 'string' && /T/.test(computed)) {
    return Math.abs(instantOf(computed) - instantOf(given)) < 1e-7;
  }
  return computed === given;
}
