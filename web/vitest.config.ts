import { defineConfig } from 'vitest/config';

export default defineConfig({
  // What phones get of it; the other half of the package reads files from a disk.
  resolve: { alias: { 'tus-js-client': `${import.meta.dirname}/node_modules/tus-js-client/lib.esm/browser/index.js` } },
  test: {
    include: [
      'console/**/*.test.{ts,tsx}',
      'field/**/*.test.{ts,tsx}',
      'packages/**/*.test.{ts,tsx}',
      'tests/*.test.ts',
    ],
    environment: 'node',
    testTimeout: 10_000,
  },
});
