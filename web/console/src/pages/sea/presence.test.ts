import { expect, it } from 'vitest';
import { Presence } from './presence.ts';

const minute = 60_000;

it('keeps the most of each stretch and leaves out what nobody looked at', () => {
  const presence = new Presence();
  presence.record(10, 0);
  presence.record(12, 30_000);
  presence.record(11, 4 * minute);
  presence.record(7, 11 * minute);
  expect(presence.stretches(0, 20 * minute, 5 * minute)).toEqual([
    { at: 0, vessels: 12 },
    { at: 10 * minute, vessels: 7 },
  ]);
});

it('forgets what is older than twelve hours', () => {
  const presence = new Presence();
  presence.record(10, 0);
  presence.record(20, 13 * 60 * minute);
  expect(presence.stretches(0, 14 * 60 * minute, 60 * minute)).toEqual([{ at: 13 * 60 * minute, vessels: 20 }]);
});
