import type { PatrolPlan } from '@fourfold/api';
import { describe, expect, it } from 'vitest';
import { isDue, lateness, nearness, nextOf, reached, type Walk } from './walks.ts';

const now = new Date(2026, 2, 18, 9, 0).getTime();
const gate = {
  id: 'gate',
  name: 'Gate',
  position: { latitude: 19.5, longitude: 109.5 },
  radiusMetres: 40,
  times: 0,
  byHand: 0,
};
const pier = { ...gate, id: 'pier', name: 'Pier', position: { latitude: 19.51, longitude: 109.5 } };
const plan = { id: 'p', points: [gate, pier], dueAt: new Date(2026, 2, 18, 18).toISOString() } as unknown as PatrolPlan;
const walk: Walk = { id: 'w', planId: 'p', startedAt: now - 60_000, seen: {} };
/** So many metres north of the gate. */
const own = (metres: number, accuracyMetres = 8, at = now) => ({
  position: { latitude: 19.5 + metres / 111_195, longitude: 109.5 },
  accuracyMetres,
  at,
});

describe('what a position says about a point', () => {
  it.each([
    ['near', own(39)],
    ['far', own(41)],
    ['inaccurate', own(0, 180)],
    ['inaccurate', own(0, 51)],
    ['near', own(0, 50)],
    ['old', own(0, 8, now - 61_000)],
    ['unknown', null],
  ] as const)('%s', (says, place) => {
    expect(nearness(gate, place, now)).toBe(says);
  });

  it('a large circle bears a poorer position, but none beyond a hundred metres', () => {
    expect(nearness({ ...gate, radiusMetres: 90 }, own(0, 80), now)).toBe('near');
    expect(nearness({ ...gate, radiusMetres: 400 }, own(0, 120), now)).toBe('inaccurate');
  });
});

describe('a walk', () => {
  it('checks in at what was not seen yet, and at nothing once it is over', () => {
    expect(reached(plan, walk, own(0), now)).toEqual([gate]);
    expect(reached(plan, { ...walk, seen: { gate: { at: now, byHand: false } } }, own(0), now)).toEqual([]);
    expect(reached(plan, { ...walk, finishedAt: now }, own(0), now)).toEqual([]);
  });

  it('goes on at the first point that was not seen', () => {
    expect(nextOf(plan, undefined)).toBe(gate);
    expect(nextOf(plan, { ...walk, seen: { gate: { at: now, byHand: true } } })).toBe(pier);
  });
});

describe('whether its hour is over', () => {
  const due = Date.parse(plan.dueAt);
  it.each([
    [null, due, undefined],
    ['today', due + 1, undefined],
    ['before', due + 86_400_000, undefined],
    [null, due + 1, walk],
    ['today', due + 1, { ...walk, finishedAt: due - 86_400_000 }],
  ] as const)('%s', (late, at, walked) => {
    expect(lateness(plan, walked, at)).toBe(late);
  });
});

describe('whether it is to be walked today', () => {
  const day = 86_400_000;
  it.each([
    [true, plan.dueAt, undefined],
    [true, new Date(now - day).toISOString(), undefined],
    [false, new Date(now + 2 * day).toISOString(), undefined],
    [true, new Date(now + 2 * day).toISOString(), walk],
    [false, plan.dueAt, { ...walk, finishedAt: now - 1000 }],
    [true, plan.dueAt, { ...walk, startedAt: now - 2 * day, finishedAt: now - day }],
  ])('%s: due %s, walk %o', (due, dueAt, known) => {
    expect(isDue({ ...plan, dueAt }, known, now)).toBe(due);
  });
});
