import { type Position, uuidV7 } from '@fourfold/api';
import type { FormSpec } from '@fourfold/forms';
import type { KeptSubmission, KnownForm, OfflineDatabase, QueuedPhoto, ResidentContact } from './database.ts';
import { isForbidden } from './refusals.ts';
import { draftEnds } from './retention.ts';
import { withRoom } from './room.ts';

/** A draft's pictures are found by where they belong. */
export const mediaTarget = (submissionId: string): string => `form/${submissionId}`;

const endings: Record<string, string> = { 'image/jpeg': 'jpg', 'video/mp4': 'mp4', 'video/webm': 'webm' };

/** A tab that shows a draft, and the number of the last stroke of others that it shows. */
export interface Editor {
  tab: string;
  seen: number;
}

/** Whether another tab has written to a draft what this one does not show. */
export const isElsewhere = ({ edit }: Pick<KeptSubmission, 'edit'>, { tab, seen }: Editor): boolean =>
  edit !== undefined && edit.tab !== tab && edit.number > seen;

/** A form as its person gives it out of hand. */
export interface HandedIn {
  answers: Record<string, unknown>;
  filledAt: string;
  position?: Position;
  gridId?: string;
}

/** Filled forms on this phone: kept while they are written, sent by the sender. */
export class Submissions {
  private readonly db: OfflineDatabase;
  private readonly now: () => number;

  constructor(db: OfflineDatabase, now: () => number = Date.now) {
    this.db = db;
    this.now = now;
  }

  /** @returns the id of the draft */
  async begin(owner: string, spec: FormSpec, answers: Record<string, unknown>): Promise<string> {
    const at = this.now();
    const time = new Date(at).toISOString();
    const id = uuidV7(at);
    const { code: form, version, title } = spec;
    const draft: KeptSubmission = {
      ...{ id, owner, form, version, title, answers },
      begunAt: time,
      changedAt: time,
      standing: 'draft',
    };
    await withRoom(this.db, () => this.db.submissions.add(draft));
    return id;
  }

  /**
   * Keeps what is typed; what was handed in is not changed any more, and neither is what another tab has written
   * unseen: the last one would win without a word.
   */
  async keep(id: string, answers: Record<string, unknown>, by?: Editor): Promise<void> {
    await this.change(id, { answers }, by);
  }

  /** Keeps for whom a draft is filled, under the same conditions; undefined: for nobody else. */
  async keepResident(id: string, resident: ResidentContact | undefined, by?: Editor): Promise<void> {
    await this.change(id, { resident }, by);
  }

  private async change(id: string, part: Partial<KeptSubmission>, by?: Editor): Promise<void> {
    const write = async () => {
      const row = await this.db.submissions.get(id);
      if (row?.standing !== 'draft' || (by && isElsewhere(row, by))) return;
      const edit = by ? { edit: { tab: by.tab, number: (row.edit?.number ?? 0) + 1 } } : {};
      await this.db.submissions.update(id, { ...part, changedAt: new Date(this.now()).toISOString(), ...edit });
    };
    await withRoom(this.db, () => this.db.transaction('rw', this.db.submissions, write));
  }

  /** Keeps a picture or video of a draft. @returns the name that is its answer */
  async keepMedia(
    owner: string,
    id: string,
    media: { blob: Blob; sha256: string; duration?: number; isSensitive?: boolean },
  ): Promise<string> {
    const at = this.now();
    const photo: QueuedPhoto = {
      id: uuidV7(at),
      noteId: uuidV7(at),
      owner,
      target: mediaTarget(id),
      blob: media.blob,
      size: media.blob.size,
      sha256: media.sha256,
      ...(media.duration ? { duration: media.duration } : {}),
      ...(media.isSensitive ? { sealed: true } : {}),
      takenAt: new Date(at).toISOString(),
      standing: 'draft',
      attempts: 0,
    };
    const name = `${photo.id}.${endings[media.blob.type] ?? (media.blob.type.startsWith('video/') ? 'mp4' : 'jpg')}`;
    await withRoom(this.db, () => this.db.photos.add({ ...photo, name }));
    return name;
  }

  async media(id: string, name: string): Promise<QueuedPhoto | undefined> {
    return this.db.photos
      .where('target')
      .equals(mediaTarget(id))
      .and((photo) => photo.name === name)
      .first();
  }

  /** Forgets a picture that is no answer any more. */
  async dropMedia(id: string, name: string): Promise<void> {
    await this.db.transaction('rw', this.db.photos, async () => {
      const photo = await this.media(id, name);
      if (photo?.standing === 'draft') await this.db.photos.delete(photo.id);
    });
  }

  /**
   * Hands a draft in, its pictures with it, in one transaction: from now on it is sent as it stands.
   * @param answers as they are sent; pictures that are none of them are forgotten
   * @param filledAt RFC 3339, where it was filled
   * @param gridId the grid it is about
   * @returns whether it was still a draft
   */
  async handIn(id: string, { answers, filledAt, position, gridId }: HandedIn): Promise<boolean> {
    const { db } = this;
    const write = async () => {
      const row = await db.submissions.get(id);
      if (row?.standing !== 'draft') return false;
      const changedAt = new Date(this.now()).toISOString();
      await db.submissions.update(id, {
        ...{ answers, filledAt, changedAt },
        ...(position ? { position } : {}),
        ...(gridId ? { gridId } : {}),
        ...(row.resident ? { resident: told(row.resident) } : {}),
        standing: 'waiting',
      });
      const named = textsIn(answers);
      const media = db.photos.where('target').equals(mediaTarget(id));
      for (const photo of await media.toArray()) {
        if (photo.standing !== 'draft') continue;
        if (named.has(photo.name ?? '')) await db.photos.update(photo.id, { standing: 'waiting', commandId: id });
        else await db.photos.delete(photo.id);
      }
      return true;
    };
    return withRoom(db, () => db.transaction('rw', db.submissions, db.photos, write));
  }

