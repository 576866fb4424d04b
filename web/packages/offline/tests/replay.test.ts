import { expect, it } from 'vitest';
import { waitAfter } from '../src/index.ts';

it('waits double, stay under five minutes, and differ between phones', () => {
  expect([0, 1, 2, 3].map((failures) => waitAfter(failures, 1))).toEqual([2000, 4000, 8000, 16_000]);
  expect(waitAfter(50, 1)).toBe(300_000);
  expect(waitAfter(3, 0)).toBe(8000);
});
