import type { FormItemType, FormSpec } from '@fourfold/forms';
import { useCallback, useRef, useState } from 'react';
import type { Draft } from '../data.ts';
import { codeFrom } from './codes.ts';
import {
  type At,
  change,
  codesOf,
  duplicate,
  fresh,
  insert,
  itemAt,
  move,
  placed,
  remove,
  stepTo,
  unusedCode,
} from './edit.ts';
import { begin, type History, redo, step, undo } from './history.ts';

/** What is being designed: the form, where one is in it, and every step there and back. */
export interface Designer {
  spec: FormSpec;
  at: At | null;
  canUndo: boolean;
  canRedo: boolean;
  /** Whether something is not saved. */
  dirty: boolean;
  revision: number;
  select(at: At | null): void;
  /** @param mark strokes with the same mark are one step back */
  edit(make: (spec: FormSpec) => FormSpec, mark?: string): void;
  /** Puts a new item after the chosen one; into it when that holds items, unless `outside` is said: then after what holds it. */
  add(type: FormItemType, outside?: boolean): void;
  /** The item that was just added, while it is the chosen one. */
  added: At | null;
  drop(at: At): void;
  copy(at: At): void;
  shift(at: At, direction: -1 | 1): boolean;
  carry(from: At, to: At): void;
  /** Gives an item whose code nobody chose one that reads like its label. */
  nameByLabel(at: At): void;
  /** The person chose a code. */
  chooseCode(at: At, code: string): void;
  undo(): void;
  redo(): void;
  saved(spec: FormSpec, revision: number): void;
  /** Goes on with another text of the form; ours is one step back. */
  take(draft: Draft): void;
}

export function useDesigner(draft: Draft): Designer {
  const [history, setHistory] = useState<History<FormSpec>>(() => begin(draft.spec));
  const [added, setAdded] = useState<At | null>(null);
  const [at, setAt] = useState<At | null>(() => (draft.spec.items.length > 0 ? [0] : null));
  const [kept, setKept] = useState({ spec: draft.spec, revision: draft.revision });
  // Codes that nobody chose: a new field's, until its label says better. What was published keeps its codes.
  const unchosen = useRef(new Set(draft.revision <= 1 ? firstCodes(draft.spec) : []));
  const spec = history.now;
  const select = useCallback((next: At | null) => {
    setAt(next);
    setAdded(null);
  }, []);

  const edit = useCallback((make: (spec: FormSpec) => FormSpec, mark: string | null = null) => {
    setHistory((before) => step(before, make(before.now), mark));
  }, []);

  const add = (type: FormItemType, outside = false) => {
    const { item, lists } = fresh(type, spec);
    const chosen = at ? itemAt(spec, at) : undefined;
    const holds = chosen?.type === 'group' || chosen?.type === 'repeat';
    const group = holds ? at : (at?.slice(0, -1) ?? null);
    const to = outside ? placeFor(spec, group, null) : placeFor(spec, at, holds ? (chosen?.items?.length ?? 0) : null);
    unchosen.current.add(item.code);
    edit((before) => ({ ...insert(before, to, item), choiceLists: { ...before.choiceLists, ...lists } }));
    select(to);
    setAdded(to);
  };
  const drop = (from: At) => {
    edit((before) => remove(before, from));
    select(nextTo(remove(spec, from), from));
  };
  const copy = (from: At) => {
    const made = duplicate(spec, from);
    edit(() => made.spec);
    select(made.at);
  };
  const carry = (from: At, to: At) => {
    const moved = move(spec, from, to);
    edit(() => moved.spec);
    select(moved.at);
  };
  const shift = (from: At, direction: -1 | 1): boolean => {
    const to = stepTo(spec, from, direction);
    if (to) carry(from, to);
    return to !== null;
  };
  const nameByLabel = (from: At) => {
    const item = itemAt(spec, from);
    if (!item || !unchosen.current.has(item.code)) return;
    void codeFrom(item.label).then((wanted) => {
      if (!wanted) return;
      edit((before) => named(before, item.code, wanted, unchosen.current), `label/${from.join('/')}`);
    });
  };
  const chooseCode = (from: At, code: string) => {
    const before = itemAt(spec, from)?.code;
    if (before) unchosen.current.delete(before);
    edit((now) => change(now, from, { code }), `code/${from.join('/')}`);
  };
  const saved = (text: FormSpec, revision: number) => setKept({ spec: text, revision });
  const take = (other: Draft) => {
    edit(() => other.spec);
    setKept({ spec: other.spec, revision: other.revision });
    select(null);
  };
  return {
    ...{ spec, at, added, select, edit, add, drop, copy, shift, carry, nameByLabel, chooseCode, saved, take },
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    dirty: spec !== kept.spec,
    revision: kept.revision,
    undo: () => setHistory(undo),
    redo: () => setHistory(redo),
  };
}

/** The one field of an empty form that nobody has named. */
const firstCodes = (spec: FormSpec): string[] => [...codesOf(spec)].filter((code) => /^q(_\d+)?$/.test(code));

function placeFor(spec: FormSpec, at: At | null, inside: number | null): At {
  if (!at || !itemAt(spec, at)) return [spec.items.length];
  return inside === null ? [...at.slice(0, -1), (at.at(-1) ?? 0) + 1] : [...at, inside];
}

/** What is chosen after an item was taken out: what stands there now, else the one before it, else its group. */
function nextTo(spec: FormSpec, at: At): At | null {
  if (itemAt(spec, at)) return at;
  const before = [...at.slice(0, -1), (at.at(-1) ?? 0) - 1];
  if (itemAt(spec, before)) return before;
  return at.length > 1 ? at.slice(0, -1) : null;
}

function named(spec: FormSpec, code: string, wanted: string, unchosen: Set<string>): FormSpec {
  const found = placed(spec.items).find(({ item }) => item.code === code);
  if (!found || wanted === code) return spec;
  const taken = codesOf(spec);
  taken.delete(code);
  const next = unusedCode(wanted, taken);
  unchosen.delete(code);
  unchosen.add(next);
  return change(spec, found.at, { code: next });
}
