import type { push as zh } from './zh.ts';

/** What a phone says of a message; all that the worker knows of words. */
export const push: Record<keyof typeof zh, string> = {
  'work-order-issued': 'A new task',
  'work-order-sent-back': 'A task came back to be done again',
  'work-order-cancelled': 'A task was taken back; no need to go',
  question: 'A resident asks you',
  notice: 'A notice',
  other: 'News',
};
