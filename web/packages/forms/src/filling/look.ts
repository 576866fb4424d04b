import type { FormItem, FormSpec } from '../spec.ts';
import { settle } from '../validator/settle.ts';
import type { FormError, FormSchema } from '../validator/shapes.ts';
import { type FormValidator, validatorOf } from '../validator/validate.ts';
import { answerAt, type Given } from './answers.ts';

/** A form as it stands with the answers so far. */
export interface Looked {
  /** The moment it was judged at, RFC 3339 where it is filled. */
  readonly now: string;
  /** As typed, what is not asked just now included. */
  readonly given: Given;
  /** What would be sent. */
  readonly answers: Record<string, unknown>;
  readonly hidden: ReadonlySet<string>;
  readonly offered: ReadonlyMap<string, readonly string[]>;
  /** What is wrong, in the order of the form; at most one a path. */
  readonly errors: readonly FormError[];
  readonly errorAt: ReadonlyMap<string, FormError>;
}

/** An item that is shown now, and the JSON pointer of its answer. */
export interface Shown {
  readonly item: FormItem;
  readonly path: string;
}

const validators = new WeakMap<FormSchema, FormValidator>();

function validatorFor(schema: FormSchema): FormValidator {
  const known = validators.get(schema) ?? validatorOf(schema);
  validators.set(schema, known);
  return known;
}

/**
 * Settles and judges answers, as the server will.
 * @param given as typed
 * @param now RFC 3339, where it is filled
 */
export function look(spec: FormSpec, schema: FormSchema, given: Given, now: string): Looked {
  const settled = settle(schema, given as Record<string, unknown>, now);
  const errorAt = new Map<string, FormError>();
  for (const error of validatorFor(schema)(settled.answers, now)) {
    if (!errorAt.has(error.path)) errorAt.set(error.path, error);
  }
  const order = new Map(shownIn(spec.items, settled).map(({ path }, index) => [path, index]));
  // What lies inside an answer (a position, a choice of several) belongs to its field.
  const place = (path: string): number => {
    for (let at = path; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
      const index = order.get(at);
      if (index !== undefined) return index;
    }
    return Number.MAX_SAFE_INTEGER;
  };
  const errors = [...errorAt.values()].sort((a, b) => place(a.path) - place(b.path));
  return { ...settled, now, given, errors, errorAt };
}

/** All that is shown, in the order of the form, rounds opened out. */
export function shownIn(items: readonly FormItem[], { answers, hidden }: Pick<Looked, 'answers' | 'hidden'>): Shown[] {
  const walk = (inside: readonly FormItem[], around: string): Shown[] =>
    inside.flatMap((item): Shown[] => {
      const path = `${around}/${item.code}`;
      if (hidden.has(path)) return [];
      if (item.type === 'group') return [{ item, path }, ...walk(item.items ?? [], around)];
      if (item.type !== 'repeat') return [{ item, path }];
      const rounds = answerAt(answers, path);
      const count = Array.isArray(rounds) ? rounds.length : 0;
      return [
        { item, path },
        ...Array.from({ length: count }, (_, n) => walk(item.items ?? [], `${path}/${n}`)).flat(),
      ];
    });
  return walk(items, '');
}

/** The fault of a field: its own, or of what lies inside its answer. */
export function errorOf({ errorAt, errors }: Looked, path: string): FormError | undefined {
  return errorAt.get(path) ?? errors.find((error) => error.path.startsWith(`${path}/`));
}
