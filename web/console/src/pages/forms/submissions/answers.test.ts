import type { FormSpec } from '@fourfold/forms';
import { expect, it } from 'vitest';
import { columnsOf, fieldAt, linesOf } from './answers.ts';

const label = { zh: 'x', en: 'x' };
const spec: FormSpec = {
  code: 'f',
  version: 1,
  title: label,
  choiceLists: {},
  items: [
    { code: 'n', type: 'note', label },
    {
      code: 'g',
      type: 'group',
      label,
      items: [
        { code: 'a', type: 'text', label },
        { code: 'p', type: 'photo', label },
      ],
    },
    { code: 'r', type: 'repeat', label, items: [{ code: 'b', type: 'text', label }] },
  ],
};

it('a filled form is told in the order of the form, rounds one after the other, and what is missing too', () => {
  const lines = linesOf(spec, { a: 'A', r: [{ b: 'B' }, {}] });
  expect(lines.map(({ path, round, answer }) => [path, round, answer])).toEqual([
    ['/a', undefined, 'A'],
    ['/p', undefined, undefined],
    ['/r/0', 1, undefined],
    ['/r/0/b', undefined, 'B'],
    ['/r/1', 2, undefined],
    ['/r/1/b', undefined, undefined],
  ]);
  expect(linesOf(spec, null)).toHaveLength(2);
});

it('a table has short fields only, in groups too', () =>
  expect(columnsOf(spec, 5).map(({ code }) => code)).toEqual(['a']));

it('a pointer into a round means its field', () => {
  expect(fieldAt(spec, '/r/12/b')?.code).toBe('b');
  expect(fieldAt(spec, '/gone')).toBeUndefined();
});
