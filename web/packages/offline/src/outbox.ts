import { type CommandKind, type FreeCommandKind, uuidV7, type WorkOrder } from '@fourfold/api';
import type { OfflineDatabase, QueuedCommand, QueuedPhoto } from './database.ts';
import { isOpen, isPast, show } from './projection.ts';
import { withRoom } from './room.ts';

export interface Written {
  kind: CommandKind;
  target: string;
  payload?: Record<string, unknown>;
  /** Draft photos it brings, by id. */
  photoIds?: string[];
  /** Draft that ends with it. */
  draftKey?: string;
}

/** A record that belongs to no work order. */
export interface WrittenFree extends Written {
  kind: FreeCommandKind;
  /** What it is about, for the outbox. */
  about?: string;
}

/** What a person looks at already is not in the way of saying it anew; notes are as many as there are. */
const isSame = (before: QueuedCommand, { kind }: Written) =>
  before.kind === kind && before.standing === 'waiting' && kind !== 'work-order.note';

/** Where the draft of a page is kept: its writer's own, on a phone that others use as well. */
export const draftKey = (owner: string, page: string): string => `draft:${owner}:${page}`;

/** A draft's photos may be apart by page (`id/note`); the work order is what comes first. */
export const workOrderOf = (target: string): string => target.split('/')[0] ?? target;

/** What a person does, kept before anything is sent. */
export class Outbox {
  private readonly db: OfflineDatabase;
  private readonly now: () => number;

  constructor(db: OfflineDatabase, now: () => number = Date.now) {
    this.db = db;
    this.now = now;
  }

  /**
   * Writes a command, its photos and the end of its draft in one transaction: all of it is kept, or none. A step that
   * was written before, by a second tap or in another tab, is not written again.
   * @returns the command's id, or of the one that did it before; undefined when the work order is past it
   */
  async write(owner: string, written: Written): Promise<string | undefined> {
    const { db } = this;
    const id = uuidV7(this.now());
    const write = async () => {
      const known = await db.workOrders.get(written.target);
      if (!known) throw new Error(`work order ${written.target} is not on this phone`);
      const all = await db.commands.where('target').equals(written.target).toArray();
      const earlier = all.filter((command) => command.owner === owner && isOpen(command));
      const before = earlier.find((command) => isSame(command, written));
      const command = this.command(id, owner, written, known.order, earlier);
      if (before ?? isPast(command.seenState ?? known.order.state, written.kind)) return before?.id;
      await db.commands.add(command);
      for (const photo of written.photoIds ?? []) await this.handIn(photo, command);
      if (written.draftKey) await db.kept.delete(written.draftKey);
      return id;
    };
    const all = [db.commands, db.photos, db.workOrders, db.kept];
    return withRoom(db, () => db.transaction('rw', all, write));
  }

  /**
   * Writes what belongs to no work order, with its photos, the end of its draft and whatever else `beside` keeps: all of
   * it, or none.
   * @returns the command's id
   */
  async writeFree(owner: string, written: WrittenFree, beside?: () => Promise<unknown>): Promise<string> {
    const { db } = this;
    const at = this.now();
    const command: QueuedCommand = {
      id: uuidV7(at),
      owner,
      target: written.target,
      kind: written.kind,
      payload: written.payload ?? {},
      baseRevision: 0,
      deviceTime: new Date(at).toISOString(),
      standing: 'waiting',
      rebased: 0,
      ...(written.about ? { about: written.about } : {}),
    };
    const write = async () => {
      await db.commands.add(command);
      for (const photo of written.photoIds ?? []) await this.handIn(photo, command);
      if (written.draftKey) await db.kept.delete(written.draftKey);
      await beside?.();
    };
    await withRoom(db, () => db.transaction('rw', db.commands, db.photos, db.kept, write));
    return command.id;
  }

  /** A photo belongs to the work order from now on, on whichever page it was taken. */
  private async handIn(id: string, { id: commandId, target }: QueuedCommand): Promise<void> {
    const photo = await this.db.photos.get(id);
    if (photo?.standing === 'draft') await this.db.photos.update(id, { commandId, target, standing: 'waiting' });
  }

  private command(
    id: string,
    owner: string,
    written: Written,
    order: WorkOrder,
    earlier: QueuedCommand[],
  ): QueuedCommand {
    return {
      id,
      owner,
      target: written.target,
      kind: written.kind,
      payload: written.payload ?? {},
      baseRevision: order.revision,
      seenState: show(order, earlier, owner).order.state,
      deviceTime: new Date(this.now()).toISOString(),
      standing: 'waiting',
      rebased: 0,
    };
  }

  /** Keeps a photo or video of an unfinished report. */
  async addPhoto(
    owner: string,
    target: string,
    picture: { blob: Blob; sha256: string; duration?: number },
  ): Promise<QueuedPhoto> {
    const at = this.now();
    const photo: QueuedPhoto = {
      id: uuidV7(at),
      noteId: uuidV7(at),
      owner,
      target,
      blob: picture.blob,
      size: picture.blob.size,
      sha256: picture.sha256,
      ...(picture.duration ? { duration: picture.duration } : {}),
      takenAt: new Date(at).toISOString(),
      standing: 'draft',
      attempts: 0,
    };
    await withRoom(this.db, () => this.db.photos.add(photo));
    return photo;
  }

  /** Takes a photo out of an unfinished report; one that was already handed in stays. */
  async removeDraftPhoto(id: string): Promise<void> {
    await this.db.transaction('rw', this.db.photos, async () => {
      const photo = await this.db.photos.get(id);
      if (photo?.standing === 'draft') await this.db.photos.delete(id);
    });
  }

  /**
   * Forgets what was acknowledged before an instant, and photos of drafts of that age whose work order has left the
   * phone and of which no word is left; anything else that was not sent is never touched.
   */
  async prune(before: number): Promise<void> {
    const { commands, photos, workOrders, kept } = this.db;
    await this.db.transaction('rw', commands, photos, workOrders, kept, async () => {
      const isOld = (at: string | undefined) => at !== undefined && Date.parse(at) < before;
      const settled = await this.db.commands
        .filter((c) => (c.standing === 'done' || c.standing === 'dropped') && isOld(c.settledAt))
        .toArray();
      await this.db.commands.bulkDelete(settled.flatMap((command) => (command.seq === undefined ? [] : [command.seq])));
      const here = new Set(await this.db.workOrders.toCollection().primaryKeys());
      const begun = new Set(await kept.where('key').startsWith('draft:').primaryKeys());
      // What belongs to a form goes with it.
      const isOver = ({ standing, target, owner }: QueuedPhoto) =>
        standing === 'done' ||
        standing === 'dropped' ||
        (standing === 'draft' &&
          !target.startsWith('form/') &&
          !here.has(workOrderOf(target)) &&
          !begun.has(draftKey(owner, target)));
      await this.db.photos.filter((photo) => isOver(photo) && isOld(photo.takenAt)).delete();
    });
  }
}
