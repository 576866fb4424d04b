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
  /** Id of the person whose session this is; a 401 when there is none. */
  person(): Promise<string>;
  send(commands: Command[]): Promise<CommandResult[]>;
  /** Sends the same bytes again without harm: the key is the photo's own id. */
  upload(photo: QueuedPhoto, signal?: AbortSignal): Promise<StoredFile>;
}

const commandsTimeoutMilliseconds = 30_000;
const photoTimeoutMilliseconds = 120_000;

/** Whether a refusal bears a code of our server; a proxy's or another system's page says nothing about the work. */
export const isOurs = (problem: Problem) => problem.body.code !== undefined;

const noAnswer = (error: unknown) => new Problem(0, { title: error instanceof Error ? error.message : String(error) });

/** The answer's JSON. What is not ours, such as the page of a hotel's network, counts as no answer. */
async function call<T>(url: string, init: RequestInit): Promise<T> {
  let response: Response;
  let body: unknown;
  try {
    response = await fetch(url, { ...init, credentials: 'same-origin' });
    body = await response.json();
  } catch (error) {
    throw noAnswer(error);
  }
  if (response.ok) return body as T;
  throw new Problem(response.status, body as ProblemBody);
}

/** The real server, below `/api/v1` of the page's own origin. */
export const http: Transport = {
  async person() {
    const session = await call<Session>('/api/v1/session', {
      signal: AbortSignal.timeout(commandsTimeoutMilliseconds),
    });
    return session.person.id;
  },
  async send(commands) {
    const answer = await call<{ results: CommandResult[] }>('/api/v1/commands', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ commands }),
      signal: AbortSignal.timeout(commandsTimeoutMilliseconds),
    });
    return answer.results;
  },
  async upload(photo, signal) {
    const limit = AbortSignal.timeout(photoTimeoutMilliseconds);
    return call<StoredFile>('/api/v1/files?purpose=work-order-photo', {
      method: 'POST',
      headers: {
        'Content-Type': photo.blob.type || 'image/jpeg',
        'X-Content-Sha256': photo.sha256,
        'Idempotency-Key': photo.id,
      },
      body: photo.blob,
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
    });
  },
};
