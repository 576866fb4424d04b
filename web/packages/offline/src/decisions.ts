import type { WorkOrder } from '@fourfold/api';
import { drop, resend } from './commands.ts';
import type { OfflineDatabase, QueuedCommand } from './database.ts';
import { isBare, isFree, isPast } from './projection.ts';
import { isForbidden } from './refusals.ts';
import { makeRoom, withRoom } from './room.ts';

/** What a person does with their own record when somebody else was first. */
export type Decision = 'mine' | 'theirs' | 'both';

const isStuck = ({ standing }: QueuedCommand) => standing === 'conflict' || standing === 'refused';

async function stuck(db: OfflineDatabase, id: string, isIt = isStuck): Promise<QueuedCommand> {
  const row = await db.commands.where('id').equals(id).first();
  if (!row || !isIt(row)) throw new Error(`command ${id} waits for nobody`);
  return row;
}

/** A full phone is emptied by what is settled on it: that may take what is held back. */
const settle = <T>(db: OfflineDatabase, write: () => PromiseLike<T>) => withRoom(db, write, makeRoom);

/**
 * Settles a conflict as the person picked. `mine` goes again on top of what is there; `theirs` puts ours away,
 * readable until it is pruned; `both` leaves theirs as the result and adds ours as a note, photos included.
 * @param inWords our record as a text, for the note
 */
export async function decide(
  db: OfflineDatabase,
  id: string,
  decision: Decision,
  inWords: string,
  at: number,
): Promise<void> {
  const write = async () => {
    const row = await stuck(db, id);
    const current: WorkOrder | null | undefined = row.current;
    if (!current) throw new Error(`command ${id} has no other side`);
    if (decision === 'mine') await resend(db, row, current, at);
    else if (decision === 'both')
      await resend(db, row, current, at, 0, { kind: 'work-order.note', payload: { text: inWords } });
    else await yieldTo(current, db, row, at);
  };
  await settle(db, () => db.transaction('rw', db.commands, db.photos, db.kept, write));
}

/** Ours goes, and with it the steps written after it that theirs has passed: nobody is asked the same three times. */
async function yieldTo(current: WorkOrder, db: OfflineDatabase, row: QueuedCommand, at: number): Promise<void> {
  await drop(db, row, at);
  const later = await db.commands.where('target').equals(row.target).sortBy('seq');
  for (const command of later)
    if (command.owner === row.owner && command.standing === 'waiting' && isPast(current.state, command.kind))
      await drop(db, command, at);
}

/** Sends a refused command again under a new id, with the revision known now. */
export async function retry(db: OfflineDatabase, id: string, at: number): Promise<void> {
  const write = async () => {
    const row = await stuck(db, id);
    if (isFree(row)) {
      await resend(db, row, { revision: row.baseRevision }, at);
      return;
    }
    const known = row.current ?? (await db.workOrders.get(row.target))?.order;
    if (known) await resend(db, row, known, at, 0, { seenState: row.seenState });
  };
  const all = [db.commands, db.photos, db.workOrders, db.kept];
  await settle(db, () => db.transaction('rw', all, write));
}

/** The person gives up a command that was refused, or that may not be sent. */
export async function giveUp(db: OfflineDatabase, id: string, at: number): Promise<void> {
  const mayEnd = (row: QueuedCommand) => isStuck(row) || isForbidden(row);
  const write = async () => drop(db, await stuck(db, id, mayEnd), at);
  await settle(db, () => db.transaction('rw', db.commands, db.photos, db.kept, write));
}

/** Tries a refused photo again. */
export async function retryPhoto(db: OfflineDatabase, id: string): Promise<void> {
  const refused = db.photos
    .where('id')
    .equals(id)
    .and((photo) => photo.standing === 'refused');
  await settle(db, () => refused.modify({ standing: 'waiting', forbidden: false }));
}

/** The person gives up a photo that was refused or may not be sent, and with the last one a note that was nothing else. */
export async function giveUpPhoto(db: OfflineDatabase, id: string, at: number): Promise<void> {
  const write = async () => {
    const photo = await db.photos.get(id);
    if (!photo || (photo.standing !== 'refused' && !isForbidden(photo))) return;
    await db.photos.update(id, { standing: 'dropped' });
    const recordId = photo.commandId ?? '';
    const record = await db.commands.where('id').equals(recordId).first();
    if (record?.standing !== 'waiting' || !isBare(record)) return;
    const others = db.photos
      .where('commandId')
      .equals(recordId)
      .and(({ standing }) => standing !== 'dropped');
    if ((await others.count()) === 0) await drop(db, record, at);
  };
  await settle(db, () => db.transaction('rw', db.commands, db.photos, write));
}
