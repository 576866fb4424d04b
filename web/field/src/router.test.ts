import { expect, it } from 'vitest';
import { above, path, read } from './router.ts';

it('every page has one above it, and today is above all', () => {
  for (const start of ['#/report/a', '#/return/a', '#/note/a']) expect(path(above(read(start)))).toBe('#/order/a');
  expect(path(above(read('#/conflict/c')))).toBe('#/outbox');
  expect(path(above(read('#/fill/f')))).toBe('#/forms');
  expect(path(above(read('#/question/q')))).toBe('#/inbox');
  expect(path(above(read('#/plan')))).toBe('#/ground');
  // What waits to be sent is a part of one's own page.
  expect(path(above(read('#/outbox')))).toBe('#/me');
  for (const start of ['#/order/a', '#/forms', '#/inbox', '#/me', '#/signIn', '#/nothing', ''])
    expect(path(above(read(start)))).toBe('#/today');
});
