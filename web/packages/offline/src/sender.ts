import { type Command, type CommandResult, isProblem, type Problem } from '@fourfold/api';
import { acknowledge, answerTo, freeze, nextHeads } from './commands.ts';
import type { OfflineDatabase, QueuedCommand } from './database.ts';
import { lettersWaiting, sendLetter } from './letters.ts';
import { photosWaiting, uploaded, uploadFailed } from './photos.ts';
import { isOfPost, isOfPurpose, isOurs, isPassing } from './refusals.ts';
import { isFull, makeRoom } from './room.ts';
import { endOf, newRound, over, type Round, type RoundEnd, RoundOver } from './round.ts';
import { attachMedia, formsWaiting, sendSubmission } from './submissionSender.ts';
import type { Transport } from './transport.ts';

/** Runs work in one tab at a time; answers false at once when another tab is at it. */
export type Exclusive = (work: () => Promise<void>) => Promise<boolean>;

export interface SenderOptions {
  db: OfflineDatabase;
  transport: Transport;
  exclusive: Exclusive;
  now?: () => number;
  /** How long a record waits for its photos, once, before it leaves without them. */
  photoGraceMilliseconds?: number;
  /** How long one file may hold up what else waits, before it gives way and goes on later from where it was. */
  turnMilliseconds?: number;
  /** Told of every piece of a file that the server has: bytes of the whole. */
  onSent?: (photoId: string, bytes: number) => void;
}

/** Commands in one request; the server takes 100. */
const batchSize = 50;
/** Requests in one round: a bound, far above what a phone gathers in a day without signal. */
const roundLimit = 500;

/**
 * Replays what a phone gathered. Commands of one work order go one after the other, each with the revision that the
 * one before it led to; different work orders do not wait for each other. Text goes first. What is sent is written
 * down before it is sent, and settled in one transaction with what it changes, so that dying between any two steps
 * repeats a request and never a deed.
 */
export class Sender {
  private readonly options: Required<SenderOptions>;
  private photoUnderWay: AbortController | null = null;
  /** Whether the last round brought anything to the server: on a line that breaks often, each does, and none is whole. */
  advanced = false;

  constructor(options: SenderOptions) {
    this.options = {
      now: Date.now,
      photoGraceMilliseconds: 10_000,
      turnMilliseconds: 120_000,
      onSent: () => {},
      ...options,
    };
  }

  /** One round: everything of this person that can go now. */
  async round(owner: string): Promise<RoundEnd> {
    let end: RoundEnd = 'empty';
    const mine = await this.options.exclusive(async () => {
      end = await this.run(newRound(owner)).catch((fault: unknown) => this.inLittleRoom(owner, fault));
    });
    return mine ? end : 'elsewhere';
  }

  /** Once more with the room that was held back, when it was for want of it that the round broke off. */
  private async inLittleRoom(owner: string, fault: unknown): Promise<RoundEnd> {
    if (!isFull(fault)) throw fault;
    if (!(await makeRoom(this.options.db))) return 'full';
    return this.run(newRound(owner)).catch((again: unknown): RoundEnd => {
      if (!isFull(again)) throw again;
      return 'full';
    });
  }

  /** Text goes first: a photo that is on its way stops for a command that was just written. */
  makeWay(): void {
    this.photoUnderWay?.abort();
  }

  private async run(round: Round): Promise<RoundEnd> {
    this.advanced = false;
    try {
      if (!(await this.anything(round.owner))) return 'empty';
      await this.checkPerson(round.owner);
      for (let requests = 0; requests < roundLimit; requests++) {
        const went =
          (await this.sendText(round)) ||
          (await this.sendLetter(round)) ||
          (await this.sendRecord(round)) ||
          (await this.sendForm(round)) ||
          (await this.sendPhoto(round));
        if (!went) return endOf(round);
      }
      return 'later';
    } catch (error) {
      if (error instanceof RoundOver) return error.end;
      throw error;
    }
  }

  private async anything(owner: string): Promise<boolean> {
    const { db } = this.options;
    return (
      (await nextHeads(db, owner)).length > 0 ||
      (await photosWaiting(db, owner)).length > 0 ||
      (await formsWaiting(db, owner)) ||
      (await lettersWaiting(db, owner))
    );
  }

  /** Another person may have signed in on this phone since; their session does not send this one's work. */
  private async checkPerson(owner: string): Promise<void> {
    const person = await this.options.transport.person().catch((error: unknown) => {
      throw over(error);
    });
    if (person !== owner) throw new RoundOver('signed-out');
  }

  private async heads(round: Round): Promise<QueuedCommand[]> {
    const heads = await nextHeads(this.options.db, round.owner);
    return heads.filter((head) => !round.targets.has(head.target));
  }

  /** First of each work order, unless its photos deserve a moment first. @returns whether anything went */
  private async sendText(round: Round): Promise<boolean> {
    const ready: QueuedCommand[] = [];
    for (const head of await this.heads(round)) {
      const photos = await this.options.db.photos.where('commandId').equals(head.id).toArray();
      if (head.frozen || photos.every((photo) => photo.fileId)) ready.push(head);
      if (ready.length === batchSize) break;
    }
    return ready.length > 0 && this.deliver(ready, round);
  }