  /** A refused form becomes a draft again, under an id that the server has not judged. @returns the draft's id */
  async reopen(id: string): Promise<string> {
    const { db } = this;
    return db.transaction('rw', db.submissions, db.photos, async () => {
      const row = await db.submissions.get(id);
      if (row?.standing !== 'refused') return id;
      const { refusal: _why, forbidden: _not, filledAt: _when, position: _where, gridId: _which, ...kept } = row;
      const again = uuidV7(this.now());
      await db.submissions.delete(id);
      await db.submissions.add({
        ...kept,
        id: again,
        standing: 'draft',
        changedAt: new Date(this.now()).toISOString(),
      });
      await db.photos
        .where('target')
        .equals(mediaTarget(id))
        .modify((photo) => {
          photo.target = mediaTarget(again);
          photo.standing = 'draft';
          delete photo.commandId;
        });
      return again;
    });
  }

  /** Sends a refused form again as it is: what stood in its way may be gone, such as an emergency declared late. */
  async retry(id: string): Promise<void> {
    await this.db.transaction('rw', this.db.submissions, async () => {
      const row = await this.db.submissions.get(id);
      if (row?.standing === 'refused')
        await this.db.submissions.update(id, { standing: 'waiting', refusal: undefined, forbidden: undefined });
    });
  }

  /** The person throws a draft away, or gives up a form that was refused or may not be sent; nothing of it stays. */
  async drop(id: string): Promise<void> {
    const { db } = this;
    await db.transaction('rw', db.submissions, db.photos, async () => {
      const row = await db.submissions.get(id);
      if (!row || (row.standing !== 'draft' && row.standing !== 'refused' && !isForbidden(row))) return;
      await db.photos.where('target').equals(mediaTarget(id)).delete();
      await db.submissions.delete(id);
    });
  }

  /**
   * Forgets drafts that can no longer be handed in because an emergency is over, and what the server refused then, once
   * their time has passed: what they say of people lies open on the phone. What waits to be sent stays.
   * @param open codes of the forms that may be filled now, as the server told this person
   * @param at Unix milliseconds
   */
  async forgetOver(owner: string, open: ReadonlySet<string>, at: number): Promise<void> {
    const { db } = this;
    await db.transaction('rw', db.submissions, db.photos, db.forms, async () => {
      const idle = [
        [owner, 'draft'],
        [owner, 'refused'],
      ];
      const rows = await db.submissions.where('[owner+standing]').anyOf(idle).toArray();
      for (const row of rows.filter(({ form }) => !open.has(form))) {
        const known = await db.forms.get([row.form, row.version]);
        const ends = known ? draftEnds(row, known.spec) : null;
        if (ends !== null && ends < at) await this.drop(row.id);
      }
    });
  }

  /**
   * Forgets what the server has had since before an instant, answers first: they may say something of people. Versions
   * of forms that nothing here was filled with, and that are no longer given out, go too.
   * @param current versions that are given out, as `code:version`
   */
  async prune(before: number, current: ReadonlySet<string>): Promise<void> {
    const { db } = this;
    await db.transaction('rw', db.submissions, db.photos, db.forms, async () => {
      const isOld = (row: KeptSubmission) => row.settledAt !== undefined && Date.parse(row.settledAt) < before;
      const sent = await db.submissions.filter((row) => row.standing === 'done').toArray();
      for (const row of sent) {
        const left = await db.photos
          .where('commandId')
          .equals(row.id)
          .and(({ standing }) => standing === 'waiting' || standing === 'refused')
          .count();
        if (isOld(row) && left === 0) {
          await db.photos.where('commandId').equals(row.id).delete();
          await db.submissions.delete(row.id);
        } else if (row.resident || Object.keys(row.answers).length > 0)
          await db.submissions.update(row.id, { answers: {}, resident: undefined });
      }
      const used = new Set((await db.submissions.toArray()).map(({ form, version }) => `${form}:${version}`));
      const isNeeded = ({ code, version }: KnownForm) =>
        used.has(`${code}:${version}`) || current.has(`${code}:${version}`);
      await db.forms.filter((form) => !isNeeded(form)).delete();
    });
  }
}

/** What goes of a resident: without their word no more than that there is one. */
const told = ({ consent, name = '', phone = '' }: ResidentContact): ResidentContact => ({
  consent,
  ...(consent && name.trim() ? { name: name.trim() } : {}),
  ...(consent && phone.trim() ? { phone: phone.trim() } : {}),
});

/** Every text of the answers, wherever it stands. */
function textsIn(answer: unknown, found = new Set<string>()): Set<string> {
  if (typeof answer === 'string') found.add(answer);
  else if (typeof answer === 'object' && answer !== null)
    for (const part of Object.values(answer)) textsIn(part, found);
  return found;
}
