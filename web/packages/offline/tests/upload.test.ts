import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server as HttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isProblem } from '@fourfold/api';
import { FileStore } from '@tus/file-store';
import { Server } from '@tus/server';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type QueuedPhoto, type UploadWatch, upload as uploadAtPace } from '../src/index.ts';

vi.setConfig({ testTimeout: 60_000 });

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** What stands between the phone and the other server; a test says what it does. */
let wire: Handler = () => {};
let folder = '';
let peer: HttpServer;
let proxy: HttpServer;
let endpoint = '';
/** Each request that reached the proxy. */
let asked: string[] = [];

async function listen(handler: Handler): Promise<[HttpServer, number]> {
  const server = createServer(handler);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done()));
  return [server, (server.address() as AddressInfo).port];
}

let peerPort = 0;

/** Passes a request on to the other server. */
const pass: Handler = async (request, response) => {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  const { host: _host, connection: _connection, ...headers } = request.headers as Record<string, string>;
  const answer = await fetch(`http://127.0.0.1:${peerPort}${request.url}`, {
    method: request.method,
    headers,
    body: pieces.length > 0 ? Buffer.concat(pieces) : null,
  });
  response.writeHead(answer.status, Object.fromEntries(answer.headers));
  response.end(Buffer.from(await answer.arrayBuffer()));
};

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fourfold-tus-'));
  const tus = new Server({ path: '/files', relativeLocation: true, datastore: new FileStore({ directory: folder }) });
  [peer, peerPort] = await listen((request, response) => void tus.handle(request, response));
  asked = [];
  wire = pass;
  let port = 0;
  [proxy, port] = await listen((request, response) => {
    asked.push(request.method ?? '');
    wire(request, response);
  });
  endpoint = `http://127.0.0.1:${port}/files`;
});

afterEach(() => {
  for (const server of [peer, proxy]) {
    server.close();
    server.closeAllConnections();
  }
  rmSync(folder, { recursive: true, force: true });
});

const upload = (to: string, photo: QueuedPhoto, watch?: UploadWatch) => uploadAtPace(to, photo, watch, [1, 1, 1]);
const bytes = (size: number) => Uint8Array.from({ length: size }, (_, index) => (index * 7919) >> 3);
const video = (size: number, change: Partial<QueuedPhoto> = {}) =>
  ({
    id: 'v',
    owner: 'fu',
    sha256: '',
    blob: new Blob([bytes(size)], { type: 'video/mp4' }),
    ...change,
  }) as QueuedPhoto;
const kept = (id: string) => readFileSync(join(folder, id));
/** Byte by byte the runner's own comparison takes seconds. */
const expectSame = (one: Buffer, other: Uint8Array) => expect(Buffer.compare(one, other)).toBe(0);
const cut: Handler = (request) => request.socket.destroy();
const failure = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => (isProblem(error) ? [error.status, error.code] : error),
  );

