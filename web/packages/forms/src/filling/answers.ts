import { type FormItem, hasAnswer } from '../spec.ts';

/** Answers as typed: what is not answered is absent, a repeat is an array of objects. */
export type Given = Readonly<Record<string, unknown>>;

const stepsOf = (path: string): string[] => path.split('/').slice(1);

/** The answer at a JSON pointer; undefined where there is none. */
export function answerAt(answers: Given, path: string): unknown {
  let at: unknown = answers;
  for (const step of stepsOf(path)) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return undefined;
    at = (at as Record<string, unknown>)[step];
  }
  return at;
}

/** The same answers with another at a JSON pointer; undefined takes it out. What is not on the way there is shared. */
export function withAnswer(answers: Given, path: string, answer: unknown): Given {
  return put(answers, stepsOf(path), answer) as Given;
}

function put(at: unknown, [step, ...rest]: string[], answer: unknown): unknown {
  if (step === undefined) return answer;
  if (Array.isArray(at)) {
    const copy = [...at];
    copy[Number(step)] = put(at[Number(step)], rest, answer);
    return copy;
  }
  const { [step]: before, ...others } = (at ?? {}) as Record<string, unknown>;
  const after = put(before, rest, answer);
  return after === undefined ? others : { ...(at as object), [step]: after };
}

/** What stands in a form before anybody answered: defaults, and the rounds that there must be. */
export function newAnswers(items: readonly FormItem[]): Record<string, unknown> {
  const answers: Record<string, unknown> = {};
  for (const item of items) {
    if (item.type === 'group') Object.assign(answers, newAnswers(item.items ?? []));
    else if (item.type === 'repeat' && item.minRounds) {
      answers[item.code] = Array.from({ length: item.minRounds }, () => newRound(item));
    } else if (hasAnswer(item) && item.default !== undefined && item.default !== null) {
      answers[item.code] = item.default;
    }
  }
  return answers;
}

export const newRound = (repeat: FormItem): Record<string, unknown> => newAnswers(repeat.items ?? []);
