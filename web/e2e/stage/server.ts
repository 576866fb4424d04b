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
  const data = mkdtempSync(join(tmpdir(), 'fourfold-journeys-'));
  const server = spawn('dotnet', [program, 'up', '--port', '0', '--data', data, '--web', join(root, 'web')], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  server.stdout.on('data', (piece: Buffer) => {
    said += piece;
  });
  server.stderr.on('data', (piece: Buffer) => {
    said += piece;
  });
  const ended = new Promise<void>((done) => server.on('exit', () => done()));
  const url = await readyUrl(
    () => said,
    () => server.exitCode !== null,
  );
  project.provide('stage', { url, accounts: readAccounts(data), chromium, missing });
  return async () => {
    server.kill('SIGTERM');
    await Promise.race([ended, new Promise((done) => setTimeout(done, stopMilliseconds))]);
    if (server.exitCode === null) server.kill('SIGKILL');
    if (process.env.FOURFOLD_JOURNEY_LOG) console.log(said);
    rmSync(data, { recursive: true, force: true });
  };
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
function readAccounts(data: string): Accounts {
  const lines = readFileSync(join(data, 'demonstration-accounts.txt'), 'utf8').split('\n');
  return Object.fromEntries(
    lines
      .map((line) => line.trim().split(/\s+/))
      .filter((words) => words.length === 3)
      .map(([role = '', userName = '', password = '']) => [role, { userName, password }]),
  );
}
