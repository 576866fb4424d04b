import { isProblem } from '@fourfold/api';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { http } from '../src/index.ts';

function answering(status: number, body: string) {
  const asked: Request[] = [];
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    asked.push(new Request(new URL(url, 'https://fourfold.example'), init));
    return new Response(body, { status });
  });
  return asked;
}

const session = (purpose: string) => JSON.stringify({ person: { id: 'fu' }, purpose });
const failure = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => (isProblem(error) ? [error.status, error.code] : error),
  );

describe('the way to the server', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('says whose work it brings, so that the next person’s session does not take it', async () => {
    const asked = answering(200, '{"results":[]}');
    await http.send('fu', []);
    expect(asked.map((request) => request.headers.get('Fourfold-Person'))).toEqual(['fu']);
  });

  it('knows a session that is for something else, or for nobody yet', async () => {
    answering(200, session('field-work'));
    expect(await http.person()).toBe('fu');
    answering(200, session('sea-watch'));
    expect(await failure(http.person())).toEqual([403, 'purpose.missing']);
    answering(200, '{"setupNeeded":true,"person":null}');
    expect(await failure(http.person())).toEqual([0, 'network']);
  });

  it('believes no page of another network, and keeps the status of a proxy', async () => {
    for (const [status, body] of [
      [200, '<html>'],
      [200, '{"portal":true}'],
      [200, 'null'],
    ] as const) {
      answering(status, body);
      expect(await failure(http.send('fu', []))).toEqual([0, 'network']);
    }
    answering(413, '<html>Request Entity Too Large</html>');
    expect(await failure(http.send('fu', []))).toEqual([413, 'http.413']);
    answering(502, '');
    expect(await failure(http.send('fu', []))).toEqual([502, 'http.502']);
  });
});
