import { expect, it } from 'vitest';
import { uuid, uuidV7 } from './ids.ts';

it('ids made later sort later, and carry their millisecond', () => {
  const at = Date.parse('2026-03-18T04:12:36.789Z');
  const [first, second] = [uuidV7(at), uuidV7(at + 1)];
  expect(first < second).toBe(true);
  expect(Number.parseInt(first.replaceAll('-', '').slice(0, 12), 16)).toBe(at);
  expect(first[14]).toBe('7');
  expect('89ab').toContain(first[19]);
});

it('random ids are version 4 and differ', () => {
  expect(uuid()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(uuid()).not.toBe(uuid());
});
