import { type Command, type CommandResult, uuidV7, type WorkOrder } from '@fourfold/api';
import type { OfflineDatabase, QueuedCommand, Refusal } from './database.ts';
import { finishPhotosOf, releasePhotosOf } from './photos.ts';
import { bearsFiles, isBare, isBeside, isFinished, isFree, stateAfter } from './projection.ts';

/** What the server made of a command. */
export type Answer =
  | { kind: 'done'; revision: number | null }
  | { kind: 'stale'; current: WorkOrder | null; refusal: Refusal }
  | { kind: 'refused'; current: WorkOrder | null; refusal: Refusal };

/** Renewals of a revision without asking; beyond it somebody else is at the work order just now. */
const rebaseLimit = 5;

export function answerTo(result: CommandResult): Answer {
  if (result.status >= 200 && result.status < 300) return { kind: 'done', revision: result.revision ?? null };
  const refusal: Refusal = {
    status: result.status,
    code: result.problem?.code ?? `http.${result.status}`,
    parameters: result.problem?.parameters ?? undefined,
  };
  const stale = result.status === 409 && refusal.code === 'revision.stale';
  return { kind: stale ? 'stale' : 'refused', current: result.current ?? null, refusal };
}

/** The first command of each work order, where none before it waits for a person. Oldest first. */
export async function nextHeads(db: OfflineDatabase, owner: string): Promise<QueuedCommand[]> {
  const open = await db.commands
    .where('[owner+standing]')
    .anyOf([
      [owner, 'waiting'],
      [owner, 'conflict'],
      [owner, 'refused'],
    ])
    .sortBy('seq');
  const first = new Map<string, QueuedCommand>();
  for (const command of open) {
    // A note that was refused, or has no photo to bring yet, is an aside: the work goes on without it.
    const aside = command.standing === 'waiting' ? await waitsForPhoto(db, command) : isBeside(command);
    if (!aside && !first.has(command.target)) first.set(command.target, command);
  }
  return [...first.values()].filter((command) => command.standing === 'waiting');
}

async function waitsForPhoto(db: OfflineDatabase, command: QueuedCommand): Promise<boolean> {
  if (command.frozen || !isBare(command)) return false;
  const brought = db.photos
    .where('commandId')
    .equals(command.id)
    .and((photo) => photo.fileId !== undefined);
  return (await brought.count()) === 0;
}

/**
 * Fixes what will be sent and keeps it. The expected revision is the one the person saw, or the one our own
 * commands have led to since; photos that are not on the server yet will follow in a note.
 */
export async function freeze(db: OfflineDatabase, head: QueuedCommand): Promise<Command> {
  return db.transaction('rw', db.commands, db.photos, db.kept, async () => {
    const row = await db.commands.get(seqOf(head));
    if (!row) throw new Error(`command ${head.id} is gone`);
    if (row.frozen) return row.frozen;
    const photos = await db.photos.where('commandId').equals(row.id).sortBy('id');
    const files = photos.flatMap((photo) => (photo.fileId ? [photo.fileId] : []));
    const reached = (await db.recall<number>(reachedKey(row.target))) ?? 0;
    const frozen: Command = {
      id: row.id,
      kind: row.kind,
      target: row.target,
      expectedRevision: Math.max(row.baseRevision, reached),
      deviceTime: row.deviceTime,
      payload: bearsFiles(row) ? { ...row.payload, photos: [...new Set([...givenFiles(row), ...files])] } : row.payload,
    };
    await db.commands.update(seqOf(row), { frozen });
    return frozen;
  });
}

const givenFiles = (row: QueuedCommand) => (row.payload.photos as string[] | undefined) ?? [];
/** Revision of a work order after our last acknowledged command. */
const reachedKey = (target: string) => `reached:${target}`;

function seqOf(row: QueuedCommand): number {
  if (row.seq === undefined) throw new Error('a stored command has its place in the order');
  return row.seq;
}

