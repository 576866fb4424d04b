import { request as ask, createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Stands between a phone and the server, and cuts the line as often as it is told. */
export interface CuttingProxy {
  url: string;
  /** Cuts every n-th request, by turns before the server hears it and after it has answered; 0 for none. */
  cutEvery: number;
  /** How often it did. */
  cuts: number;
  /** While it is set, no request for such a path is heard. */
  silent: RegExp | null;
  /** Where requests go; another one when the server was started anew. */
  server: string;
  stop(): Promise<void>;
}

/** Starts one on a free port. */
export async function cuttingProxy(server: string): Promise<CuttingProxy> {
  let requests = 0;
  const proxy: CuttingProxy = { url: '', cutEvery: 0, cuts: 0, silent: null, server, stop: async () => {} };
  const handle = (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const cut = proxy.cutEvery > 0 && ++requests % proxy.cutEvery === 0;
    if (cut) proxy.cuts++;
    const unheard = proxy.silent?.test(incoming.url ?? '') || (cut && proxy.cuts % 2 === 0);
    if (unheard) {
      incoming.socket.destroy();
      return;
    }
    const { hostname, port } = new URL(proxy.server);
    const passed = ask(
      { hostname, port, path: incoming.url, method: incoming.method, headers: incoming.headers },
      (answer) => {
        if (cut) {
          // All of it was heard and done; nobody is told.
          answer.resume().on('end', () => incoming.socket.destroy());
          return;
        }
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      },
    );
    passed.on('error', () => incoming.socket.destroy());
    incoming.on('aborted', () => passed.destroy());
    incoming.pipe(passed);
  };
  const listener = createServer(handle);
  await new Promise<void>((done) => listener.listen(0, '127.0.0.1', () => done()));
  proxy.url = `http://127.0.0.1:${(listener.address() as AddressInfo).port}`;
  proxy.stop = async () => {
    listener.closeAllConnections();
    await new Promise<void>((done) => listener.close(() => done()));
  };
  return proxy;
}
