import { uuidV7 } from '@fourfold/api';
import type { Accounts } from './server.ts';

/** Somebody who acts through the API, without a page. */
export class Caller {
  private readonly url: string;
  readonly cookie: string;

  private constructor(url: string, cookie: string) {
    this.url = url;
    this.cookie = cookie;
  }

  static async signIn(url: string, account: Accounts[string] | undefined, purpose: string): Promise<Caller> {
    const response = await fetch(`${url}/api/v1/session`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ ...account, purpose }),
    });
    if (!response.ok) throw new Error(`${account?.userName}: ${response.status} ${await response.text()}`);
    return new Caller(
      url,
      response.headers
        .getSetCookie()
        .map((cookie) => cookie.split(';')[0])
        .join('; '),
    );
  }

  get = <T>(path: string): Promise<T> => this.ask('GET', path);
  post = <T>(path: string, body: unknown): Promise<T> => this.ask('POST', path, body);
  put = <T>(path: string, body: unknown): Promise<T> => this.ask('PUT', path, body);

  /** Steps of a work order, one after the other, as its person would take them. */
  async walk(order: { id: string; revision: number }, steps: [kind: string, payload?: object][]): Promise<void> {
    for (const [index, [kind, payload]] of steps.entries()) {
      const command = {
        id: uuidV7(Date.now()),
        kind: `work-order.${kind}`,
        target: order.id,
        expectedRevision: order.revision + index,
        deviceTime: new Date().toISOString(),
        payload: payload ?? {},
      };
      const { results } = await this.post<{ results: { status: number }[] }>('commands', { commands: [command] });
      if (results[0]?.status !== 200) throw new Error(`${kind}: ${JSON.stringify(results)}`);
    }
  }

  /** What is answered by nothing. */
  async send(path: string): Promise<void> {
    const response = await fetch(`${this.url}/api/v1/${path}`, { method: 'POST', headers: { cookie: this.cookie } });
    if (!response.ok) throw new Error(`POST ${path}: ${response.status} ${await response.text()}`);
  }

  /** An answer that is no JSON, such as an export. */
  async text(path: string): Promise<string> {
    const response = await fetch(`${this.url}/api/v1/${path}`, { headers: { cookie: this.cookie } });
    if (!response.ok) throw new Error(`GET ${path}: ${response.status} ${await response.text()}`);
    return response.text();
  }

  private async ask<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(`${this.url}/api/v1/${path}`, {
      method,
      headers: { cookie: this.cookie, 'Content-Type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  }
}
