import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { formRefuge, shelter, sheltered, sweepForms, unshelter } from './refuge.ts';

let room = true;

beforeEach(() => {
  room = true;
  const kept: Record<string, string> = {};
  const hidden = (value: unknown) => ({ value, enumerable: false });
  Object.defineProperties(kept, {
    getItem: hidden((key: string) => kept[key] ?? null),
    setItem: hidden((key: string, text: string) => {
      if (!room) throw new DOMException('', 'QuotaExceededError');
      kept[key] = text;
    }),
    removeItem: hidden((key: string) => {
      delete kept[key];
    }),
  });
  vi.stubGlobal('localStorage', kept);
  vi.spyOn(console, 'error').mockImplementation(() => {});
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

it('gathers what changes of a draft until it is kept elsewhere', () => {
  expect(shelter('a', { note: 'one' })).toBe(true);
  expect(shelter('a', { result: 'confirmed' })).toBe(true);
  expect(sheltered('a')).toEqual({ note: 'one', result: 'confirmed' });
  unshelter('a');
  expect(sheltered('a')).toBeUndefined();
});

it('says when there is no room even for that', () => {
  room = false;
  expect(shelter('a', { note: 'one' })).toBe(false);
  expect(sheltered('a')).toBeUndefined();
});

it('forgets the answers of forms that are no drafts any more, and nothing else', async () => {
  for (const draft of [formRefuge('gone'), formRefuge('here'), 'draft:fu:a']) shelter(draft, { answers: {} });
  await sweepForms(async (id) => id === 'here');
  expect([formRefuge('gone'), formRefuge('here'), 'draft:fu:a'].filter((one) => sheltered(one))).toEqual([
    formRefuge('here'),
    'draft:fu:a',
  ]);
});
