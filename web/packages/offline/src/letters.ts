import { uuidV7 } from '@fourfold/api';
import type { OfflineDatabase, QueuedLetter } from './database.ts';
import { withRoom } from './room.ts';
import type { Round } from './round.ts';
import type { SenderOptions } from './sender.ts';
import { attempt, refusalOf, type Went } from './submissionSender.ts';

export type WrittenLetter = Pick<QueuedLetter, 'path' | 'body' | 'kind' | 'about' | 'title'>;

/** What a person says beside their work orders, kept before anything is sent. */
export class Letters {
  private readonly db: OfflineDatabase;
  private readonly now: () => number;

  constructor(db: OfflineDatabase, now: () => number = Date.now) {
    this.db = db;
    this.now = now;
  }

  /**
   * Writes one down. Its own id goes into the body as `id` where the body asks for one.
   * @returns its id
   */
  async write(owner: string, { body, ...written }: WrittenLetter): Promise<string> {
    const at = this.now();
    const id = uuidV7(at);
    const letter: QueuedLetter = {
      ...written,
      id,
      owner,
      body: 'id' in body ? { ...body, id } : body,
      writtenAt: new Date(at).toISOString(),
      standing: 'waiting',
    };
    await withRoom(this.db, () => this.db.letters.add(letter));
    return id;
  }

  /** The person wants it tried again after a refusal. */
  retry(id: string): Promise<void> {
    return this.change(id, { standing: 'waiting', refusal: undefined, forbidden: undefined });
  }

  /** The person gives it up. */
  drop(id: string): Promise<void> {
    return this.change(id, { standing: 'dropped', settledAt: new Date(this.now()).toISOString() });
  }

  /** Forgets what was settled before an instant: it may say something of people. */
  async prune(before: number): Promise<void> {
    await this.db.letters.filter(({ settledAt }) => settledAt !== undefined && Date.parse(settledAt) < before).delete();
  }

  private async change(id: string, change: Partial<QueuedLetter>): Promise<void> {
    await this.db.transaction('rw', this.db.letters, async () => {
      const row = await this.db.letters.get(id);
      if (row?.standing === 'refused' || row?.standing === 'waiting') await this.db.letters.update(id, change);
    });
  }
}

/** Whether one still has to go. */
export async function lettersWaiting(db: OfflineDatabase, owner: string): Promise<boolean> {
  return (await db.letters.where('[owner+standing]').equals([owner, 'waiting']).count()) > 0;
}

/** Sends the oldest one that may go: after one that is held up, nothing more about the same thing goes. */
export async function sendLetter(
  { db, transport, now }: Pick<Required<SenderOptions>, 'db' | 'transport' | 'now'>,
  round: Round,
): Promise<Went> {
  const waiting = await db.letters.where('[owner+standing]').equals([round.owner, 'waiting']).sortBy('id');
  const next = waiting.find(({ about }) => !round.forms.has(about));
  if (!next) return undefined;
  return attempt(
    () => transport.post(round.owner, next.path, next.body, next.id),
    () => settle(db, next, { standing: 'done', settledAt: new Date(now()).toISOString() }),
    (problem) => settle(db, next, { standing: 'refused', refusal: refusalOf(problem) }),
    [round, next.about, () => settle(db, next, { forbidden: true })],
  );
}

/** Settles what still waits; an answer heard twice changes nothing more. */
async function settle(db: OfflineDatabase, { id }: QueuedLetter, change: Partial<QueuedLetter>): Promise<void> {
  await db.transaction('rw', db.letters, async () => {
    const row = await db.letters.get(id);
    if (row?.standing === 'waiting') await db.letters.update(id, change);
  });
}
