import type { Command, CommandKind, Instant, Position, WorkOrder, WorkOrderState } from '@fourfold/api';
import type { FormError, FormSchema, FormSpec } from '@fourfold/forms';
import { Dexie, type EntityTable, liveQuery, type Table } from 'dexie';
import { withRoom } from './room.ts';

/**
 * Where a command stands. `waiting`: not yet answered. `conflict`: somebody changed the work order first, the person
 * picks. `refused`: the server said no, the person reads why. `done`: acknowledged. `dropped`: the person gave it up,
 * or put another in its place.
 */
export type Standing = 'waiting' | 'conflict' | 'refused' | 'done' | 'dropped';

export interface Refusal {
  status: number;
  code: string;
  parameters?: Record<string, string | number | boolean | null>;
}

/** While it waits: the last session that tried it was of a post that may not send it. */
export type Forbidden = boolean;

export interface QueuedCommand {
  /** Order of writing on this phone; given by the database. */
  seq?: number;
  /** UUIDv7, made here once. */
  id: string;
  /** Person who wrote it; nobody else's session sends it. */
  owner: string;
  /** Work order; of what belongs to none, the case, patrol or meeting it is about. */
  target: string;
  kind: CommandKind;
  payload: Record<string, unknown>;
  /** Revision of the server's row the person was looking at. */
  baseRevision: number;
  /** State that was on the screen, our own unsent commands included; of a work order only. */
  seenState?: WorkOrderState;
  /** What it is about, in the person's own words or a name they know; of what belongs to no work order. */
  about?: string;
  deviceTime: Instant;
  standing: Standing;
  /** Exactly what may have reached the server. Kept before the first sending and never changed afterwards. */
  frozen?: Command;
  /** Times its revision was renewed without asking, because nothing the person saw had changed. */
  rebased: number;
  refusal?: Refusal;
  forbidden?: Forbidden;
  /** What the server has, when it is in conflict. */
  current?: WorkOrder | null;
  settledAt?: Instant;
}

export type PhotoStanding = 'draft' | 'waiting' | 'refused' | 'done' | 'dropped';

/** A photo, a video or spoken words, of a record or of a form. */
export interface QueuedPhoto {
  /** UUIDv7; also the idempotency key of its upload. */
  id: string;
  owner: string;
  target: string;
  /** The command that brings it, or the submission it belongs to; absent while it is part of a draft. */
  commandId?: string;
  /** Of a form only: the answer that it is, in place of a command's list of files. */
  name?: string;
  /** Of a sensitive field: the server seals it, and once it has it, it is not kept here. */
  sealed?: boolean;
  /** Id of the note that brings it after all, if its command had to leave without it. Made with the photo. */
  noteId: string;
  blob: Blob;
  size: number;
  /** Hex; empty for a video, whose pieces are checked one by one. */
  sha256: string;
  /** Length of a video or of spoken words, milliseconds. */
  duration?: number;
  takenAt: Instant;
  standing: PhotoStanding;
  attempts: number;
  /** Where its upload goes on; the page that began it may be gone. */
  uploadUrl?: string;
  /** The server's file, once uploaded. */
  fileId?: string;
  refusal?: Refusal;
  forbidden?: Forbidden;
}

/** A work order as the server last told it. */
export interface KnownWorkOrder {
  id: string;
  owner: string;
  order: WorkOrder;
  fetchedAt: Instant;
  /** When a report or return of ours was acknowledged, so that the day's finished work can be shown. */
  doneAt?: Instant;
}

/**
 * Where a filled form stands. `draft`: being written. `waiting`: handed in and not changed any more. `refused`: the
 * server said no. `done`: acknowledged. `dropped`: given up.
 */
export type SubmissionStanding = 'draft' | 'waiting' | 'refused' | 'done' | 'dropped';

/** How to reach a resident for whom somebody else speaks: without their consent it is no more than that there is one. */
export interface ResidentContact {
  consent: boolean;
  name?: string;
  phone?: string;
}

