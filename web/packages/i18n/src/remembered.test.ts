import { afterEach, expect, it, vi } from 'vitest';
import { recallLanguage, rememberLanguage } from './remembered.ts';

afterEach(() => vi.unstubAllGlobals());

it('a browser that keeps nothing still speaks Chinese, and English until it is closed', () => {
  vi.stubGlobal('localStorage', {
    getItem: () => {
      throw new DOMException('blocked', 'SecurityError');
    },
    setItem: () => {
      throw new DOMException('blocked', 'SecurityError');
    },
  });
  expect(recallLanguage()).toBe('zh');
  expect(() => rememberLanguage('en')).not.toThrow();
});

it('the language is the one chosen last; a word that is none is Chinese', () => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });
  rememberLanguage('en');
  expect(recallLanguage()).toBe('en');
  kept.set('fourfold.language', 'tlh');
  expect(recallLanguage()).toBe('zh');
});
