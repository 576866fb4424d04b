import { type PatrolPlan, type PatrolPoint, type Position, uuidV7 } from '@fourfold/api';
import { useLive } from '@fourfold/offline/react';
import { useKept, useMe, usePhone } from './context.tsx';
import { distanceMetres } from './geo.ts';
import { plansKey } from './ground.ts';
import type { Own } from './own.ts';
import type { Phone } from './phone.ts';

/** A position that may be further off says nothing about a point; the server thinks so too. */
export const worstAccuracyMetres = 100;
/** However small a point's circle, a phone between houses is no better than this. */
const usualAccuracyMetres = 50;
/** An older position is where somebody was. */
export const freshMilliseconds = 60_000;
const dayMilliseconds = 86_400_000;

export interface Seen {
  /** By this phone's clock. */
  at: number;
  accuracyMetres?: number;
  byHand: boolean;
}

/** A walk as this phone keeps it: which points were seen, and never the way between. */
export interface Walk {
  id: string;
  planId: string;
  startedAt: number;
  seen: Record<string, Seen>;
  finishedAt?: number;
}

/** What a position says about a point. */
export type Nearness = 'near' | 'far' | 'inaccurate' | 'old' | 'unknown';

export function nearness(
  point: Pick<PatrolPoint, 'position' | 'radiusMetres'>,
  own: Own | null,
  now: number,
): Nearness {
  if (!own) return 'unknown';
  if (now - own.at > freshMilliseconds) return 'old';
  if (own.accuracyMetres > Math.min(worstAccuracyMetres, Math.max(point.radiusMetres, usualAccuracyMetres)))
    return 'inaccurate';
  return distanceMetres(point.position, own.position) <= point.radiusMetres ? 'near' : 'far';
}

/** Points that this position is at and that were not seen yet. */
export const reached = (plan: PatrolPlan, walk: Walk, own: Own | null, now: number): PatrolPoint[] =>
  walk.finishedAt ? [] : plan.points.filter((point) => !walk.seen[point.id] && nearness(point, own, now) === 'near');

/** The first point of the way that was not seen yet. */
export const nextOf = (plan: PatrolPlan, walk: Walk | undefined): PatrolPoint | undefined =>
  plan.points.find((point) => !walk?.seen[point.id]);

const sameDay = (a: number, b: number) => new Date(a).toDateString() === new Date(b).toDateString();

/** Whether it is to be walked today, or is being walked. */
export function isDue(plan: PatrolPlan, walk: Walk | undefined, now: number): boolean {
  if (walk && !walk.finishedAt && now - walk.startedAt < dayMilliseconds) return true;
  const doneToday = walk?.finishedAt !== undefined && sameDay(walk.finishedAt, now);
  if (doneToday) return false;
  const due = Date.parse(plan.dueAt);
  return due < now || sameDay(due, now);
}

/** Whether its hour is over: today's, or that of a day before. Who is on the way is not late any more. */
export function lateness(plan: PatrolPlan, walk: Walk | undefined, now: number): 'today' | 'before' | null {
  const due = Date.parse(plan.dueAt);
  if (due >= now || (walk && !walk.finishedAt)) return null;
  return sameDay(due, now) ? 'today' : 'before';
}

const walkKey = (person: string, planId: string) => `walk:${person}:${planId}`;

/** The plan, and its latest walk on this phone; undefined while the phone looks, null when it has no such plan. */
export function usePatrol(planId: string): { plan: PatrolPlan; walk: Walk | undefined } | null | undefined {
  const phone = usePhone();
  const person = useMe().person.id;
  return useLive(async () => {
    const plans = (await phone.db.recall<PatrolPlan[]>(plansKey(person))) ?? [];
    const plan = plans.find(({ id }) => id === planId);
    const walk = await phone.db.recall<Walk>(walkKey(person, planId));
    return plan ? { plan, walk: walk && isCurrent(walk) ? walk : undefined } : null;
  }, `${person}/${planId}`);
}

/** Patrols that are due today, with how far each has come. */
export function useDuePatrols(now: number): { plan: PatrolPlan; walk: Walk | undefined }[] {
  const phone = usePhone();
  const person = useMe().person.id;
  const plans = useKept<PatrolPlan[]>(plansKey(person));
  const walks = useLive(async () => {
    const kept = await phone.db.kept.where('key').startsWith(`walk:${person}:`).toArray();
    return kept.map(({ value }) => value as Walk);
  }, person);
  if (!plans || !walks) return [];
  return plans
    .map((plan) => ({ plan, walk: walks.find((walk) => walk.planId === plan.id && isCurrent(walk)) }))
    .filter(({ plan, walk }) => isDue(plan, walk, now));
}

/** Yesterday's walk is not gone on with, and its summary is no more than a day's. */
const isCurrent = (walk: Walk) => Date.now() - (walk.finishedAt ?? walk.startedAt) < dayMilliseconds;

/** Begins a walk; kept with its command, or not at all. */
export async function begin(phone: Phone, person: string, plan: PatrolPlan): Promise<void> {
  const now = Date.now();
  const walk: Walk = { id: uuidV7(now), planId: plan.id, startedAt: now, seen: {} };
  await phone.tell({ kind: 'patrol.start', target: walk.id, payload: { planId: plan.id }, about: plan.name }, () =>
    phone.db.keep(walkKey(person, plan.id), walk),
  );
}

/** Somebody is at a point: by position, or by hand with a photo. A second time changes nothing. */
export async function checkIn(
  phone: Phone,
  person: string,
  walk: Walk,
  point: PatrolPoint,
  how: { own: Own } | { photoId: string },
): Promise<void> {
  const key = walkKey(person, walk.planId);
  const kept = await phone.db.recall<Walk>(key);
  if (!kept || kept.id !== walk.id || kept.seen[point.id] || kept.finishedAt) return;
  const at = Date.now();
  const byHand = 'photoId' in how;
  const seen: Seen = byHand ? { at, byHand } : { at, byHand, accuracyMetres: Math.round(how.own.accuracyMetres) };
  await phone.tell(
    {
      kind: 'patrol.check-in',
      target: walk.id,
      about: point.name,
      payload: byHand
        ? { pointId: point.id, byHand: true }
        : {
            pointId: point.id,
            accuracyMetres: Math.round(how.own.accuracyMetres),
            distanceMetres: Math.round(distanceMetres(point.position, how.own.position)),
          },
      ...(byHand ? { photoIds: [how.photoId] } : {}),
    },
    () => phone.db.keep(key, { ...kept, seen: { ...kept.seen, [point.id]: seen } }),
  );
}

/** The walk is over, whole or not. */
export async function finish(phone: Phone, person: string, walk: Walk, name: string): Promise<void> {
  const key = walkKey(person, walk.planId);
  const kept = (await phone.db.recall<Walk>(key)) ?? walk;
  if (kept.finishedAt) return;
  await phone.tell({ kind: 'patrol.finish', target: walk.id, about: name }, () =>
    phone.db.keep(key, { ...kept, finishedAt: Date.now() }),
  );
}

/** Where a point is from here, metres; null when that is not known. */
export const awayMetres = (point: { position: Position }, own: Own | null): number | null =>
  own ? distanceMetres(point.position, own.position) : null;
