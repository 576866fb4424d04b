import type { FormItem, FormSpec } from '@fourfold/forms';
import { describe, expect, it } from 'vitest';
import { codeFrom, slug } from './codes.ts';
import {
  change,
  duplicate,
  fresh,
  inBothLanguages,
  insert,
  itemAt,
  move,
  placed,
  remove,
  retyped,
  stepTo,
  unusedCode,
} from './edit.ts';
import { placeFaults } from './faults.ts';
import { begin, redo, step, undo } from './history.ts';

const ref = (code: string) => `\${${code}}`;
const label = { zh: 'x', en: 'x' };
const text = (code: string, more: Partial<FormItem> = {}): FormItem => ({ code, type: 'text', label, ...more });
const spec: FormSpec = {
  code: 'visit',
  version: 1,
  title: label,
  items: [
    text('a'),
    {
      code: 'g',
      type: 'group',
      label,
      relevant: `${ref('a')} = 'x'`,
      items: [text('b'), text('c', { constraint: `. != ${ref('b')}` })],
    },
    { code: 'd', type: 'choice', label, choices: 'd' },
  ],
  choiceLists: { d: [{ code: 'one', label }] },
};
const order = ({ items }: FormSpec) => placed(items).map(({ item, at }) => `${at.join('.')} ${item.code}`);

describe('a form in the designer', () => {
  it('an item goes up and down through groups, one step at a time, and all the way back', () => {
    let at = [0] as readonly number[];
    let now = spec;
    const seen: string[] = [];
    for (;;) {
      const to = stepTo(now, at, 1);
      if (!to) break;
      ({ spec: now, at } = move(now, at, to));
      seen.push(at.join('.'));
    }
    expect(seen).toEqual(['0.0', '0.1', '0.2', '1', '2']);
    for (;;) {
      const to = stepTo(now, at, -1);
      if (!to) break;
      ({ spec: now, at } = move(now, at, to));
    }
    expect(order(now)).toEqual(order(spec));
  });

  it('a group does not go into itself', () => expect(move(spec, [1], [1, 0]).spec).toBe(spec));

  it('an item dragged behind another lies where it was let go', () => {
    expect(order(move(spec, [0], [3]).spec)).toEqual(['0 g', '0.0 b', '0.1 c', '1 d', '2 a']);
    expect(order(move(spec, [2], [1, 1]).spec)).toEqual(['0 a', '1 g', '1.0 b', '1.1 d', '1.2 c']);
  });

  it('conditions follow a code that is changed', () => {
    expect(itemAt(change(spec, [0], { code: 'first' }), [1])?.relevant).toBe(`${ref('first')} = 'x'`);
    expect(itemAt(change(spec, [1, 0], { code: 'bb' }), [1, 1])?.constraint).toBe(`. != ${ref('bb')}`);
  });

  it('a copy has codes and choices of its own', () => {
    const { spec: twice, at } = duplicate(spec, [2]);
    expect(itemAt(twice, at)).toMatchObject({ code: 'd_2', choices: 'd_2' });
    expect(twice.choiceLists.d_2).toEqual(spec.choiceLists.d);
    expect(order(duplicate(spec, [1]).spec)).toContain('2.1 c_2');
  });

  it('a list of choices goes with the last field that used it', () => {
    expect(remove(spec, [2]).choiceLists).toEqual({});
    expect(remove(duplicate(spec, [2]).spec, [2]).choiceLists).toEqual({ d_2: spec.choiceLists.d });
  });

  it('a field of another type keeps what still means something', () => {
    const long = change(spec, [0], { maxLength: 5, required: true, hint: label });
    expect(itemAt(retyped(long, [0], 'integer'), [0])).toEqual(
      text('a', { type: 'integer', required: true, hint: label }),
    );
    const choice = retyped(spec, [0], 'multiChoice');
    expect(itemAt(choice, [0])?.choices).toBe('a');
    expect(choice.choiceLists.a?.map(({ label }) => label.zh)).toEqual(['', '']);
    expect(retyped(spec, [2], 'text').choiceLists).toEqual({});
  });

  it('new items never share a code', () => {
    const first = insert(spec, [0], fresh('text', spec).item);
    expect(fresh('integer', first).item.code).toBe('q_2');
    expect(unusedCode('x'.repeat(40), new Set(['x'.repeat(40)]))).toHaveLength(40);
  });

  it('one language stands for both where the other was left out', () => {
    const half = { ...spec, title: { zh: 'A', en: ' ' } };
    expect(inBothLanguages(half).title).toEqual({ zh: 'A', en: 'A' });
    expect(inBothLanguages(spec)).toEqual(spec);
  });

  it('a fault is shown at the item it is about, one of choices at the field that uses them', () => {
    const places = placeFaults(spec, [
      { path: '/items/1/items/1/constraint', code: 'wrong-type', column: 3 },
      { path: '/choiceLists/d/0/code', code: 'bad-choice-code' },
      { path: '/title', code: 'no-text' },
    ]);
    expect(places.map(({ at, member }) => [at, member])).toEqual([
      [[1, 1], 'constraint'],
      [[2], 'choices'],
      [null, 'title'],
    ]);
  });
});

describe('codes from labels', () => {
  it.each([
    ['House number', '', 'house_number'],
    ['', '门牌号', 'men_pai_hao'],
    ['', '第 2 户', 'di_2_hu'],
    ['24 h', '', 'q_24_h'],
    ['', '绿色', 'lv_se'],
    ['', '!?', ''],
  ])('%s %s is %s', async (en, zh, code) => expect(await codeFrom({ zh, en })).toBe(code));

  it('are never too long, nor end in the middle of nothing', () => {
    expect(slug(`${'word '.repeat(8)}end`)).toMatch(/^[a-z][a-z0-9_]{0,39}$/);
    expect(slug(`${'word '.repeat(8)}end`)).not.toMatch(/_$/);
  });
});

describe('undo', () => {
  it('takes back a word, not a letter; what was undone is there until something else is done', () => {
    let history = begin('');
    for (const typed of ['n', 'na', 'nam', 'name']) history = step(history, typed, 'label');
    history = step(history, 'other', 'code');
    history = undo(history);
    expect(history.now).toBe('name');
    expect(undo(history).now).toBe('');
    expect(redo(history).now).toBe('other');
    expect(redo(step(history, 'new')).now).toBe('new');
    expect(undo(begin(1)).now).toBe(1);
  });
});
