/** A scalar, or `[operator, ...parts]`: written by `serve/Forms/Expressions/ExpressionScript.cs`, the only writer. */
export type Script = string | number | boolean | readonly Script[];

/** Answers of an object of the submission. */
export type Answers = Readonly<Record<string, unknown>>;

export interface Surroundings {
  /** Objects from the innermost round of a repeat out to the submission; a name means the first that may have it. */
  readonly scopes: readonly Answers[];
  /** Names each of the scopes may have, whether or not they are answered. */
  readonly names: readonly ReadonlySet<string>[];
  /** The moment of filling, RFC 3339; its first ten characters are today, where it was filled. */
  readonly now: string;
  /** What `.` means, in a constraint. */
  readonly self?: unknown;
  /** What a bare name means, in a choice filter. */
  readonly attributes?: Readonly<Record<string, string>>;
}

type Value = string | number | boolean;

const dayMilliseconds = 86_400_000;

/**
 * The value of an expression. As in XPath: what is not answered is '' as text, NaN as number or date, false as yes-no.
 * Dates are days since 1970, instants the same with fractions, times of day fractions of a day. Never throws on
 * answers of the wrong type: the schema tells of those.
 */
export function evaluate(script: Script, around: Surroundings): Value {
  if (!isList(script)) return script;
  const [operator, ...parts] = script;
  const part = (index: number): Value => evaluate(parts[index] ?? '', around);
  const number = (index: number): number => Number(part(index));
  switch (operator) {
    case 'text': {
      const answer = find(parts[0], around);
      return typeof answer === 'string' ? answer : '';
    }
    case 'number': {
      const answer = find(parts[0], around);
      return typeof answer === 'number' ? answer : Number.NaN;
    }
    case 'boolean':
      return find(parts[0], around) === true;
    case 'date':
      return dayOf(find(parts[0], around));
    case 'datetime':
      return instantOf(find(parts[0], around));
    case 'time':
      return timeOf(find(parts[0], around));
    case 'attribute':
      return around.attributes?.[String(parts[0])] ?? '';
    case 'empty':
      return isEmpty(find(parts[0], around));
    case 'length': {
      const answer = find(parts[0], around);
      return Array.isArray(answer) ? answer.length : 0;
    }
    case 'selected': {
      const answer = find(parts[0], around);
      return Array.isArray(answer) ? answer.includes(parts[1]) : answer === parts[1];
    }
    case 'regex':
      return new RegExp(String(parts[1]), 'u').test(String(part(0)));
    case 'day':
      return dayOf(parts[0]);
    case 'today':
      return dayOf(around.now.slice(0, 10));
    case 'now':
      return instantOf(around.now);
    case 'if':
      return part(0) === true ? part(1) : part(2);
    case 'and':
      return part(0) === true && part(1) === true;
    case 'or':
      return part(0) === true || part(1) === true;
    case 'not':
      return part(0) !== true;
    case 'neg':
      return -number(0);
    case 'int':
      return Math.trunc(number(0));
    case 'round':
      return Math.round(number(0));
    case 'string-length':
      return [...String(part(0))].length;
    case '=':
      return part(0) === part(1);
    case '!=':
      return part(0) !== part(1);
    case '<':
      return number(0) < number(1);
    case '<=':
      return number(0) <= number(1);
    case '>':
      return number(0) > number(1);
    case '>=':
      return number(0) >= number(1);
    case '+':
      return number(0) + number(1);
    case '-':
      return number(0) - number(1);
    case '*':
      return number(0) * number(1);
    case 'div':
      return number(0) / number(1);
    case 'mod':
      return number(0) % number(1);
    default:
      throw new Error(`unknown operator ${String(operator)}`);
  }
}

/** A calculated value as the answer of a field of that type; undefined when there is none. */
export function asAnswer(value: Value, type: string): unknown {
  switch (type) {
    case 'boolean':
      return value === true;
    case 'integer':
      return Number.isFinite(value) ? Math.trunc(Number(value)) : undefined;
    case 'decimal':
      return Number.isFinite(value) ? value : undefined;
    case 'date':
      return inRange(value) ? instant(Math.floor(Number(value))).slice(0, 10) : undefined;
    case 'datetime':
      return inRange(value) ? instant(Number(value)) : undefined;
    case 'time':
      return inRange(value) ? instant(Number(value)).slice(11, 16) : undefined;
    default:
      return value === '' ? undefined : value;
  }
}

export const isEmpty = (answer: unknown): boolean =>
  answer === undefined || answer === null || answer === '' || (Array.isArray(answer) && answer.length === 0);

function find(name: Script | undefined, around: Surroundings): unknown {
  if (name === '.') return around.self;
  const key = String(name);
  const at = around.names.findIndex((names) => names.has(key));
  const scope = around.scopes[at];
  return scope !== undefined && Object.hasOwn(scope, key) ? scope[key] : undefined;
}

// Engines differ in what Date.parse makes of a day that no month has, so it is not asked.
function dayOf(answer: unknown): number {
  const parts = typeof answer === 'string' ? /^(\d{4})-(\d\d)-(\d\d)$/.exec(answer) : null;
  if (parts === null) return Number.NaN;
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number];
  const time = Date.UTC(year, month - 1, day);
  const made = new Date(time);
  const isDay = made.getUTCFullYear() === year && made.getUTCMonth() === month - 1 && made.getUTCDate() === day;
  return isDay ? time / dayMilliseconds : Number.NaN;
}

export function instantOf(answer: unknown): number {
  const pattern = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d):(\d\d(?:\.\d+)?)(?:Z|([+-])(\d\d):(\d\d))$/;
  const parts = typeof answer === 'string' ? pattern.exec(answer) : null;
  if (parts === null) return Number.NaN;
  const minutes = Number(parts[2]) * 60 + Number(parts[3]) + Number(parts[4]) / 60;
  const offset = (Number(parts[6] ?? 0) * 60 + Number(parts[7] ?? 0)) * (parts[5] === '-' ? -1 : 1);
  return dayOf(parts[1]) + (minutes - offset) / 1440;
}

function timeOf(answer: unknown): number {
  const parts = typeof answer === 'string' ? /^(\d\d):(\d\d)$/.exec(answer) : null;
  return parts === null ? Number.NaN : (Number(parts[1]) * 60 + Number(parts[2])) / 1440;
}

// What a Date of JavaScript can hold, in days.
const inRange = (value: Value): boolean => Number.isFinite(value) && Math.abs(Number(value)) < 1e7;

const instant = (days: number): string => new Date(Math.round(days * dayMilliseconds)).toISOString();

const isList = (script: Script): script is readonly Script[] => Array.isArray(script);
