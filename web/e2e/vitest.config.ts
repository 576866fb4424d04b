import { defineConfig } from 'vitest/config';

/** Journeys in a real browser against the real program; one after the other, for they share a server and two cores. */
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['**/*.journey.ts'],
    globalSetup: ['stage/server.ts'],
    testTimeout: 300_000,
    hookTimeout: 120_000,
    teardownTimeout: 40_000,
    fileParallelism: false,
    sequence: { concurrent: false },
  },
});
