import type { Alert } from '@fourfold/api';

export const hour = 3_600_000;
const minute = 60_000;

/** How far back the strip may look, hours. */
export const ranges = [1, 6, 12] as const;
export type RangeHours = (typeof ranges)[number];

const scales: Record<RangeHours, { tick: number; bar: number }> = {
  1: { tick: 10 * minute, bar: minute },
  6: { tick: hour, bar: 5 * minute },
  12: { tick: 2 * hour, bar: 10 * minute },
};

/** Milliseconds from one written time to the next, and the width of a bar. */
export const scaleOf = (range: RangeHours) => scales[range];

/** Round local times inside the range, save those that would lie under the word for now. */
export function ticks(now: number, range: RangeHours, offsetMinutes = new Date(now).getTimezoneOffset()): number[] {
  const { tick } = scales[range];
  const from = now - range * hour;
  const local = offsetMinutes * minute;
  const first = Math.ceil((from - local) / tick) * tick + local;
  const clearOfNow = (range * hour) / 24;
  const marks: number[] = [];
  for (let mark = first; mark < now - clearOfNow; mark += tick) marks.push(mark);
  return marks;
}

export interface Pile {
  /** Middle, Unix milliseconds. */
  at: number;
  /** The gravest first. */
  alerts: Alert[];
}

/** Alerts that would lie on each other in a strip of this width stand on each other instead. */
export function piles(alerts: readonly Alert[], from: number, until: number, width: number, side: number): Pile[] {
  const places = Math.max(1, Math.floor(width / side));
  const step = (until - from) / places;
  const found = new Map<number, Alert[]>();
  for (const alert of alerts) {
    const time = Date.parse(alert.raisedAt);
    if (time < from || time > until) continue;
    const place = Math.min(places - 1, Math.floor((time - from) / step));
    found.set(place, [...(found.get(place) ?? []), alert]);
  }
  return [...found].map(([place, pile]) => ({
    at: from + (place + 0.5) * step,
    alerts: pile.sort((a, b) => a.level - b.level || a.raisedAt.localeCompare(b.raisedAt)),
  }));
}
