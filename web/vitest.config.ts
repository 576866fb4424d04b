import { defineConfig } from 'vitest/config';

export default defineConfig({
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
