import { useLiveValue, useNow } from '../../data/live.ts';

export const amberMilliseconds = 10_000;
export const redMilliseconds = 30_000;

export type Freshness = 'waiting' | 'fresh' | 'amber' | 'red';

/** How old the picture is. The server speaks once a second even when nothing moves. */
export function freshness(heardAt: number, openedAt: number, now: number): { state: Freshness; age: number } {
  const age = now - (heardAt || openedAt);
  if (age > redMilliseconds) return { state: 'red', age };
  if (age > amberMilliseconds) return { state: 'amber', age };
  return { state: heardAt === 0 ? 'waiting' : 'fresh', age };
}

const openedAt = Date.now();

export function useFreshness() {
  const now = useNow();
  const heardAt = useLiveValue((live) => live.heardAt);
  return { ...freshness(heardAt, openedAt, now), heardAt };
}
