import type { FormChoice, FormItem, FormItemType, FormSpec } from '@fourfold/forms';

/** Where an item stands: its index among its neighbours, after those of the groups around it. */
export type At = readonly number[];

export const sameAt = (a: At | null, b: At | null): boolean => a?.join() === b?.join();

export function itemAt(spec: Pick<FormSpec, 'items'>, at: At): FormItem | undefined {
  let items = spec.items;
  let found: FormItem | undefined;
  for (const index of at) {
    found = items[index];
    items = found?.items ?? [];
  }
  return found;
}

/** Every item with its place, groups before what they hold. */
export function placed(items: readonly FormItem[], around: At = []): { item: FormItem; at: At }[] {
  return items.flatMap((item, index) => {
    const at = [...around, index];
    return [{ item, at }, ...placed(item.items ?? [], at)];
  });
}

export const codesOf = (spec: Pick<FormSpec, 'items'>): Set<string> =>
  new Set(placed(spec.items).map(({ item }) => item.code));

function within(
  items: readonly FormItem[],
  [index = 0, ...deeper]: At,
  change: (items: readonly FormItem[], index: number) => readonly FormItem[],
): readonly FormItem[] {
  if (deeper.length === 0) return change(items, index);
  return items.map((item, other) =>
    other === index ? { ...item, items: within(item.items ?? [], deeper, change) } : item,
  );
}

/** The form with other members of one item; undefined takes a member out. */
export function change(spec: FormSpec, at: At, part: Partial<FormItem>): FormSpec {
  const before = itemAt(spec, at);
  if (!before) return spec;
  const after = Object.fromEntries(
    Object.entries({ ...before, ...part }).filter(([, value]) => value !== undefined && value !== null),
  ) as unknown as FormItem;
  const items = within(spec.items, at, (list, index) => list.map((item, other) => (other === index ? after : item)));
  const changed = { ...spec, items };
  return part.code && part.code !== before.code ? renamed(changed, before.code, part.code) : changed;
}

const conditions = ['relevant', 'constraint', 'calculate', 'choiceFilter'] as const;

/** Conditions that refer to an item go on doing so when it has another code. */
function renamed(spec: FormSpec, from: string, to: string): FormSpec {
  const say = (text: string) => text.replaceAll(`\${${from}}`, `\${${to}}`);
  const walk = (items: readonly FormItem[]): readonly FormItem[] =>
    items.map((item) => {
      const copy: Record<string, unknown> = { ...item };
      for (const name of conditions) if (item[name]) copy[name] = say(item[name]);
      if (item.items) copy.items = walk(item.items);
      return copy as unknown as FormItem;
    });
  return { ...spec, items: walk(spec.items) };
}

/** The form with other choices in one of its lists. */
export const changeChoices = (
  spec: FormSpec,
  name: string,
  make: (list: readonly FormChoice[]) => readonly FormChoice[],
): FormSpec => ({ ...spec, choiceLists: { ...spec.choiceLists, [name]: make(spec.choiceLists[name] ?? []) } });

/** Items that share a list of choices. */
export const usersOf = (spec: FormSpec, name: string): FormItem[] =>
  placed(spec.items).flatMap(({ item }) => (item.choices === name ? [item] : []));

/** Puts an item before what stands there now. */
export function insert(spec: FormSpec, at: At, item: FormItem): FormSpec {
  return {
    ...spec,
    items: within(spec.items, at, (list, index) => [...list.slice(0, index), item, ...list.slice(index)]),
  };
}

/** Takes an item out, and the lists of choices that only it used. */
export function remove(spec: FormSpec, at: At): FormSpec {
  return tidy({ ...spec, items: within(spec.items, at, (list, index) => list.filter((_, other) => other !== index)) });
}

function tidy(spec: FormSpec): FormSpec {
  const used = new Set(placed(spec.items).map(({ item }) => item.choices));
  const choiceLists = Object.fromEntries(Object.entries(spec.choiceLists).filter(([name]) => used.has(name)));
  return { ...spec, choiceLists };
}

/**
 * Moves an item before what stands at another place, as both stand before the move.
 * @returns the form and where the item is now; the same form when it cannot go there, such as into itself
 */
export function move(spec: FormSpec, from: At, to: At): { spec: FormSpec; at: At } {
  const item = itemAt(spec, from);
  const isInside = to.length > from.length && from.every((index, depth) => to[depth] === index);
  if (!item || isInside || sameAt(from, to)) return { spec, at: from };
  const without = {
    ...spec,
    items: within(spec.items, from, (list, index) => list.filter((_, other) => other !== index)),
  };
  const at = afterRemoval(to, from);
  return { spec: insert(without, at, item), at };
}

/** A place after another item was taken out before it. */
function afterRemoval(at: At, gone: At): At {
  const depth = gone.length - 1;
  const sameParent = at.length > depth && gone.slice(0, depth).every((index, level) => at[level] === index);
  const index = at[depth] ?? 0;
  return sameParent && index > (gone[depth] ?? 0)
    ? at.map((value, level) => (level === depth ? value - 1 : value))
    : at;
}

