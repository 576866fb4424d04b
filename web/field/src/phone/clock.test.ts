import { expect, it } from 'vitest';
import { clockGap } from './clock.ts';

it('knows how wrong the clock of the phone is, and does not blame it for a slow line', () => {
  const now = Date.UTC(2026, 2, 18, 4, 31);
  const iso = (offset: number) => new Date(now + offset).toISOString();
  expect(clockGap(now, now + 2000, iso(1000))).toBe(0);
  expect(clockGap(now, now, iso(3 * 3_600_000))).toBe(3 * 3_600_000);
  expect(clockGap(now, now, iso(-86_400_000))).toBe(-86_400_000);
  expect(clockGap(now, now + 30_000, iso(0))).toBe(0);
  expect(clockGap(now, now, undefined)).toBe(0);
  expect(clockGap(now, now, 'soon')).toBe(0);
});
