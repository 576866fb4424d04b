import { asAnswer, evaluate, type Script, type Surroundings } from './evaluate.ts';
import { eachObject, type Place, rulesOf } from './rules.ts';
import type { FormSchema } from './shapes.ts';

/** One calculation or relevance may rest on another; a form has no cycle, so this many passes settle any of them. */
const mostPasses = 50;

/** What the screen shows for the answers so far. */
export interface Settled {
  /** The answers without those that are not asked, and with what is calculated. The given ones are not changed. */
  readonly answers: Record<string, unknown>;
  /** JSON pointers of what is not asked now. */
  readonly hidden: ReadonlySet<string>;
  /** By JSON pointer of a field with a choice filter, the codes it offers now. */
  readonly offered: ReadonlyMap<string, readonly string[]>;
}

/**
 * Applies relevance, calculations and choice filters until nothing changes.
 * @param schema as the server compiled it
 * @param given answers as typed
 * @param now RFC 3339, where it is filled
 */
export function settle(schema: FormSchema, given: Record<string, unknown>, now: string): Settled {
  const answers = structuredClone(given);
  const hidden = new Set<string>();
  const offered = new Map<string, readonly string[]>();
  for (let pass = 0; pass < mostPasses; pass++) {
    const before = JSON.stringify(answers);
    hidden.clear();
    offered.clear();
    eachObject(schema, answers, (part, place) => settleObject(part, place, now, hidden, offered));
    if (JSON.stringify(answers) === before) break;
  }
  return { answers, hidden, offered };
}

function settleObject(
  schema: FormSchema,
  place: Place,
  now: string,
  hidden: Set<string>,
  offered: Map<string, readonly string[]>,
): void {
  // A clone of ours: what eachObject visits may be written.
  const answers = place.scopes[0] as Record<string, unknown>;
  const value = (test: Script, more?: Partial<Surroundings>) => evaluate(test, { ...place, now, ...more });
  const at = (field: string) => `${place.path}/${field}`;
  for (const rule of rulesOf(schema)) {
    if (rule.rule === 'relevant' && value(rule.test) !== true) {
      for (const field of rule.fields) {
        hidden.add(at(field));
        delete answers[field];
      }
    }
  }
  for (const rule of rulesOf(schema)) {
    if (rule.rule === 'relevant' || rule.rule === 'constraint' || hidden.has(at(rule.field))) continue;
    if (rule.rule === 'calculate') {
      const answer = asAnswer(value(rule.test), rule.type);
      if (answer === undefined) delete answers[rule.field];
      else answers[rule.field] = answer;
      continue;
    }
    const codes = Object.entries(rule.choices)
      .filter(([, attributes]) => value(rule.test, { attributes }) === true)
      .map(([code]) => code);
    offered.set(at(rule.field), codes);
    keepOffered(answers, rule.field, codes);
  }
}

// A choice that is no longer offered is no longer the answer.
function keepOffered(answers: Record<string, unknown>, field: string, codes: readonly string[]): void {
  const answer = answers[field];
  const kept = Array.isArray(answer) ? answer.filter((code) => codes.includes(String(code))) : answer;
  if (answer === undefined) return;
  const isGone = Array.isArray(kept) ? kept.length === 0 : typeof kept === 'string' && !codes.includes(kept);
  if (isGone) delete answers[field];
  else if (kept !== answer) answers[field] = kept;
}
