import { expect, it } from 'vitest';
import { isFull } from './deed.ts';

it('knows a full phone by the name the browser gives it, however deep the database wraps it', () => {
  const full = new DOMException('', 'QuotaExceededError');
  expect(isFull(full)).toBe(true);
  expect(isFull({ name: 'AbortError', inner: { name: 'PutError', inner: full } })).toBe(true);
  expect(isFull(new Error('Encountered full disk while opening backing store: QuotaExceeded'))).toBe(true);
  expect(isFull(new Error('gone'))).toBe(false);
  expect(isFull(null)).toBe(false);
});
