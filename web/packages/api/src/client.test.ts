import { afterEach, expect, it, vi } from 'vitest';
import type { Problem } from './problem.ts';

/** openapi-fetch takes the global fetch when the client is made, so the fake must stand there first. */
async function clientAnswering(answer: (request: Request) => Response | Promise<Response>) {
  vi.resetModules();
  vi.stubGlobal('fetch', async (request: Request) => answer(request));
  vi.stubGlobal(
    'Request',
    class extends Request {
      constructor(input: string | URL | Request, init?: RequestInit) {
        super(typeof input === 'string' ? new URL(input, 'http://localhost') : input, init);
      }
    },
  );
  return import('./client.ts');
}

afterEach(() => vi.unstubAllGlobals());

const refusal = (status: number, body: object) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/problem+json' } });

async function thrown(call: Promise<unknown>): Promise<Problem> {
  try {
    await call;
  } catch (error) {
    if (error instanceof Error && error.name === 'Problem') return error as Problem;
  }
  throw new Error('it was not refused');
}

it('a refusal is thrown with its code and what is there now', async () => {
  const { client } = await clientAnswering(() =>
    refusal(409, { code: 'revision.stale', current: { revision: 8 }, parameters: { expected: 7 } }),
  );
  const problem = await thrown(client.GET('/rules'));
  expect([problem.status, problem.code]).toEqual([409, 'revision.stale']);
  expect(problem.body.current).toEqual({ revision: 8 });
  expect(problem.parameters).toEqual({ expected: 7 });
});

it('an error page that is no JSON still has a code', async () => {
  const { client } = await clientAnswering(() => new Response('<html>', { status: 502 }));
  expect((await thrown(client.GET('/rules'))).code).toBe('http.502');
});

it('a server that cannot be reached is a problem of the network', async () => {
  const { client } = await clientAnswering(() => Promise.reject(new TypeError('refused')));
  expect((await thrown(client.GET('/rules'))).code).toBe('network');
});

it('every POST carries a new Idempotency-Key, a GET none', async () => {
  const keys: (string | null)[] = [];
  const { client } = await clientAnswering((request) => {
    keys.push(request.headers.get('Idempotency-Key'));
    return new Response('{}', { headers: { 'content-type': 'application/json' } });
  });
  await client.GET('/rules');
  for (let i = 0; i < 2; i++) await client.POST('/cases', { body: { origin: 'patrol' } });
  expect(keys[0]).toBeNull();
  expect(keys[1]).toMatch(/^[0-9a-f-]{36}$/);
  expect(keys[2]).not.toBe(keys[1]);
});

it('a lost session is told once to whoever listens, but not when signing in is refused', async () => {
  const { client, onSessionLost } = await clientAnswering(() => refusal(401, { code: 'session.none' }));
  const lost = vi.fn();
  onSessionLost(lost);
  await thrown(client.GET('/rules'));
  await thrown(client.GET('/session'));
  expect(lost).toHaveBeenCalledTimes(1);
});
