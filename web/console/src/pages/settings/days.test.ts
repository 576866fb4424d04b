import { expect, test } from 'vitest';
import { dayStart } from './days.ts';

test('a day begins at midnight where the screen stands', () => {
  expect(dayStart('2026-03-18', 0)).toBe(new Date(2026, 2, 18).toISOString());
  expect(dayStart('2026-12-31', 1)).toBe(new Date(2027, 0, 1).toISOString());
});

test('no date is no bound', () => {
  expect(dayStart('', 0)).toBeUndefined();
  expect(dayStart('soon', 0)).toBeUndefined();
});
