import createClient, { type Middleware } from 'openapi-fetch';
import { uuid } from './ids.ts';
import type { paths } from './paths.ts';
import { Problem, type ProblemBody } from './problem.ts';

/** Hears of every 401 `session.none`, so that one place can show the sign-in page. */
export type SessionLost = (problem: Problem) => void;

let sessionLost: SessionLost = () => {};

export function onSessionLost(listener: SessionLost): void {
  sessionLost = listener;
}

async function problemFrom(response: Response): Promise<Problem> {
  let body: ProblemBody = {};
  try {
    body = (await response.clone().json()) as ProblemBody;
  } catch {
    // An answer that is not JSON comes from a proxy; its status is all there is to say.
  }
  return new Problem(response.status, body);
}

const manners: Middleware = {
  onRequest({ request }) {
    if (request.method === 'POST' && !request.headers.has('Idempotency-Key')) {
      request.headers.set('Idempotency-Key', uuid());
    }
    return request;
  },
  async onResponse({ response, schemaPath }) {
    if (response.ok) return response;
    const problem = await problemFrom(response);
    if (problem.status === 401 && schemaPath !== '/session') sessionLost(problem);
    throw problem;
  },
  onError({ error }) {
    return new Problem(0, { title: error instanceof Error ? error.message : String(error) });
  },
};

/** Typed calls below `/api/v1`. A refusal is thrown as {@link Problem}; `data` is present when a call returns. */
export const client = createClient<paths>({ baseUrl: '/api/v1', credentials: 'same-origin' });
client.use(manners);

/** The answer's body, which is there because refusals are thrown. */
export function body<T>(result: { data?: T }): T {
  return result.data as T;
}
