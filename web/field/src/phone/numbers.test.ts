import { expect, it } from 'vitest';
import { readNumber } from './numbers.ts';

it('reads numbers as thumbs type them, and asks again rather than guess', () => {
  expect(readNumber('14', 'head')).toBe(14);
  expect(readNumber('１４', 'head')).toBe(14);
  expect(readNumber(' 14 ', 'head')).toBe(14);
  expect(readNumber('1,400', 'kg')).toBe(1400);
  expect(readNumber('12,345.5', 'kg')).toBe(12_345.5);
  expect(readNumber('2。5', 'tonne')).toBe(2.5);
  expect(readNumber('2.', 'tonne')).toBe(2);
  for (const doubtful of ['', '0', '-3', '1,5', '1e5', '0x10', '14?', 'Infinity'])
    expect(readNumber(doubtful, 'kg')).toBe(null);
  expect(readNumber('14.5', 'head')).toBe(null);
});
