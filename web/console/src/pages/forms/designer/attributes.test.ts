import type { FormChoice } from '@fourfold/forms';
import { expect, it } from 'vitest';
import { attributesOf, renamedAttribute, withAttribute } from './attributes.ts';

const label = { zh: 'x', en: 'x' };
const list: FormChoice[] = [
  { code: 'a', label, attributes: { county: '1', town: 'n' } },
  { code: 'b', label },
  { code: 'c', label, attributes: { county: '2' } },
];

it('a value is set and taken away; a choice without any keeps none', () => {
  expect(attributesOf(list)).toEqual(['county', 'town']);
  expect(withAttribute({ code: 'b', label }, 'county', '3').attributes).toEqual({ county: '3' });
  expect(withAttribute({ code: 'a', label, attributes: { county: '1', town: 'n' } }, 'county', '').attributes).toEqual({
    town: 'n',
  });
});

it('an attribute has another name, or goes, in every choice', () => {
  expect(renamedAttribute(list, 'county', 'shi').map(({ attributes }) => attributes)).toEqual([
    { shi: '1', town: 'n' },
    undefined,
    { shi: '2' },
  ]);
  expect(attributesOf(renamedAttribute(list, 'county', null))).toEqual(['town']);
});
