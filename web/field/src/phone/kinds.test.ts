import { coordinate } from '@fourfold/i18n';
import { expect, it } from 'vitest';
import { kindIcon } from './kinds.ts';

const classes = Object.keys(coordinate.zh)
  .filter((key) => key.startsWith('case.class.'))
  .map((key) => key.slice('case.class.'.length));

it('each class of the event list that has a name has a sign of its own', () => {
  const signs = classes.map((caseClass) => kindIcon({ caseClass }));
  expect(signs).toHaveLength(11);
  expect(signs).not.toContain(null);
  expect(new Set(signs).size).toBe(11);
});

it('an order kept by an older app, or of a class that is new, has none', () => {
  expect(kindIcon({})).toBeNull();
  expect(kindIcon({ caseClass: '' })).toBeNull();
  expect(kindIcon({ caseClass: '42' })).toBeNull();
  expect(kindIcon({ caseClass: 'constructor' })).toBeNull();
});
