import type { Alert } from '@fourfold/api';
import { expect, it } from 'vitest';
import { hour, piles, ticks } from './timeAxis.ts';

const minute = 60_000;
const alert = (id: string, raisedAt: number, level: number) =>
  ({ id, raisedAt: new Date(raisedAt).toISOString(), level }) as Alert;

it('writes full local hours, also where the clock is half an hour off, and none under the present', () => {
  const now = 12 * hour + 10 * minute;
  expect(ticks(now, 6, 0)).toEqual([7, 8, 9, 10, 11].map((at) => at * hour));
  expect(ticks(now, 6, -330)[0]).toBe(6.5 * hour);
  expect(ticks(now, 12, 0)).toEqual([2, 4, 6, 8, 10].map((at) => at * hour));
});

it('piles up alerts of the same moment, the gravest first, and leaves out those beyond the range', () => {
  const found = piles(
    [
      alert('late', 61 * minute, 1),
      alert('a', 30 * minute, 3),
      alert('b', 30.4 * minute, 1),
      alert('c', 50 * minute, 2),
    ],
    0,
    60 * minute,
    600,
    20,
  );
  expect(found.map((pile) => pile.alerts.map(({ id }) => id))).toEqual([['b', 'a'], ['c']]);
});
