import { expect, it } from 'vitest';
import { legible } from './mapLabels.ts';

const spot = (id: string, x: number, y: number, label = '海堤缺口') => ({ id, x, y, label });

it('labels that lie apart are all drawn', () => {
  expect([...legible([spot('a', 20, 20), spot('b', 20, 60)])]).toEqual(['a', 'b']);
});

it('a label that would run over the next dot or another label is left out, and the dot is not', () => {
  expect([...legible([spot('a', 20, 20), spot('b', 60, 20), spot('c', 62, 30)])]).toEqual(['b']);
  expect([...legible([spot('a', 20, 20), spot('b', 22, 34)])]).toEqual(['a']);
});

it('none is drawn under the buttons', () => {
  expect([...legible([spot('a', 20, 20)], [[80, 0, 120, 50]])]).toEqual([]);
});
