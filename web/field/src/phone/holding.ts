const under = new Set<object>();
let wanted = false;

/**
 * Something goes on that a page loaded anew would break off: words being spoken, a picture being kept, a word for which
 * there was no room.
 * @returns a function that says that it is over
 */
export function hold(): () => void {
  const one = {};
  under.add(one);
  return () => {
    under.delete(one);
    if (wanted && under.size === 0) location.reload();
  };
}

/** Loads the page anew, as soon as nothing is broken off by it. */
export function reloadWhenFree(): void {
  wanted = true;
  if (under.size === 0) location.reload();
}

/** Does something that must not be broken off. */
export async function whole<T>(work: () => Promise<T>): Promise<T> {
  const release = hold();
  try {
    return await work();
  } finally {
    release();
  }
}
