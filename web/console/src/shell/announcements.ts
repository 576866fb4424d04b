import type { Alert } from '@fourfold/api';

type Told = Pick<Alert, 'id' | 'level' | 'state' | 'raisedAt'>;

/** The gravest levels are read out, each alert once. */
const gravestUnread = 2;

/** Which alert of a list is to be read out next: what was there at first is read in the queue, not shouted. */
export class Announcements {
  private known: Set<string> | null = null;

  /** The gravest alert that is new since the last list; null when there is none. */
  next<T extends Told>(alerts: readonly T[]): T | null {
    const grave = alerts.filter((alert) => alert.level <= gravestUnread && alert.state === 'new');
    const before = this.known;
    this.known = new Set([...(before ?? []), ...grave.map(({ id }) => id)]);
    if (before === null) return null;
    const fresh = grave.filter(({ id }) => !before.has(id));
    fresh.sort((a, b) => a.level - b.level || b.raisedAt.localeCompare(a.raisedAt));
    return fresh[0] ?? null;
  }
}
