/** What can be taken back, and done again. */
export interface History<T> {
  readonly past: readonly T[];
  readonly now: T;
  readonly future: readonly T[];
  /** What the last change was about; another one about the same is one step with it. */
  readonly mark: string | null;
}

const stepsAtMost = 200;

export const begin = <T>(now: T): History<T> => ({ past: [], now, future: [], mark: null });

/** @param mark the same for strokes in one place, so that a word is one step and not its letters */
export function step<T>(history: History<T>, now: T, mark: string | null = null): History<T> {
  if (now === history.now) return history;
  if (mark !== null && mark === history.mark) return { ...history, now, future: [] };
  return { past: [...history.past.slice(1 - stepsAtMost), history.now], now, future: [], mark };
}

export function undo<T>({ past, now, future }: History<T>): History<T> {
  const before = past.at(-1);
  if (before === undefined) return { past, now, future, mark: null };
  return { past: past.slice(0, -1), now: before, future: [now, ...future], mark: null };
}

export function redo<T>({ past, now, future }: History<T>): History<T> {
  const [next, ...rest] = future;
  if (next === undefined) return { past, now, future, mark: null };
  return { past: [...past, now], now: next, future: rest, mark: null };
}
