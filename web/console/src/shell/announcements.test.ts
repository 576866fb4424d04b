import { expect, it } from 'vitest';
import { Announcements } from './announcements.ts';

const alert = (id: string, level: 1 | 2 | 3 | 4, state: 'new' | 'acknowledged' = 'new') => ({
  id,
  level,
  state,
  raisedAt: '2026-03-18T04:00:00Z',
});

it('reads the gravest new alert once, and nothing below the second level', () => {
  const announcements = new Announcements();
  expect(announcements.next([alert('old', 1)])).toBeNull();
  const list = [alert('old', 1), alert('high', 2), alert('urgent', 1), alert('watch', 3)];
  expect(announcements.next(list)?.id).toBe('urgent');
  expect(announcements.next(list)).toBeNull();
  expect(announcements.next([...list, alert('taken', 1, 'acknowledged'), alert('note', 4)])).toBeNull();
  expect(announcements.next([alert('another', 2)])?.id).toBe('another');
});

it('reads an alert that comes into an empty queue', () => {
  const announcements = new Announcements();
  expect(announcements.next([])).toBeNull();
  expect(announcements.next([alert('first', 2)])?.id).toBe('first');
});
