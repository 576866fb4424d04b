import type { Problem } from '@fourfold/api';
import type { OfflineDatabase, QueuedCommand, QueuedPhoto } from './database.ts';
import { isBare, noteKind } from './projection.ts';
import { isOurs, isPassing } from './refusals.ts';

/** Photos whose record has left, or has nothing to say without them; oldest and least tried first: a stuck one steps back behind the others. */
export async function photosWaiting(db: OfflineDatabase, owner: string): Promise<QueuedPhoto[]> {
  const waiting = await db.photos.where('[owner+standing]').equals([owner, 'waiting']).toArray();
  const ready: QueuedPhoto[] = [];
  for (const photo of waiting) if (await mayGo(db, photo)) ready.push(photo);
  return ready.filter((photo) => !photo.fileId).sort((a, b) => a.attempts - b.attempts || (a.id < b.id ? -1 : 1));
}

async function mayGo(db: OfflineDatabase, photo: QueuedPhoto): Promise<boolean> {
  if (photo.name !== undefined) return (await db.submissions.get(photo.commandId ?? ''))?.standing === 'done';
  const record = await db.commands
    .where('id')
    .equals(photo.commandId ?? '')
    .first();
  return record?.standing === 'done' || (record?.standing === 'waiting' && isBare(record));
}

/** Remembers the server's file. If the record has left without this photo, a note with it is written in the same step. */
export async function uploaded(db: OfflineDatabase, id: string, fileId: string, at: number): Promise<void> {
  await db.transaction('rw', db.photos, db.commands, db.workOrders, async () => {
    const photo = await db.photos.get(id);
    if (photo?.standing !== 'waiting') return;
    const record = await db.commands
      .where('id')
      .equals(photo.commandId ?? '')
      .first();
    if (!record?.frozen || bringsFile(record, fileId)) {
      await db.photos.update(id, { fileId });
      return;
    }
    await db.photos.update(id, { fileId, commandId: photo.noteId });
    await db.commands.add(noteFor(photo, record, fileId, at));
  });
}

const bringsFile = (record: QueuedCommand, fileId: string) =>
  ((record.frozen?.payload.photos as string[] | undefined) ?? []).includes(fileId);

function noteFor(photo: QueuedPhoto, record: QueuedCommand, fileId: string, at: number): QueuedCommand {
  return {
    id: photo.noteId,
    owner: photo.owner,
    target: photo.target,
    kind: noteKind(record.kind),
    payload: { text: '', photos: [fileId], ...(record.payload.pointId ? { pointId: record.payload.pointId } : {}) },
    baseRevision: record.baseRevision,
    ...(record.seenState ? { seenState: record.seenState } : {}),
    ...(record.about ? { about: record.about } : {}),
    deviceTime: new Date(at).toISOString(),
    standing: 'waiting',
    rebased: 0,
  };
}

/** Refusals after which the same bytes would be refused again; of size and kind a proxy may say so as well as we. */
const isFinal = (problem: Problem) =>
  problem.status === 413 || problem.status === 415 || (isOurs(problem) && !isPassing(problem.status));

export async function uploadFailed(db: OfflineDatabase, id: string, problem: Problem): Promise<void> {
  await db.transaction('rw', db.photos, async () => {
    const photo = await db.photos.get(id);
    if (photo?.standing !== 'waiting') return;
    const refused = isFinal(problem)
      ? { standing: 'refused' as const, refusal: { status: problem.status, code: problem.code } }
      : {};
    await db.photos.update(id, { attempts: photo.attempts + 1, ...refused });
  });
}

/** The photos an acknowledged command brought are safe; the ones it left behind go on waiting. */
export async function finishPhotosOf(db: OfflineDatabase, row: QueuedCommand): Promise<void> {
  await db.photos
    .where('commandId')
    .equals(row.id)
    .and((photo) => photo.fileId !== undefined && bringsFile(row, photo.fileId))
    .modify({ standing: 'done' });
}

/** A record was given up: its photos are not sent, and go when it is pruned. */
export async function releasePhotosOf(db: OfflineDatabase, row: QueuedCommand): Promise<void> {
  await db.photos
    .where('commandId')
    .equals(row.id)
    .and((photo) => photo.standing !== 'done')
    .modify({ standing: 'dropped' });
}
