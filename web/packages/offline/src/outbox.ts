import { type CommandKind, uuidV7, type WorkOrder } from '@fourfold/api';
import type { OfflineDatabase, QueuedCommand, QueuedPhoto } from './database.ts';
import { show } from './projection.ts';

export interface Written {
  kind: CommandKind;
  target: string;
  payload?: Record<string, unknown>;
  /** Draft photos it brings, by id. */
  photoIds?: string[];
  /** Draft that ends with it. */
  draftKey?: string;
}

/** What a person does, kept before anything is sent. */
export class Outbox {
  private readonly db: OfflineDatabase;
  private readonly now: () => number;

  constructor(db: OfflineDatabase, now: () => number = Date.now) {
    this.db = db;
    this.now = now;
  }

  /**
   * Writes a command, its photos and the end of its draft in one transaction: all of it is kept, or none.
   * @returns the command's id
   */
  async write(owner: string, written: Written): Promise<string> {
    const id = uuidV7(this.now());
    await this.db.transaction('rw', this.db.commands, this.db.photos, this.db.workOrders, this.db.kept, async () => {
      const known = await this.db.workOrders.get(written.target);
      if (!known) throw new Error(`work order ${written.target} is not on this phone`);
      const earlier = await this.db.commands.where('target').equals(written.target).toArray();
      await this.db.commands.add(this.command(id, owner, written, known.order, earlier));
      for (const photo of written.photoIds ?? [])
        await this.db.photos.update(photo, { commandId: id, standing: 'waiting' });
      if (written.draftKey) await this.db.kept.delete(written.draftKey);
    });
    return id;
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
      seenState: show(order, earlier).order.state,
      deviceTime: new Date(this.now()).toISOString(),
      standing: 'waiting',
      rebased: 0,
    };
  }

  /** Keeps a photo of an unfinished report. */
  async addPhoto(owner: string, target: string, picture: { blob: Blob; sha256: string }): Promise<QueuedPhoto> {
    const at = this.now();
    const photo: QueuedPhoto = {
      id: uuidV7(at),
      noteId: uuidV7(at),
      owner,
      target,
      blob: picture.blob,
      size: picture.blob.size,
      sha256: picture.sha256,
      takenAt: new Date(at).toISOString(),
      standing: 'draft',
      attempts: 0,
    };
    await this.db.photos.add(photo);
    return photo;
  }

  /** Takes a photo out of an unfinished report; one that was already handed in stays. */
  async removeDraftPhoto(id: string): Promise<void> {
    await this.db.transaction('rw', this.db.photos, async () => {
      const photo = await this.db.photos.get(id);
      if (photo?.standing === 'draft') await this.db.photos.delete(id);
    });
  }

  /** Forgets what was acknowledged before an instant; what was not is never touched. */
  async prune(before: number): Promise<void> {
    await this.db.transaction('rw', this.db.commands, this.db.photos, async () => {
      const isOld = (at: string | undefined) => at !== undefined && Date.parse(at) < before;
      const settled = await this.db.commands
        .filter((c) => (c.standing === 'done' || c.standing === 'dropped') && isOld(c.settledAt))
        .toArray();
      await this.db.commands.bulkDelete(settled.flatMap((command) => (command.seq === undefined ? [] : [command.seq])));
      await this.db.photos
        .filter((photo) => (photo.standing === 'done' || photo.standing === 'dropped') && isOld(photo.takenAt))
        .delete();
    });
  }
}