describe('an upload, to a server that is not ours', () => {
  it('of a photo is one request', async () => {
    const { id } = await upload(endpoint, video(300_000));
    expectSame(kept(id), bytes(300_000));
    expect(asked).toEqual(['POST']);
  });

  it('of a video goes in pieces, each of which is told', async () => {
    const sent: number[] = [];
    const { id } = await upload(endpoint, video(1_000_000), { sent: (count) => sent.push(count) });
    expectSame(kept(id), bytes(1_000_000));
    expect(sent).toEqual([327_680, 655_360, 983_040, 1_000_000]);
  });

  it('arrives whole through a proxy that cuts every third request, before or after it was heard', async () => {
    let count = 0;
    wire = (request, response) => {
      count++;
      if (count % 3 !== 0) pass(request, response);
      else if (count % 2 === 0) cut(request, response);
      else
        void (async () => {
          // The other server hears all of it, and the answer is lost.
          const deaf = Object.assign(Object.create(response), {
            writeHead: () => {},
            end: () => request.socket.destroy(),
          });
          pass(request, deaf as ServerResponse);
        })();
    };
    const { id } = await upload(endpoint, video(3_000_000));
    expectSame(kept(id), bytes(3_000_000));
    expect(count).toBeGreaterThan(12);
  });

  it('goes on where it was after the tab was killed', async () => {
    const way = new AbortController();
    let url = '';
    const first = upload(endpoint, video(1_000_000), {
      signal: way.signal,
      begun: (at) => {
        url = at;
      },
      sent: (count) => count > 600_000 && way.abort(),
    });
    expect(await failure(first)).toEqual([0, 'network']);
    asked = [];
    const { id } = await upload(endpoint, video(1_000_000, { uploadUrl: url }));
    expect(url.endsWith(id)).toBe(true);
    expectSame(kept(id), bytes(1_000_000));
    expect(asked).toEqual(['HEAD', 'PATCH', 'PATCH']);
  });

  it('begins anew where the other has forgotten it', async () => {
    const { id } = await upload(endpoint, video(400_000, { uploadUrl: `${endpoint}/gone` }));
    expectSame(kept(id), bytes(400_000));
    expect(asked).toEqual(['HEAD', 'POST', 'PATCH']);
  });

  it('bears its person, its key, what it is, and a checksum of every piece', async () => {
    const headers: IncomingMessage['headers'][] = [];
    wire = (request, response) => {
      headers.push(request.headers);
      pass(request, response);
    };
    await upload(endpoint, video(400_000, { sha256: 'ab' }));
    const metadata = 'purpose d29yay1vcmRlci1tZWRpYQ==,filetype dmlkZW8vbXA0,sha256 YWI=';
    expect(headers[0]).toMatchObject({ 'upload-metadata': metadata, 'upload-length': '400000' });
    expect(headers.map((all) => [all['fourfold-person'], all['idempotency-key']])).toEqual([
      ['fu', 'v'],
      ['fu', 'v'],
    ]);
    const whole = new Uint8Array(bytes(400_000)).slice(327_680);
    const hash = Buffer.from(await crypto.subtle.digest('SHA-256', whole)).toString('base64');
    expect(headers[1]?.['upload-checksum']).toBe(`sha256 ${hash}`);
  });

  it.each([
    [{ name: 'a.jpg' }, 'form-media'],
    [{ name: 'a.jpg', sealed: true }, 'form-media-sealed'],
  ])('says what a picture of a form is: %o', async (change, purpose) => {
    let told = '';
    wire = (request, response) => {
      told ||= String(request.headers['upload-metadata']);
      pass(request, response);
    };
    await upload(endpoint, video(1_000, change));
    expect(told.split(',')[0]).toBe(`purpose ${btoa(purpose)}`);
  });

  it('sends a piece again that was damaged on its way', async () => {
    let count = 0;
    wire = (request, response) => {
      if (request.method !== 'PATCH' || count++ > 0) return pass(request, response);
      request.resume().on('end', () => response.writeHead(460).end());
    };
    const { id } = await upload(endpoint, video(400_000));
    expectSame(kept(id), bytes(400_000));
  });

  it.each([
    ['a page of another network', 200, '<html>', [0, 'network']],
    ['a proxy without a server behind it', 502, '<html>', [502, 'http.502']],
    ['too many at once', 429, '{"code":"upload.too-many"}', [429, 'upload.too-many']],
    ['a file that is being written to', 423, '{"code":"upload.locked"}', [503, 'upload.locked']],
    ['a refusal of the file', 415, '{"code":"file.type-refused"}', [415, 'file.type-refused']],
    ['no session', 401, '{"code":"session.none"}', [401, 'session.none']],
  ])('told of %s says so', async (_what, status, body, expected) => {
    wire = (request, response) => {
      request.resume().on('end', () => response.writeHead(status).end(body));
    };
    expect(await failure(upload(endpoint, video(1000)))).toEqual(expected);
    // What will not change is not asked again.
    expect(asked).toHaveLength(status === 415 || status === 401 ? 1 : 4);
  });

  it('stops at once when text wants to pass', async () => {
    wire = () => {};
    const way = new AbortController();
    const work = failure(upload(endpoint, video(1000), { signal: way.signal }));
    setTimeout(() => way.abort(), 50);
    expect(await work).toEqual([0, 'network']);
    expect(await failure(upload(endpoint, video(1000), { signal: way.signal }))).toEqual([0, 'network']);
  });
});
