import type { Exclusive } from './sender.ts';

/** One sender among all tabs of this origin. The lock ends with its tab, even one that was killed. */
export function oneTab(name: string, locks: LockManager = navigator.locks): Exclusive {
  return (work) =>
    locks.request(name, { ifAvailable: true }, async (lock) => {
      if (lock) await work();
      return lock !== null;
    });
}
