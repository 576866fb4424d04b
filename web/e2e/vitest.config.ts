import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** By name: they share one server and its few alerts; those that only look leave them to those that deal with them. */
class ByName extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return [...files].sort((a, b) => a.moduleId.localeCompare(b.moduleId));
  }
}

/** Journeys in a real browser against the real program; one after the other, for they share a server and two cores. */
export default defineConfig({
  // What browsers get of it; the other half of the package reads files from a disk.
  resolve: {
    alias: { 'tus-js-client': `${import.meta.dirname}/../node_modules/tus-js-client/lib.esm/browser/index.js` },
  },
  test: {
    root: import.meta.dirname,
    include: ['**/*.journey.ts'],
    globalSetup: ['stage/server.ts'],
    testTimeout: 300_000,
    hookTimeout: 120_000,
    teardownTimeout: 40_000,
    fileParallelism: false,
    sequence: { concurrent: false, sequencer: ByName },
  },
});
