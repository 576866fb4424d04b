import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/**
 * What the worker keeps: names relative to its scope, and a version that changes with any of their bytes. The icons for
 * the home screen are the system's affair, which fetches and keeps them when the app is installed.
 */
const listed = /\.(html|js|css|svg|webmanifest)$/;

/**
 * Builds the service worker beside the pages, as `worker.js` at the root of the scope, and tells it which files make
 * the app. The development server has none: a cached page there would only hide changes.
 * @param source the worker's TypeScript
 */
export function serviceWorker(source: string): Plugin {
  let publicFolder = '';
  return {
    name: 'fourfold-service-worker',
    apply: 'build',
    configResolved(config) {
      publicFolder = config.publicDir;
    },
    buildStart() {
      this.emitFile({ type: 'chunk', id: source, fileName: 'worker.js' });
    },
    generateBundle(_options, bundle) {
      const worker = bundle['worker.js'];
      if (worker?.type !== 'chunk') throw new Error('the service worker was not built');
      const hash = createHash('sha256');
      const files: string[] = [];
      for (const [name, file] of Object.entries(bundle).sort(([a], [b]) => (a < b ? -1 : 1))) {
        if (file === worker || !listed.test(name)) continue;
        files.push(name);
        hash.update(name).update(file.type === 'chunk' ? file.code : file.source);
      }
      for (const name of readdirSync(publicFolder)
        .sort()
        .filter((file) => listed.test(file))) {
        files.push(name);
        hash.update(name).update(readFileSync(`${publicFolder}/${name}`));
      }
      const shell = JSON.stringify({ version: hash.digest('hex').slice(0, 16), files });
      worker.code = `self.shell=${shell};\n${worker.code}`;
    },
  };
}
