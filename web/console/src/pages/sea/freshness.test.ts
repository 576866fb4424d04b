import { expect, it } from 'vitest';
import { freshness } from './freshness.ts';

it.each([
  [0, 0, 3000, 'waiting'],
  [0, 0, 31_000, 'red'],
  [5000, 0, 9000, 'fresh'],
  [5000, 0, 15_001, 'amber'],
  [5000, 0, 35_001, 'red'],
])('heard at %i, opened at %i, now %i: %s', (heardAt, openedAt, now, state) => {
  expect(freshness(heardAt, openedAt, now).state).toBe(state);
});
