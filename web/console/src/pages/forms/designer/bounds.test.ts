import { expect, it } from 'vitest';
import { boundsOf, constraintOf } from './bounds.ts';

it('limits are read from a constraint that says no more than them, and written the same', () => {
  for (const [text, least, most] of [
    ['. >= 0 and . <= 60', 0, 60],
    ['. >= -1.5', -1.5, null],
    ['. <= 7', null, 7],
  ] as const) {
    expect(boundsOf(text)).toEqual({ least, most });
    expect(constraintOf({ least, most })).toBe(text);
  }
  expect(boundsOf('.<=7 and .>=1')).toEqual({ least: 1, most: 7 });
  expect(boundsOf('')).toEqual({ least: null, most: null });
  expect(constraintOf({ least: null, most: null })).toBeUndefined();
  expect(constraintOf({ least: 1e-7, most: null })).toBe('. >= 0.0000001');
});

it('a constraint that says something else is left alone', () => {
  for (const text of ['. > 0', '. >= 1 or . <= 0', `. >= \${people}`, '. >= 1 and . >= 2', "regex(., '1')"])
    expect(boundsOf(text)).toBeNull();
});