/** Settles an answer with everything it changes, in one transaction; an answer heard twice changes nothing more. */
export async function acknowledge(db: OfflineDatabase, id: string, answer: Answer, at: number): Promise<void> {
  await db.transaction('rw', db.commands, db.photos, db.workOrders, db.kept, async () => {
    const row = await db.commands.where('id').equals(id).first();
    if (row?.standing !== 'waiting') return;
    if (answer.kind === 'done') await settleDone(db, row, answer.revision, at);
    // What the server tells beside it is no work order, and cannot be shown as one.
    else if (isFree(row)) await park(db, row, { ...answer, current: null });
    else if (answer.kind === 'stale' && canRebase(row, answer.current)) await rebase(db, row, answer, at);
    else await park(db, row, answer);
    if (answer.kind !== 'done' && answer.current && !isFree(row)) await learn(db, answer.current);
  });
}

async function settleDone(db: OfflineDatabase, row: QueuedCommand, revision: number | null, at: number): Promise<void> {
  const settledAt = new Date(at).toISOString();
  await db.commands.update(seqOf(row), { standing: 'done', settledAt });
  const reached = revision ?? (row.frozen?.expectedRevision ?? row.baseRevision) + 1;
  await db.keep(reachedKey(row.target), reached);
  await finishPhotosOf(db, row);
  const known = await db.workOrders.get(row.target);
  if (!known || known.order.revision >= reached) return;
  const state = stateAfter(known.order.state, row.kind);
  const report = row.kind === 'work-order.report' ? { ...row.frozen?.payload, at: row.deviceTime } : known.order.report;
  // The history that was asked for ends before this step.
  const order = { ...known.order, revision: reached, state, report, history: [] } as WorkOrder;
  await db.workOrders.put({ ...known, order, ...(isFinished(state) ? { doneAt: settledAt } : {}) });
}

/** Nothing the person saw has changed: a moved deadline must not make them decide again. A note is always welcome. */
function canRebase(row: QueuedCommand, current: WorkOrder | null): boolean {
  if (!current || row.rebased >= rebaseLimit) return false;
  if (row.kind === 'work-order.note') return true;
  return current.state === row.seenState;
}

/** The refused command is put away and one with a new id takes its very place in the order. */
async function rebase(
  db: OfflineDatabase,
  row: QueuedCommand,
  answer: { current: WorkOrder | null },
  at: number,
): Promise<void> {
  if (!answer.current) return;
  await resend(db, row, answer.current, at, row.rebased + 1);
}

/** Gives a command a new id and the revision that is there now; its photos come with it. */
export async function resend(
  db: OfflineDatabase,
  row: QueuedCommand,
  current: Pick<WorkOrder, 'revision'> & { state?: WorkOrder['state'] },
  at: number,
  rebased = 0,
  change: Partial<QueuedCommand> = {},
): Promise<void> {
  const id = uuidV7(at);
  const { frozen: _sent, refusal: _why, forbidden: _not, current: _theirs, ...kept } = row;
  await db.commands.put({
    ...kept,
    id,
    baseRevision: current.revision,
    seenState: current.state,
    standing: 'waiting',
    rebased,
    ...change,
  });
  await db.photos.where('commandId').equals(row.id).modify({ commandId: id });
}

async function park(db: OfflineDatabase, row: QueuedCommand, answer: Exclude<Answer, { kind: 'done' }>): Promise<void> {
  // A conflict needs the other side to be shown; without it there is only a reason to be read.
  const standing = answer.kind === 'stale' && answer.current ? 'conflict' : 'refused';
  await db.commands.update(seqOf(row), { standing, refusal: answer.refusal, current: answer.current });
}

/** Keeps a whole row of the server, history and all; an older one that was late is not believed. */
export async function learn(db: OfflineDatabase, order: WorkOrder): Promise<void> {
  await db.transaction('rw', db.workOrders, async () => {
    const known = await db.workOrders.get(order.id);
    if (known && known.order.revision <= order.revision) await db.workOrders.put({ ...known, order });
  });
}

/** Gives a command up: it stays readable until it is pruned, and the next of its work order may go. */
export async function drop(db: OfflineDatabase, row: QueuedCommand, at: number): Promise<void> {
  await db.commands.update(seqOf(row), { standing: 'dropped', settledAt: new Date(at).toISOString() });
  await releasePhotosOf(db, row);
}
