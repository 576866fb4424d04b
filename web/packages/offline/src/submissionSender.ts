import { isProblem, type Problem } from '@fourfold/api';
import type { FormError } from '@fourfold/forms';
import type { KeptSubmission, OfflineDatabase, QueuedPhoto, Refusal } from './database.ts';
import { isOfPost, isOfPurpose, isOurs, isPassing } from './refusals.ts';
import { newRound, over, type Round } from './round.ts';
import type { SenderOptions } from './sender.ts';
import type { SubmissionBody } from './transport.ts';

type Options = Pick<Required<SenderOptions>, 'db' | 'transport' | 'now'>;

/** What became of one request; undefined when there was nothing to send. */
export type Went = 'accepted' | 'refused' | 'later' | undefined;

/** Whether a form, or the place of one of its files, still has to be told. */
export async function formsWaiting(db: OfflineDatabase, owner: string): Promise<boolean> {
  const none = newRound(owner);
  return (await nextSubmission(db, none)) !== undefined || (await nextAttached(db, none)) !== undefined;
}

/** Sends the oldest form that waits. What it holds was fixed when it was handed in, so repeating it changes nothing. */
export async function sendSubmission({ db, transport, now }: Options, round: Round): Promise<Went> {
  const next = await nextSubmission(db, round);
  if (!next) return undefined;
  return attempt(
    () => transport.submit(round.owner, next.form, bodyOf(next)),
    () => settle(db, next, { standing: 'done', settledAt: new Date(now()).toISOString() }),
    (problem) => settle(db, next, { standing: 'refused', refusal: refusalOf(problem), errors: errorsOf(problem) }),
    [round, next.id, () => settle(db, next, { forbidden: true })],
  );
}

/** Tells which answer an uploaded file is: after its form, for which it does not wait. */
export async function attachMedia({ db, transport }: Options, round: Round): Promise<Went> {
  const next = await nextAttached(db, round);
  if (!next) return undefined;
  const { commandId = '', name = '', fileId = '' } = next;
  return attempt(
    () => transport.attach(round.owner, commandId, { name, fileId }),
    () => place(db, next, { standing: 'done', ...(next.sealed ? { blob: new Blob() } : {}) }),
    (problem) => place(db, next, { standing: 'refused', refusal: refusalOf(problem) }),
    [round, next.id, () => place(db, next, { forbidden: true })],
  );
}

/**
 * Tries one request, and settles it by what was answered; what says nothing about it ends the round or waits.
 * @param held where one that waits is put down, and as what; and what is kept of one that the post may not send
 */
export async function attempt(
  send: () => Promise<void>,
  accepted: () => Promise<void>,
  refused: (problem: Problem) => Promise<void>,
  held: [round: Round, id: string, forbidden: () => Promise<void>],
): Promise<Went> {
  try {
    await send();
  } catch (error) {
    if (!isProblem(error)) throw error;
    const end = over(error);
    const { status } = error;
    if (status === 0 || status === 401 || isOfPurpose(status, error.body.code)) throw end;
    const isForbidden = isOfPost(status, error.body.code);
    // Of the size a proxy may say so as well as we; anything else it says is not about the form.
    if (isForbidden || isPassing(status) || (!isOurs(error) && status !== 413)) {
      const [round, id, forbidden] = held;
      round.forms.add(id);
      if (isForbidden) {
        round.forbidden.add(id);
        await forbidden();
      }
      return 'later';
    }
    await refused(error);
    return 'refused';
  }
  await accepted();
  return 'accepted';
}

async function nextSubmission(db: OfflineDatabase, { owner, forms }: Round): Promise<KeptSubmission | undefined> {
  const waiting = await db.submissions.where('[owner+standing]').equals([owner, 'waiting']).sortBy('id');
  return waiting.find(({ id }) => !forms.has(id));
}

async function nextAttached(db: OfflineDatabase, { owner, forms }: Round): Promise<QueuedPhoto | undefined> {
  const waiting = await db.photos.where('[owner+standing]').equals([owner, 'waiting']).sortBy('id');
  return waiting.find(({ id, name, fileId }) => name !== undefined && fileId !== undefined && !forms.has(id));
}

const bodyOf = (kept: KeptSubmission): SubmissionBody => {
  const { id, version, filledAt, changedAt, position, gridId, resident, answers } = kept;
  return {
    id,
    version,
    filledAt: filledAt ?? changedAt,
    ...(position ? { position } : {}),
    ...(gridId ? { gridId } : {}),
    ...(resident ? { forResident: resident } : {}),
    answers,
  };
};

/** Settles what still waits; an answer heard twice changes nothing more. */
async function settle(db: OfflineDatabase, { id }: KeptSubmission, change: Partial<KeptSubmission>): Promise<void> {
  await db.transaction('rw', db.submissions, async () => {
    const row = await db.submissions.get(id);
    if (row?.standing === 'waiting') await db.submissions.update(id, change);
  });
}

async function place(db: OfflineDatabase, { id }: QueuedPhoto, change: Partial<QueuedPhoto>): Promise<void> {
  await db.transaction('rw', db.photos, async () => {
    const row = await db.photos.get(id);
    if (row?.standing === 'waiting') await db.photos.update(id, change);
  });
}

export const refusalOf = ({ status, code, parameters }: Problem): Refusal => ({
  status,
  code,
  parameters: Object.fromEntries(Object.entries(parameters).filter(([, value]) => typeof value !== 'object')),
});

function errorsOf({ parameters }: Problem): FormError[] {
  const errors: unknown = (parameters as Record<string, unknown>).errors;
  return Array.isArray(errors) ? (errors as FormError[]) : [];
}
