import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { entry } from '../vite.shared.ts';
import { serviceWorker } from './serviceWorker.ts';

const shared = entry('field', '/field/');

export default defineConfig({
  ...shared,
  plugins: [...(shared.plugins ?? []), serviceWorker(fileURLToPath(new URL('./worker/worker.ts', import.meta.url)))],
  // Preact in React's place: the shared packages are written for React, and a phone on 3G is spared 50 kB.
  resolve: {
    alias: {
      'react-dom/client': 'preact/compat/client',
      'react-dom': 'preact/compat',
      'react/jsx-runtime': 'preact/jsx-runtime',
      'react/jsx-dev-runtime': 'preact/jsx-dev-runtime',
      react: 'preact/compat',
    },
  },
  // No font: a phone has one of its own for Chinese, and 0 kB is the fastest.
  build: { ...shared.build, assetsInlineLimit: 0 },
});
