import {
  type Command,
  type CommandResult,
  type Position,
  Problem,
  type ProblemBody,
  type Session,
} from '@fourfold/api';
import type { QueuedPhoto, ResidentContact } from './database.ts';
import { type UploadWatch, upload } from './upload.ts';

/** The way to the server. Throws {@link Problem}: status 0 when there was no answer, else what HTTP said. */
export interface Transport {
  /** Id of the person whose session this is; a 401 when there is none, a 403 when it is for something else. */
  person(): Promise<string>;
  /** @param owner whose work it is; a 401 when the session has become somebody else's */
  send(owner: string, commands: Command[]): Promise<CommandResult[]>;
  /**
   * Sends a photo or video, from where an earlier attempt left off; again without harm: the key is its own id.
   * @returns id of the server's file
   */
  upload(photo: QueuedPhoto, watch?: UploadWatch): Promise<{ id: string }>;
  /** Sends a filled form; again without harm: its id is the key. */
  submit(owner: string, form: string, body: SubmissionBody): Promise<void>;
  /** Tells which answer of a submission an uploaded file is; again without harm. */
  attach(owner: string, submissionId: string, media: { name: string; fileId: string }): Promise<void>;
  /** Sends a letter; again without harm: its id is the key. */
  post(owner: string, path: string, body: object, key: string): Promise<void>;
}

/** A filled form as it travels. */
export interface SubmissionBody {
  id: string;
  version: number;
  /** RFC 3339 where it was filled. */
  filledAt: string;
  position?: Position;
  gridId?: string;
  forResident?: ResidentContact;
  answers: Record<string, unknown>;
}

/** The server refuses what bears another person's id than its session's: a queue never changes hands. */
const personHeader = 'Fourfold-Person';
const commandsTimeoutMilliseconds = 30_000;

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

const isJson = (response: Response) => response.headers.get('Content-Type')?.startsWith('application/json') ?? false;

/**
 * The same for what is answered by 204 and nothing else.
 * @param isOther whether another answer is ours as well
 */
async function tell(
  url: string,
  init: RequestInit,
  isOther: (response: Response) => boolean = () => false,
): Promise<void> {
  let response: Response;
  try {
    response = await fetch(url, { ...init, credentials: 'same-origin' });
  } catch (error) {
    throw noAnswer(error);
  }
  if (!response.ok)
    throw new Problem(response.status, ((await response.json().catch(() => null)) ?? {}) as ProblemBody);
  if (response.status !== 204 && !isOther(response)) throw noAnswer('not an answer of this server');
}

/** @param key makes the request one and the same however often it is sent */
const posted = (owner: string, body: object, key?: string): RequestInit => ({
  method: 'POST',
  headers: {
    'Content-Type': 'application/json',
    [personHeader]: owner,
    ...(key ? { 'Idempotency-Key': key } : {}),
  },
  body: JSON.stringify(body),
  signal: AbortSignal.timeout(commandsTimeoutMilliseconds),
});

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
      posted(owner, { commands }),
      ({ results }) => Array.isArray(results),
    );
    return answer.results;
  },
  upload: (photo, watch) => upload('/api/v1/uploads', photo, watch),
  async submit(owner, form, body) {
    const url = `/api/v1/forms/${encodeURIComponent(form)}/submissions`;
    await call<{ id?: string }>(url, posted(owner, body, body.id), ({ id }) => id === body.id);
  },
  attach: (owner, submissionId, media) => tell(`/api/v1/submissions/${submissionId}/media`, posted(owner, media)),
  post: (owner, path, body, key) => tell(`/api/v1/${path}`, posted(owner, body, key), isJson),
};
