import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';

/** Who can sign in, by role. */
export type Accounts = Record<string, { userName: string; password: string }>;

/** What journeys are given; `missing` says why there is no server to walk in. */
export interface Stage {
  url: string;
  accounts: Accounts;
  chromium: string;
  missing: string | null;
}

declare module 'vitest' {
  export interface ProvidedContext {
    stage: Stage;
  }
}

const root = fileURLToPath(new URL('../../..', import.meta.url));
const program = process.env.FOURFOLD_PROGRAM ?? join(root, 'artifacts/bin/Fourfold.Cli/release/fourfold.dll');
const browsers = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const readyMilliseconds = 90_000;
const stopMilliseconds = 15_000;

/** Starts the program as a newcomer does, with an empty folder: the demonstration plays, one account a role. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const chromium = browsers.find((path) => existsSync(path)) ?? '';
  const missing = whatIsMissing(chromium);
  if (missing) {
    project.provide('stage', { url: '', accounts: {}, chromium, missing });
    return async () => {};
  }
  const server = await startServer();
  project.provide('stage', { url: server.url, accounts: readAccounts(server.data), chromium, missing });
  return server.stop;
}

/** A program of its own with an empty folder, ready; it is stopped and its folder removed by `stop`. */
export interface Server {
  url: string;
  data: string;
  /** What it has printed so far. */
  said(): string;
  /** As when the power goes: at once, without a word; its folder stays. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

export const startServer = (...options: string[]): Promise<Server> =>
  startServerIn(mkdtempSync(join(tmpdir(), 'fourfold-journeys-')), ...options);

/** The same in a folder that is there already, such as that of one that was killed. */
export async function startServerIn(data: string, ...options: string[]): Promise<Server> {
  const web = options.includes('--web') ? [] : ['--web', join(root, 'web')];
  const command = [program, 'up', '--port', '0', '--data', data, ...web, ...options];
  const server = spawn('dotnet', command, { stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  const said = () => text;
  for (const stream of [server.stdout, server.stderr]) {
    stream.on('data', (piece: Buffer) => {
      text += piece;
    });
  }
  const ended = new Promise<void>((done) => server.on('exit', () => done()));
  const kill = async () => {
    server.kill('SIGKILL');
    await ended;
  };
  const stop = async () => {
    server.kill('SIGTERM');
    await Promise.race([ended, new Promise((done) => setTimeout(done, stopMilliseconds))]);
    if (server.exitCode === null) server.kill('SIGKILL');
    if (process.env.FOURFOLD_JOURNEY_LOG) console.log(text);
    rmSync(data, { recursive: true, force: true });
  };
  try {
    return { url: await readyUrl(said, () => server.exitCode !== null), data, said, kill, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function whatIsMissing(chromium: string): string | null {
  if (!chromium) return 'Chromium is not installed';
  if (!existsSync(program)) return `the program is not built: ${program}`;
  const entries = ['console', 'field'].map((entry) => join(root, 'web', entry, 'dist/index.html'));
  return entries.every((page) => existsSync(page)) ? null : 'the web entries are not built';
}

async function readyUrl(said: () => string, hasEnded: () => boolean): Promise<string> {
  const until = Date.now() + readyMilliseconds;
  while (Date.now() < until && !hasEnded()) {
    const [, url] = /^ready (\S+)/m.exec(said()) ?? [];
    if (url) return url;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`the program was not ready:\n${said()}`);
}

/** One line a role: role, user name, password. */
export function readAccounts(data: string): Accounts {
  const lines = readFileSync(join(data, 'demonstration-accounts.txt'), 'utf8').split('\n');
  return Object.fromEntries(
    lines
      .map((line) => line.trim().split(/\s+/))
      .filter((words) => words.length === 3)
      .map(([role = '', userName = '', password = '']) => [role, { userName, password }]),
  );
}
