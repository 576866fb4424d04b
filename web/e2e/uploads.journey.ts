import { closeSync, openSync, readdirSync, readSync } from 'node:fs';
import { request } from 'node:http';
import { type QueuedPhoto, type UploadWatch, upload } from '@fourfold/offline';
import { afterEach, beforeEach, describe, expect, inject, it, vi } from 'vitest';
import { Caller } from './stage/Caller.ts';
import { type CuttingProxy, cuttingProxy } from './stage/CuttingProxy.ts';
import { handmadeVideo } from './stage/media.ts';
import { readAccounts, type Server, startServer, startServerIn } from './stage/server.ts';

const { missing } = inject('stage');
const megabyte = 1 << 20;

/** What phones send files with (tus-js-client), against the real program. */
describe.skipIf(missing)(`an upload to the real server${missing ? ` (${missing})` : ''}`, () => {
  let server: Server;
  let proxy: CuttingProxy;
  let cookie = '';
  const real = globalThis.fetch;

  beforeEach(async () => {
    server = await startServer();
    proxy = await cuttingProxy(server.url);
    cookie = (await Caller.signIn(server.url, readAccounts(server.data).responder, 'field-work')).cookie;
    // A browser sends its cookie by itself.
    vi.stubGlobal('fetch', (url: string, init: RequestInit = {}) => {
      const headers = new Headers(init.headers);
      headers.set('cookie', cookie);
      headers.delete('Fourfold-Person');
      return real(url, { ...init, headers });
    });
  });

  afterEach(async () => {
    vi.unstubAllGlobals();
    await proxy.stop();
    await server.stop();
  });

  const video = (blob: Blob, change: Partial<QueuedPhoto> = {}) =>
    ({ id: crypto.randomUUID(), owner: '', sha256: '', blob, ...change }) as QueuedPhoto;
  const send = (photo: QueuedPhoto, watch?: UploadWatch) => upload(`${proxy.url}/api/v1/uploads`, photo, watch);
  const read = async (id: string) => {
    const response = await fetch(`${server.url}/api/v1/files/${id}`);
    return [response.status, response.headers.get('content-type'), (await response.arrayBuffer()).byteLength];
  };
  const filesOnDisk = () =>
    readdirSync(`${server.data}/files`, { recursive: true, withFileTypes: true }).filter((file) => file.isFile())
      .length;

  it('comes through a line that breaks at every third request, as one file', async () => {
    proxy.cutEvery = 3;
    const blob = handmadeVideo(8 * megabyte);
    const sent: number[] = [];
    const { id } = await send(video(blob), { sent: (bytes) => sent.push(bytes) });
    expect(await read(id)).toEqual([200, 'video/webm', blob.size]);
    expect(proxy.cuts).toBeGreaterThan(8);
    expect(sent).toEqual([...sent].sort((a, b) => a - b));
    expect(filesOnDisk()).toBe(1);
    expect(readdirSync(`${server.data}/uploads`)).toEqual([]);
  });

  it('goes on where it was when the server was killed in the middle', async () => {
    const blob = handmadeVideo(8 * megabyte);
    const photo = video(blob);
    let [url, safe] = ['', 0];
    const first = send(photo, {
      begun: (at) => {
        url = at;
      },
      sent: (bytes) => {
        safe = bytes;
        if (bytes > 3 * megabyte) void server.kill();
      },
    });
    await expect(first).rejects.toThrow();
    server = await startServerIn(server.data);
    proxy.server = server.url;
    const left = await fetch(`${proxy.url}${new URL(url).pathname}`, {
      method: 'HEAD',
      headers: { 'Tus-Resumable': '1.0.0' },
    });
    // Whatever was acknowledged is there.
    expect(Number(left.headers.get('upload-offset'))).toBeGreaterThanOrEqual(safe);
    const sent: number[] = [];
    const { id } = await send({ ...photo, uploadUrl: url }, { sent: (bytes) => sent.push(bytes) });
    expect(sent[0]).toBeGreaterThan(safe);
    expect(await read(id)).toEqual([200, 'video/webm', blob.size]);
    expect(filesOnDisk()).toBe(1);
  });

  it('never is told of bytes that the disk does not have, wherever in a request the server is killed', async () => {
    const blob = handmadeVideo(64 * megabyte);
    const source = Buffer.from(await blob.arrayBuffer());
    const begun = await fetch(`${server.url}/api/v1/uploads`, {
      method: 'POST',
      headers: {
        'Tus-Resumable': '1.0.0',
        'Upload-Length': `${blob.size}`,
        'Upload-Metadata': `purpose ${btoa('work-order-media')}`,
      },
    });
    const path = begun.headers.get('location') ?? '';
    let offset = 0;
    for (const killAt of [5, 19, 11]) {
      const from = offset;
      await new Promise<void>((done) => {
        const sending = request(`${server.url}${path}`, {
          method: 'PATCH',
          headers: {
            cookie,
            'Tus-Resumable': '1.0.0',
            'Upload-Offset': `${from}`,
            'Content-Type': 'application/offset+octet-stream',
            'Content-Length': `${blob.size - from}`,
          },
        });
        sending.on('error', () => done());
        sending.on('response', () => done());
        sending.write(source.subarray(from, from + killAt * megabyte), () => void server.kill().then(done));
      });
      server = await startServerIn(server.data);
      proxy.server = server.url;
      const left = await fetch(`${server.url}${path}`, { method: 'HEAD', headers: { 'Tus-Resumable': '1.0.0' } });
      offset = Number(left.headers.get('upload-offset'));
      expect(offset).toBeGreaterThanOrEqual(from);
      expect(offset).toBeLessThanOrEqual(from + killAt * megabyte);
      const there = Buffer.alloc(offset);
      const file = openSync(`${server.data}/uploads/${path.split('/').pop()}`, 'r');
      expect(readSync(file, there, 0, offset, 0)).toBe(offset);
      closeSync(file);
      expect(Buffer.compare(there, source.subarray(0, offset))).toBe(0);
    }
    const { id } = await send(video(blob, { uploadUrl: `${proxy.url}${path}` }));
    expect(await read(id)).toEqual([200, 'video/webm', blob.size]);
  });
});
