import {
  body,
  client,
  type Ground,
  type GroundGrid,
  isProblem,
  type PatrolPlan,
  type Position,
  type Session,
} from '@fourfold/api';
import type { OfflineDatabase } from '@fourfold/offline';
import { soon } from './ask.ts';
import { distanceMetres } from './geo.ts';

/** Boundaries change a few times a year; what is kept is asked for again once in this time. */
const groundMilliseconds = 6 * 3_600_000;

/** The grids a person serves and those beside them, as they are kept. */
export interface KeptGround extends Ground {
  fetchedAt: number;
}

export const groundKey = (person: string) => `ground:${person}`;
export const plansKey = (person: string) => `plans:${person}`;

/** Keeps the grids and patrols of whoever is signed in; good to have, and nothing else waits for it. */
export async function learnGround(db: OfflineDatabase, session: Session, isOurs: () => boolean): Promise<void> {
  const person = session.person.id;
  try {
    if (session.permissions.includes('grids.read')) {
      const kept = await db.recall<KeptGround>(groundKey(person));
      const now = Date.now();
      if (!kept || Math.abs(now - kept.fetchedAt) > groundMilliseconds) {
        const ground = body(await client.GET('/grids/mine', soon()));
        if (isOurs()) await db.keep(groundKey(person), { ...ground, fetchedAt: now } satisfies KeptGround);
      }
    }
    if (session.permissions.includes('patrols.walk')) {
      const plans = body(await client.GET('/patrol-plans/mine', soon())).items;
      if (isOurs()) await db.keep(plansKey(person), plans satisfies PatrolPlan[]);
    }
  } catch (error) {
    if (!isProblem(error)) console.error(error);
  }
}

/** Whether a place lies inside, by even and odd; rings are longitude and latitude. */
export function holds({ rings }: Pick<GroundGrid, 'rings'>, { latitude, longitude }: Position): boolean {
  let inside = false;
  for (const ring of rings)
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [x = 0, y = 0] = ring[i] ?? [];
      const [u = 0, v = 0] = ring[j] ?? [];
      if (y > latitude !== v > latitude && longitude < ((u - x) * (latitude - y)) / (v - y) + x) inside = !inside;
    }
  return inside;
}

/** The grid a place lies in, one's own first; without one, or without a place, the first that one serves. */
export function gridAt(ground: Ground | undefined, place: Position | null): GroundGrid | undefined {
  if (!ground) return undefined;
  const there = place ? [...ground.own, ...ground.neighbours].find((grid) => holds(grid, place)) : undefined;
  return there ?? ground.own[0];
}

/**
 * The grid that a record counts in: of those one serves, the one where it is; without a place, or elsewhere, the first.
 * A neighbour's grid is not one's own to write into.
 */
export function servedAt(ground: Ground | undefined, place: Position | null): GroundGrid | undefined {
  const own = ground?.own ?? [];
  return own.find((grid) => place && holds(grid, place)) ?? own[0];
}

/** People name a place by a point no further off than this. */
const besideMetres = 100;

/** The point of a patrol that a place lies beside; undefined where none is near. */
export function nearestPoint<P extends Pick<PatrolPlan['points'][number], 'name' | 'position'>>(
  plans: readonly { points: readonly P[] }[],
  place: Position,
): P | undefined {
  const [nearest] = plans
    .flatMap(({ points }) => points)
    .map((point) => ({ point, metres: distanceMetres(point.position, place) }))
    .filter(({ metres }) => metres <= besideMetres)
    .sort((a, b) => a.metres - b.metres);
  return nearest?.point;
}

/** The middle of the box around grids; null without any. */
export function middle(grids: readonly GroundGrid[]): { centre: Position; box: Box } | null {
  const box = { west: 180, south: 90, east: -180, north: -90 };
  for (const [longitude = 0, latitude = 0] of grids.flatMap(({ rings }) => rings.flat())) {
    box.west = Math.min(box.west, longitude);
    box.east = Math.max(box.east, longitude);
    box.south = Math.min(box.south, latitude);
    box.north = Math.max(box.north, latitude);
  }
  if (box.west > box.east) return null;
  return { centre: { latitude: (box.south + box.north) / 2, longitude: (box.west + box.east) / 2 }, box };
}

export interface Box {
  west: number;
  south: number;
  east: number;
  north: number;
}