  private async sendRecord(round: Round): Promise<boolean> {
    const [head] = await this.heads(round);
    if (!head) return false;
    const grace = AbortSignal.timeout(this.options.photoGraceMilliseconds);
    for (const photo of await this.options.db.photos.where('commandId').equals(head.id).sortBy('id')) {
      if (photo.standing !== 'waiting' || photo.fileId) continue;
      if (grace.aborted || !(await this.tryUpload(photo.id, round, grace))) break;
    }
    return this.deliver([head], round);
  }

  /** A filled form, or the word which of its answers an uploaded file is. @returns whether anything went */
  private async sendForm(round: Round): Promise<boolean> {
    const went = (await sendSubmission(this.options, round)) ?? (await attachMedia(this.options, round));
    if (went === 'accepted') this.advanced = true;
    return went !== undefined;
  }

  /** An answer or another word that belongs to no work order. @returns whether anything went */
  private async sendLetter(round: Round): Promise<boolean> {
    const went = await sendLetter(this.options, round);
    if (went === 'accepted') this.advanced = true;
    return went !== undefined;
  }

  private async sendPhoto(round: Round): Promise<boolean> {
    const waiting = await photosWaiting(this.options.db, round.owner);
    const photo = waiting.find((candidate) => !round.photos.has(candidate.id));
    if (!photo) return false;
    const turn = new AbortController();
    this.photoUnderWay = turn;
    const limit = setTimeout(() => turn.abort(), this.options.turnMilliseconds);
    const progress = { bytes: 0 };
    const there = await this.tryUpload(photo.id, round, turn.signal, progress);
    clearTimeout(limit);
    this.photoUnderWay = null;
    if (!there && turn.signal.aborted && progress.bytes > 0) throw new RoundOver('more');
    return true;
  }

  /** @returns whether the photo is on the server now */
  private async tryUpload(id: string, round: Round, signal: AbortSignal, progress = { bytes: 0 }): Promise<boolean> {
    const { db, transport, now } = this.options;
    const photo = await db.photos.get(id);
    if (!photo) return false;
    try {
      const file = await transport.upload(photo, {
        signal,
        begun: (url) => void db.photos.update(id, { uploadUrl: url }).catch(console.error),
        sent: (bytes) => {
          progress.bytes = bytes;
          this.advanced = true;
          this.options.onSent(id, bytes);
        },
      });
      await uploaded(db, id, file.id, now());
      this.advanced = true;
      return true;
    } catch (error) {
      if (!isProblem(error)) throw error;
      const { code } = error.body;
      if (isOfPurpose(error.status, code) || (error.status === 401 && isOurs(error))) throw over(error);
      // One that gave way after it had come further did not fail.
      if (signal.aborted && progress.bytes > 0) return false;
      // No answer may only mean that it is too large for this signal: the small text of others may still pass.
      round.photos.add(id);
      if (isOfPost(error.status, code)) {
        round.forbidden.add(id);
        await db.photos.update(id, { forbidden: true });
      } else await uploadFailed(db, id, error);
      return false;
    }
  }

  private async deliver(heads: QueuedCommand[], round: Round): Promise<boolean> {
    const frozen: Command[] = [];
    for (const head of heads) frozen.push(await freeze(this.options.db, head));
    const results = new Map((await this.send(round.owner, frozen)).map((result) => [result.id, result]));
    for (const command of frozen) {
      const result = results.get(command.id);
      if (result?.status === 401) throw new RoundOver('signed-out');
      if (result && isOfPurpose(result.status, result.problem?.code)) throw new RoundOver('not-allowed');
      if (result && isOfPost(result.status, result.problem?.code)) {
        round.targets.add(command.target);
        round.forbidden.add(command.target);
        await this.options.db.commands.where('id').equals(command.id).modify({ forbidden: true });
      } else if (!result || isPassing(result.status)) round.targets.add(command.target);
      else {
        await acknowledge(this.options.db, command.id, answerTo(result), this.options.now());
        this.advanced = true;
      }
    }
    return true;
  }

  private async send(owner: string, commands: Command[]): Promise<CommandResult[]> {
    try {
      return await this.options.transport.send(owner, commands);
    } catch (error) {
      const end = over(error);
      if (!isProblem(error) || end.end !== 'later' || isPassing(error.status)) throw end;
      // Of the size a proxy may say so as well as we; anything else it says is not about the work.
      if (!isOurs(error) && error.status !== 413) throw end;
      return this.sendApart(owner, commands, error);
    }
  }

  /** The request as a whole was refused: find out which command it was, one by one. */
  private async sendApart(owner: string, commands: Command[], refusal: Problem): Promise<CommandResult[]> {
    const [only] = commands;
    if (commands.length === 1 && only)
      return [
        {
          id: only.id,
          status: refusal.status,
          problem: { code: refusal.code, parameters: refusal.parameters, errors: null },
        },
      ];
    const results: CommandResult[] = [];
    for (const command of commands) results.push(...(await this.send(owner, [command])));
    return results;
  }
}
