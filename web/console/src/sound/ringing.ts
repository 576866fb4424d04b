import type { Alert } from '@fourfold/api';
import type { Level } from '@fourfold/ui';

/** Urgent alerts ring until someone takes them; high ones again after three minutes; the rest once or never. */
export const urgentRepeatMilliseconds = 5000;
export const urgentLouderMilliseconds = 30_000;
export const highRepeatMilliseconds = 180_000;
/** Older alerts than this were someone else's shift: they do not ring when the page opens. */
const oldestMilliseconds = 10 * 60_000;

export interface Ring {
  level: Level;
  /** It has rung so long unanswered that it gets louder. */
  urgent: boolean;
}

/** Decides what to ring now. Pure but for what it remembers: feed it the alerts to do and the clock. */
export class Ringing {
  private readonly lastRung = new Map<string, number>();
  private readonly firstSeen = new Map<string, number>();

  /** @returns the gravest sound that is due, or null */
  next(alerts: readonly Pick<Alert, 'id' | 'level' | 'state' | 'raisedAt'>[], now: number): Ring | null {
    let due: Ring | null = null;
    const alive = new Set<string>();
    for (const alert of alerts) {
      if (alert.state !== 'new') continue;
      alive.add(alert.id);
      const ring = this.ringFor(alert, now);
      if (ring && (!due || ring.level < due.level)) due = ring;
    }
    for (const id of this.lastRung.keys()) if (!alive.has(id)) this.forget(id);
    return due;
  }

  private ringFor(alert: Pick<Alert, 'id' | 'level' | 'raisedAt'>, now: number): Ring | null {
    const last = this.lastRung.get(alert.id);
    const seen = this.firstSeen.get(alert.id) ?? now;
    this.firstSeen.set(alert.id, seen);
    const old = last === undefined && now - Date.parse(alert.raisedAt) > oldestMilliseconds;
    if (alert.level === 4 || (old && alert.level !== 1)) {
      this.lastRung.set(alert.id, last ?? now);
      return null;
    }
    const every = alert.level === 1 ? urgentRepeatMilliseconds : alert.level === 2 ? highRepeatMilliseconds : Infinity;
    if (last !== undefined && now - last < every) return null;
    this.lastRung.set(alert.id, now);
    return { level: alert.level, urgent: alert.level === 1 && now - seen >= urgentLouderMilliseconds };
  }

  private forget(id: string): void {
    this.lastRung.delete(id);
    this.firstSeen.delete(id);
  }
}
