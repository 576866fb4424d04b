import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** The validator as one script without imports, for the server's engine; pages import the sources. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  build: {
    target: 'es2020',
    lib: {
      entry: fileURLToPath(new URL('src/validator/server.ts', import.meta.url)),
      name: 'fourfoldForms',
      formats: ['iife'],
      fileName: () => 'validator.js',
    },
  },
});
