import {
  type Command,
  type CommandResult,
  Problem,
  type ProblemBody,
  type Session,
  type StoredFile,
} from '@fourfold/api';
import type { QueuedPhoto } from './database.ts';

/** The way to the server. Throws {@link Problem}: status 0 when there was no answer, else what HTTP said. */
export interface Transport {
  /** Id of the person whose session this is; a 401 when there is none, a 403 when it is for something else. */
  person(): Promise<string>;
  /** @param owner whose work it is; a 401 when the session has become somebody else's */
  send(owner: string, commands: Command[]): Promise<CommandResult[]>;
  /** Sends the same bytes again without harm: the key is the photo's own id. */
  upload(photo: QueuedPhoto, signal?: AbortSignal): Promise<StoredFile>;
}

/** The server refuses what bears another person's id than its session's: a queue never changes hands. */
const personHeader = 'Fourfold-Person';
const commandsTimeoutMilliseconds = 30_000;
const photoTimeoutMilliseconds = 120_000;

/** Whether a refusal bears a code of our server; a proxy's or another system's page says nothing about the work. */
export const isOurs = (problem: Problem) => problem.body.code !== undefined;

/** Statuses that say nothing about what was sent; another time it may fare better. */
export const isPassing = (status: number) => status >= 500 || status === 408 || status === 425 || status === 429;

/** Refusals that concern the session and not what was sent: the same may pass after signing in again. */
export const isOfSession = (status: number, code: string | undefined) =>
  status === 403 && (code === 'permission.missing' || code === 'purpose.missing');

const noAnswer = (error: unknown) => new Problem(0, { title: error instanceof Error ? error.message : String(error) });

/**
 * The answer's JSON. What is not ours, such as the page of a hotel's network, counts as no answer; a proxy's refusal
 * keeps its status and has no code.
 * @param isWanted what an answer of our server has
 */
async function call<T>(url: string, init: RequestInit, isWanted: (body: T) => boolean): Promise<T> {
  let response: Response;
  try {
    response = await fetch(url, { ...init, credentials: 'same-origin' });
  } catch (error) {
    throw noAnswer(error);
  }
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) throw new Problem(response.status, (body ?? {}) as ProblemBody);
  if (!body || !isWanted(body as T)) throw noAnswer('not an answer of this server');
  return body as T;
}

/** Aborted by either; `AbortSignal.any` is younger than many a phone. */
function either(one: AbortSignal, other: AbortSignal): AbortSignal {
  const both = new AbortController();
  for (const signal of [one, other]) {
    if (signal.aborted) both.abort();
    signal.addEventListener('abort', () => both.abort(), { once: true });
  }
  return both.signal;
}

/** The real server, below `/api/v1` of the page's own origin. */
export const http: Transport = {
  async person() {
    const session = await call<Session>(
      '/api/v1/session',
      { signal: AbortSignal.timeout(commandsTimeoutMilliseconds) },
      ({ person }) => Boolean(person?.id),
    );
    if (session.purpose !== 'field-work') throw new Problem(403, { code: 'purpose.missing' });
    return session.person.id;
  },
  async send(owner, commands) {
    const answer = await call<{ results: CommandResult[] }>(
      '/api/v1/commands',
      {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', [personHeader]: owner },
        body: JSON.stringify({ commands }),
        signal: AbortSignal.timeout(commandsTimeoutMilliseconds),
      },
      ({ results }) => Array.isArray(results),
    );
    return answer.results;
  },
  async upload(photo, signal) {
    const limit = AbortSignal.timeout(photoTimeoutMilliseconds);
    return call<StoredFile>(
      '/api/v1/files?purpose=work-order-photo',
      {
        method: 'POST',
        headers: {
          'Content-Type': photo.blob.type || 'image/jpeg',
          'X-Content-Sha256': photo.sha256,
          'Idempotency-Key': photo.id,
          [personHeader]: photo.owner,
        },
        body: photo.blob,
        signal: signal ? either(signal, limit) : limit,
      },
      ({ id }) => Boolean(id),
    );
  },
};