/** One step up or down, into and out of groups on the way; null at the ends. */
export function stepTo(spec: FormSpec, at: At, direction: -1 | 1): At | null {
  const last = at.length - 1;
  const index = at[last] ?? 0;
  const neighbour = itemAt(spec, [...at.slice(0, last), index + direction]);
  if (neighbour) {
    const inside = neighbour.type === 'group' || neighbour.type === 'repeat';
    const around = [...at.slice(0, last), index + direction];
    if (inside) return [...around, direction === 1 ? 0 : (neighbour.items?.length ?? 0)];
    return [...at.slice(0, last), direction === 1 ? index + 2 : index - 1];
  }
  if (last === 0) return null;
  const parent = at.slice(0, last);
  return direction === -1 ? parent : [...parent.slice(0, -1), (parent.at(-1) ?? 0) + 1];
}

/** A copy behind the original, with codes and choices of its own. */
export function duplicate(spec: FormSpec, at: At): { spec: FormSpec; at: At } {
  const item = itemAt(spec, at);
  if (!item) return { spec, at };
  const taken = codesOf(spec);
  const lists: Record<string, readonly FormChoice[]> = { ...spec.choiceLists };
  const copy = (one: FormItem): FormItem => {
    const code = unusedCode(one.code, taken);
    taken.add(code);
    const choices = one.choices ? unusedCode(one.choices, new Set(Object.keys(lists))) : undefined;
    if (choices && one.choices) lists[choices] = lists[one.choices] ?? [];
    return {
      ...one,
      code,
      ...(choices ? { choices } : {}),
      ...(one.items ? { items: one.items.map(copy) } : {}),
    };
  };
  const to = [...at.slice(0, -1), (at.at(-1) ?? 0) + 1];
  const copied = copy(item);
  return { spec: insert({ ...spec, choiceLists: lists }, to, copied), at: to };
}

const longestCode = 40;

/** The code itself, or with the first number that makes it unused. */
export function unusedCode(code: string, taken: ReadonlySet<string>): string {
  if (!taken.has(code)) return code;
  const stem = code.replace(/_\d+$/, '');
  for (let number = 2; ; number++) {
    const tail = `_${number}`;
    const next = `${stem.slice(0, longestCode - tail.length)}${tail}`;
    if (!taken.has(next)) return next;
  }
}

const newChoices = (): FormChoice[] => ['c_1', 'c_2'].map((code) => ({ code, label: { zh: '', en: '' } }));

/** A new item of a type, ready to be asked: nothing of it is at fault but that it, and its two choices, have no words yet. */
export function fresh(type: FormItemType, spec: FormSpec): { item: FormItem; lists: FormSpec['choiceLists'] } {
  const code = unusedCode(
    type === 'note' ? 'note' : type === 'group' || type === 'repeat' ? 'part' : 'q',
    codesOf(spec),
  );
  const item: FormItem = { code, type, label: { zh: '', en: '' } };
  if (type !== 'choice' && type !== 'multiChoice') {
    const holds = type === 'group' || type === 'repeat';
    return { item: holds ? { ...item, items: [] } : item, lists: {} };
  }
  const choices = unusedCode(code, new Set(Object.keys(spec.choiceLists)));
  return { item: { ...item, choices }, lists: { [choices]: newChoices() } };
}

/** Members that mean nothing for a type are left behind when a field becomes of it. */
export function retyped(spec: FormSpec, at: At, type: FormItemType): FormSpec {
  const before = itemAt(spec, at);
  if (!before || before.type === type) return spec;
  const isChoice = type === 'choice' || type === 'multiChoice';
  const holds = type === 'group' || type === 'repeat';
  const bare = type === 'note' || type === 'group';
  const changed = change(spec, at, {
    type,
    default: undefined,
    constraint: undefined,
    constraintMessage: undefined,
    ...(isChoice ? {} : { choices: undefined, choiceFilter: undefined }),
    ...(type === 'text' ? {} : { maxLength: undefined }),
    ...(type === 'repeat' ? {} : { minRounds: undefined, maxRounds: undefined }),
    ...(holds ? { items: before.items ?? [] } : { items: undefined }),
    ...(bare || type === 'repeat'
      ? { required: undefined, readOnly: undefined, calculate: undefined, personal: undefined }
      : {}),
  });
  if (!isChoice || before.choices) return tidy(changed);
  const name = unusedCode(before.code, new Set(Object.keys(spec.choiceLists)));
  return { ...change(changed, at, { choices: name }), choiceLists: { ...changed.choiceLists, [name]: newChoices() } };
}

/** The words of one language stand for both where the other has none, as in a workbook. */
export function inBothLanguages(spec: FormSpec): FormSpec {
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    const { zh, en, ...rest } = value as Record<string, unknown>;
    if (typeof zh === 'string' && typeof en === 'string' && Object.keys(rest).length === 0)
      return { zh: zh.trim() ? zh : en, en: en.trim() ? en : zh };
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, walk(part)]));
  };
  return walk(spec) as FormSpec;
}
