import { expect, it } from 'vitest';
import { Ringing } from './ringing.ts';

const now = Date.parse('2026-03-18T04:12:00Z');
const alert = (id: string, level: 1 | 2 | 3 | 4, state: 'new' | 'acknowledged' = 'new', raisedAt = now) => ({
  id,
  level,
  state,
  raisedAt: new Date(raisedAt).toISOString(),
});

it('an urgent alert rings every five seconds until someone takes it, and louder after thirty', () => {
  const ringing = new Ringing();
  expect(ringing.next([alert('a', 1)], now)).toEqual({ level: 1, urgent: false });
  expect(ringing.next([alert('a', 1)], now + 4000)).toBeNull();
  expect(ringing.next([alert('a', 1)], now + 5000)).toEqual({ level: 1, urgent: false });
  expect(ringing.next([alert('a', 1)], now + 31_000)).toEqual({ level: 1, urgent: true });
  expect(ringing.next([alert('a', 1, 'acknowledged')], now + 40_000)).toBeNull();
});

it('a high alert rings once and again after three minutes, a watch alert once, a note never', () => {
  const ringing = new Ringing();
  const all = [alert('b', 2), alert('c', 3), alert('d', 4)];
  expect(ringing.next(all, now)?.level).toBe(2);
  expect(ringing.next(all, now + 10_000)).toBeNull();
  expect(ringing.next(all, now + 180_000)?.level).toBe(2);
  expect(new Ringing().next([alert('c', 3)], now)?.level).toBe(3);
  expect(new Ringing().next([alert('d', 4)], now)).toBeNull();
});

it('of several only the gravest sounds', () => {
  expect(new Ringing().next([alert('c', 3), alert('a', 1), alert('b', 2)], now)?.level).toBe(1);
});

it('old alerts do not ring when the page opens, unless they are urgent', () => {
  const old = now - 3_600_000;
  expect(new Ringing().next([alert('b', 2, 'new', old)], now)).toBeNull();
  expect(new Ringing().next([alert('a', 1, 'new', old)], now)?.level).toBe(1);
});
