import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** What letters are made of; pictures and fonts are packed already. */
const packable = /\.(html|js|css|svg|json|webmanifest)$/;
/** Below this the answer's head is larger than what packing saves. */
const smallestBytes = 400;

/** Leaves `.br` and `.gz` beside each file of a build: the server sends them as they are, tighter than it could itself. */
export function precompress(): Plugin {
  let folder = '';
  return {
    name: 'fourfold-precompress',
    apply: 'build',
    configResolved(config) {
      folder = config.build.outDir;
    },
    closeBundle() {
      for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
        const path = join(folder, name);
        if (!packable.test(name) || statSync(path).size < smallestBytes) continue;
        const content = readFileSync(path);
        const params = { [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
        writeFileSync(`${path}.br`, brotliCompressSync(content, { params }));
        writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }));
      }
    },
  };
}
