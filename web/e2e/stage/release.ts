import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const built = fileURLToPath(new URL('../..', import.meta.url));

/** The web entries in a folder of their own, where the phone's app is put in another version while it is served. */
export class Release {
  readonly web = mkdtempSync(join(tmpdir(), 'fourfold-release-'));
  private readonly field = join(this.web, 'field', 'dist');

  constructor() {
    mkdirSync(join(this.web, 'console'));
    symlinkSync(join(built, 'console', 'dist'), join(this.web, 'console', 'dist'));
    cpSync(join(built, 'field', 'dist'), this.field, { recursive: true });
    // Packed files would go on telling of the version before.
    for (const name of this.files(/\.(br|gz)$/)) rmSync(join(this.field, name));
  }

  /**
   * Puts the next version in the place of the one before, as a build does: other names of the chunks, none of the old
   * ones left, a worker that lists the new ones, and the version written in the page.
   * @param version begins with four letters that no other does: a chunk of one is never called as one of another
   * @param lacks a chunk that is not there yet, by the first part of its name: a release that is half copied
   */
  next(version: string, lacks?: string): void {
    for (const name of this.files(/\.absent$/))
      renameSync(join(this.field, name), join(this.field, name.replace(/\.absent$/, '')));
    const chunks = this.files(/^assets\/.*\.js$/).map((name) => basename(name));
    const renamed = chunks.map((name) => [name, name.replace(/.{4}\.js$/, `${version.slice(0, 4)}.js`)] as const);
    for (const [name, next] of renamed) renameSync(join(this.field, 'assets', name), join(this.field, 'assets', next));
    for (const name of this.files(/\.(html|js)$/)) {
      const file = join(this.field, name);
      const told = renamed.reduce((text, [old, next]) => text.replaceAll(old, next), readFileSync(file, 'utf8'));
      writeFileSync(
        file,
        told
          .replace(/"version":"\w+"/, `"version":"${version}"`)
          .replace(/<meta name="release"[^>]*>|(?=<\/head>)/, `<meta name="release" content="${version}">`),
      );
    }
    const [missing] = lacks ? this.files(new RegExp(`^assets/${lacks}-.*\\.js$`)) : [];
    if (missing) renameSync(join(this.field, missing), join(this.field, `${missing}.absent`));
  }

  remove(): void {
    rmSync(this.web, { recursive: true, force: true });
  }

  private files(like: RegExp): string[] {
    return readdirSync(this.field, { recursive: true, encoding: 'utf8' }).filter((name) => like.test(name));
  }
}
