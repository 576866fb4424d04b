import { expect, it } from 'vitest';
import { neighbour } from './neighbour.ts';

const list = ['a', 'b', 'c'].map((id) => ({ id }));

it.each([
  [null, 1, 'a'],
  [null, -1, 'c'],
  ['a', 1, 'b'],
  ['c', 1, 'c'],
  ['a', -1, 'a'],
  ['gone', 1, 'a'],
] as const)('from %s a step of %i leads to %s', (chosen, step, expected) => {
  expect(neighbour(list, chosen, step)?.id).toBe(expected);
});

it('in an empty list there is nowhere to go', () => {
  expect(neighbour([], null, 1)).toBeUndefined();
});
