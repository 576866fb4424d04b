import type { OfflineDatabase, QueuedPhoto } from './database.ts';

const key = 'reserve';
/** Far more than what a round writes down: what is sent, and what became of it. */
const reserveBytes = 512 * 1024;

/** Whether the phone has no room left; the database wraps what the browser said. */
export function isFull(error: unknown): boolean {
  for (let at: unknown = error; at && typeof at === 'object'; at = (at as { inner?: unknown }).inner)
    if ((at as { name?: string }).name === 'QuotaExceededError') return true;
  return /quota/i.test(error instanceof Error ? error.message : '');
}

/**
 * Holds room while there is some, for the day when there is none: what is sent is written down before, so a full phone
 * could send nothing, and sending is what makes room.
 */
export async function holdRoom(db: OfflineDatabase): Promise<void> {
  if ((await db.kept.where('key').equals(key).count()) > 0) return;
  // Bytes of a blob lie in a file of their own, which goes at once when it is given back.
  await db.keep(key, new Blob([new Uint8Array(reserveBytes)]));
}

const isOver = ({ standing }: QueuedPhoto) => standing === 'done' || standing === 'dropped';

/** Gives up the pictures that the server has, and those that were given up. @returns whether there were any */
export async function dropSent(db: OfflineDatabase): Promise<boolean> {
  return db.transaction('rw', db.photos, async () => {
    return (await db.photos.filter(isOver).delete()) > 0;
  });
}

/**
 * Does what a person wants kept, and when there is no room for it once more after some was made: what the server has is
 * not needed here. What is held back is spent on it only where nothing could be sent without it.
 * @param free makes the room; answers whether it did
 */
export async function withRoom<T>(db: OfflineDatabase, keep: () => PromiseLike<T>, free = dropSent): Promise<T> {
  try {
    return await keep();
  } catch (fault) {
    if (!isFull(fault) || !(await free(db))) throw fault;
    return keep();
  }
}

/** Gives back what is held, and those pictures. @returns whether there was any of either */
export async function makeRoom(db: OfflineDatabase): Promise<boolean> {
  return db.transaction('rw', db.kept, db.photos, async () => {
    const held = await db.kept.where('key').equals(key).delete();
    const sent = await db.photos.filter(isOver).delete();
    return held + sent > 0;
  });
}
