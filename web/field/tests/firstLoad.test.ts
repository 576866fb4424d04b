import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';

/** What a phone on 3G is asked to fetch at first, compressed. */
const mostBytes = 150_000;
const buildMilliseconds = 120_000;

const folder = mkdtempSync(join(tmpdir(), 'fourfold-field-'));

beforeAll(async () => {
  const configFile = fileURLToPath(new URL('../vite.config.ts', import.meta.url));
  // The runner's own would build what developers see, larger and without the worker.
  vi.stubEnv('NODE_ENV', 'production');
  await build({ configFile, logLevel: 'error', build: { outDir: folder, emptyOutDir: true } });
}, buildMilliseconds);

afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

const read = (name: string) => readFileSync(join(folder, name), 'utf8');

/** As the server sends it; gzip is the larger of the two that it has. */
const sentBytes = (name: string) =>
  statSync(join(folder, existsSync(join(folder, `${name}.gz`)) ? `${name}.gz` : name)).size;

/** The page, what it names (every script that its own needs at once is among it), and the worker it registers. */
function firstLoad(): string[] {
  const named = (name: string, pattern: RegExp) => [...read(name).matchAll(pattern)].flatMap(([, path]) => path ?? []);
  const page = named('index.html', /(?:src|href)="\/field\/([^"]+)"/g);
  const styles = page.filter((name) => name.endsWith('.css'));
  const pictures = styles.flatMap((name) => named(name, /url\(["']?\/field\/([^"')]+)/g));
  return [...new Set(['index.html', 'worker.js', ...page, ...pictures])];
}

it('the first load of the phone is at most 150 kB', () => {
  const files = firstLoad();
  expect(files.filter((name) => /\.(js|css)$/.test(name)).length).toBeGreaterThanOrEqual(3);
  const bytes = Object.fromEntries(files.map((name) => [name, sentBytes(name)]));
  const sum = Object.values(bytes).reduce((all, one) => all + one, 0);
  expect(sum, JSON.stringify(bytes)).toBeLessThanOrEqual(mostBytes);
});

it('no script is left out of the first load, so that all of the app works without a network', () => {
  const scripts = readdirSync(join(folder, 'assets')).filter((name) => /\.(js|css)$/.test(name));
  const kept = JSON.parse(/self\.shell=(\{.*?\});/.exec(read('worker.js'))?.[1] ?? '{}') as { files: string[] };
  expect(scripts.map((name) => `assets/${name}`).filter((name) => !kept.files.includes(name))).toEqual([]);
  // One that is not there would leave the whole app unkept.
  expect(kept.files.filter((name) => !existsSync(join(folder, name)))).toEqual([]);
});

it('the phone can install it: its manifest names a start, a scope and icons that are there', () => {
  const manifest = JSON.parse(read('manifest.webmanifest')) as Record<string, string> & {
    icons: { src: string; sizes: string; purpose?: string }[];
  };
  expect([manifest.id, manifest.start_url, manifest.scope, manifest.display]).toEqual([
    '/field/',
    '/field/',
    '/field/',
    'standalone',
  ]);
  expect(manifest.icons.filter(({ src }) => !existsSync(join(folder, src)))).toEqual([]);
  expect(manifest.icons.map(({ sizes, purpose }) => `${sizes} ${purpose ?? 'any'}`)).toEqual(
    expect.arrayContaining(['192x192 any', '512x512 any', '512x512 maskable']),
  );
});
