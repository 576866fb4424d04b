import { type FormItem, type FormSpec, hasAnswer } from '@fourfold/forms';

/** One line of a filled form: a field with its answer, or the heading of a group or round. */
export interface Line {
  path: string;
  item: FormItem;
  /** Rounds around it. */
  depth: number;
  /** Number of the round, for its heading. */
  round?: number;
  answer?: unknown;
}

/** A filled form in the order of its version, rounds opened out; fields without an answer too. */
export function linesOf(spec: FormSpec, answers: unknown): Line[] {
  const walk = (items: readonly FormItem[], values: unknown, around: string, depth: number): Line[] =>
    items.flatMap((item): Line[] => {
      if (item.type === 'note') return [];
      if (item.type === 'group') return walk(item.items ?? [], values, around, depth);
      const path = `${around}/${item.code}`;
      const answer = (values as Record<string, unknown> | undefined)?.[item.code];
      if (item.type !== 'repeat') return [{ path, item, depth, answer }];
      const rounds: unknown[] = Array.isArray(answer) ? answer : [];
      return rounds.flatMap((round, index) => [
        { path: `${path}/${index}`, item, depth, round: index + 1 },
        ...walk(item.items ?? [], round, `${path}/${index}`, depth + 1),
      ]);
    });
  return walk(spec.items, answers, '', 0);
}

/** Fields of the first level that fit into a table: short, and no files. */
export function columnsOf(spec: FormSpec, most: number): FormItem[] {
  const flat = (items: readonly FormItem[]): FormItem[] =>
    items.flatMap((item) => (item.type === 'group' ? flat(item.items ?? []) : [item]));
  const tooLarge = new Set(['repeat', 'photo', 'video', 'position', 'note']);
  return flat(spec.items)
    .filter((item) => hasAnswer(item) && !tooLarge.has(item.type))
    .slice(0, most);
}

/** The field that a pointer is about, whichever round it is in. */
export function fieldAt(spec: FormSpec, pointer: string): FormItem | undefined {
  const code = pointer.split('/').findLast((step) => step !== '' && !/^\d+$/.test(step));
  const find = (items: readonly FormItem[]): FormItem | undefined => {
    for (const item of items) {
      const found = item.code === code ? item : find(item.items ?? []);
      if (found) return found;
    }
    return undefined;
  };
  return find(spec.items);
}
