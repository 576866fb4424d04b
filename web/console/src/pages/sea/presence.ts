const minute = 60_000;
/** As far back as the strip can look. */
const mostMinutes = 12 * 60;

/**
 * How many vessels were in the picture, minute by minute, since this page was opened. The server keeps no such history
 * yet, so earlier hours stay empty rather than made up.
 */
export class Presence {
  private readonly most = new Map<number, number>();

  /** @param at Unix milliseconds */
  record(vessels: number, at: number): void {
    const key = Math.floor(at / minute);
    const before = this.most.get(key);
    if (before === undefined) this.forget(key - mostMinutes);
    this.most.set(key, Math.max(before ?? 0, vessels));
  }

  /** The most there were in each stretch of `step` from `from` until `until`; stretches without a look are left out. */
  stretches(from: number, until: number, step: number): { at: number; vessels: number }[] {
    const found = new Map<number, number>();
    for (const [key, vessels] of this.most) {
      const time = key * minute;
      if (time < from - minute || time > until) continue;
      const at = Math.floor(time / step) * step;
      found.set(at, Math.max(found.get(at) ?? 0, vessels));
    }
    return [...found].map(([at, vessels]) => ({ at, vessels })).sort((a, b) => a.at - b.at);
  }

  private forget(oldest: number): void {
    for (const key of this.most.keys()) if (key < oldest) this.most.delete(key);
  }
}

/** Outlives the page, so that a look at a case leaves no gap it need not. */
export const presence = new Presence();