/** A form being filled, or filled. */
export interface KeptSubmission {
  /** UUIDv7, made here once; also the key that makes it arrive once. */
  id: string;
  owner: string;
  form: string;
  /** Stays what it was when it was begun, whatever is published meanwhile. */
  version: number;
  title: FormSpec['title'];
  /** As typed while it is a draft; as they are sent once it is handed in. */
  answers: Record<string, unknown>;
  begunAt: Instant;
  changedAt: Instant;
  /** Which tab wrote the answers last, and how many strokes there were with it; absent before the first stroke. */
  edit?: { tab: string; number: number };
  /** RFC 3339 where it was filled; from handing in. */
  filledAt?: string;
  position?: Position;
  /** The grid it is about; from handing in. */
  gridId?: string;
  /** The resident without a phone for whom it is filled: as typed while it is a draft, as it is sent once handed in. */
  resident?: ResidentContact;
  standing: SubmissionStanding;
  refusal?: Refusal;
  forbidden?: Forbidden;
  /** What the server found wrong with single answers. */
  errors?: FormError[];
  settledAt?: Instant;
}

/** Something said that belongs to no work order: an answer to a resident, that a notice was read, a new patrol. Nothing is overwritten by it. */
export interface QueuedLetter {
  /** UUIDv7, made here once; also the key that makes it arrive once. */
  id: string;
  owner: string;
  /** Below `/api/v1`. */
  path: string;
  body: Record<string, unknown>;
  /** What it is and what it is about: letters about one thing go in the order they were written. */
  kind: 'question.answer' | 'question.close' | 'notice.read' | 'patrol-plan.make';
  about: string;
  /** In words the person knows, for the outbox. */
  title: string;
  writtenAt: Instant;
  standing: Exclude<Standing, 'conflict'>;
  refusal?: Refusal;
  forbidden?: Forbidden;
  settledAt?: Instant;
}

/** One version of a form; it never changes. */
export interface KnownForm {
  code: string;
  version: number;
  spec: FormSpec;
  schema: FormSchema;
}

/** Anything else worth keeping: the session, the land outline, code lists, unfinished reports. */
export interface Kept {
  key: string;
  value: unknown;
}

export class OfflineDatabase extends Dexie {
  commands!: EntityTable<QueuedCommand, 'seq'>;
  photos!: Table<QueuedPhoto, string>;
  workOrders!: Table<KnownWorkOrder, string>;
  kept!: Table<Kept, string>;
  submissions!: Table<KeptSubmission, string>;
  forms!: Table<KnownForm, [string, number]>;
  letters!: Table<QueuedLetter, string>;

  constructor(name = 'fourfold-field', options?: ConstructorParameters<typeof Dexie>[1]) {
    super(name, options);
    this.version(1).stores({
      commands: '++seq, &id, [owner+standing], target',
      photos: 'id, [owner+standing], commandId, target',
      workOrders: 'id, owner',
      kept: 'key',
    });
    this.version(2).stores({
      submissions: 'id, [owner+standing]',
      forms: '[code+version]',
    });
    this.version(3).stores({ letters: 'id, [owner+standing], about' });
  }

  async keep(key: string, value: unknown): Promise<void> {
    await this.kept.put({ key, value });
  }

  /** Changes fields of a kept record and leaves its others, also those that another tab writes at the same time. */
  async merge(key: string, part: object): Promise<void> {
    await withRoom(this, () =>
      this.transaction('rw', this.kept, async () => {
        await this.keep(key, { ...(await this.recall<object>(key)), ...part });
      }),
    );
  }

  async recall<T>(key: string): Promise<T | undefined> {
    return (await this.kept.get(key))?.value as T | undefined;
  }

  /**
   * Tells what is kept under a key now and after every change, also of another tab.
   * @returns a function that ends it
   */
  watch<T>(key: string, heard: (value: T | undefined) => void): () => void {
    const subscription = liveQuery(() => this.recall<T>(key)).subscribe({ next: heard, error: console.error });
    return () => subscription.unsubscribe();
  }
}
