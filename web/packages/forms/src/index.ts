export * from './validator/index.ts';
