import { expect, it } from 'vitest';
import { fix, isFresh } from './own.ts';

const day = 86_400_000;
const now = Date.UTC(2026, 2, 18, 4, 31);
const said = (timestamp: number) =>
  ({ timestamp, coords: { latitude: 20, longitude: 110, accuracy: 8 } }) as GeolocationPosition;

it('a place is fresh on a phone whose clock is a day wrong', () => {
  for (const satellites of [now - day, now, now + day]) expect(isFresh(fix(said(satellites), now), now)).toBe(true);
});

it('a place of six minutes ago is not where the person is', () => {
  expect(isFresh(fix(said(now), now), now + 6 * 60_000)).toBe(false);
});
