import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import type { UserConfig } from 'vite';
import { precompress } from './precompress.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Where the server listens while we develop; the built pages are served by it and need no such address. */
const server = process.env.FOURFOLD_SERVER ?? 'http://localhost:5080';

/**
 * What every entry shares.
 * @param entry folder under `web/`; it is built into its own `dist`, where the server looks for it
 * @param base path the server serves it from, with a slash at both ends
 */
export function entry(entry: string, base: string): UserConfig {
  return {
    root: here(`./${entry}`),
    base,
    plugins: [react(), precompress()],
    build: {
      outDir: here(`./${entry}/dist`),
      emptyOutDir: true,
      target: 'es2022',
      chunkSizeWarningLimit: 1500,
      // The server's content policy takes fonts and scripts from itself only, so nothing is written into the page.
      assetsInlineLimit: 0,
    },
    worker: { format: 'es' },
    server: {
      proxy: {
        '/api': server,
        '/start': server,
        '/live': { target: server, ws: true },
      },
    },
  };
}
