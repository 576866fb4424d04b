import { expect, it } from 'vitest';
import { clearHeight, covered, legible } from './mapLabels.ts';

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

it('a name stands where no mark is: at its place, above it or below it', () => {
  const spots = [spot('a', 100, 100)];
  const taken = covered(spots, legible(spots));
  expect(clearHeight('老城社区', 100, 200, taken)).toBe(200);
  expect(clearHeight('老城社区', 100, 104, taken)).toBe(70);
  expect(clearHeight('老城社区', 100, 104, [...taken, [0, 0, 300, 90]])).toBe(138);
  expect(clearHeight('老城社区', 100, 104, [[0, 0, 300, 300]])).toBeUndefined();
});

it('covered is a dot, and its label only where it is shown', () => {
  const spots = [spot('a', 20, 20), spot('b', 22, 34)];
  expect(covered(spots, legible(spots))).toHaveLength(3);
});
