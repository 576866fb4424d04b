import type { FormItem, FormItemType } from '@fourfold/forms';
import { expect, it } from 'vitest';
import { conditionOf, type Operator, operatorsOf } from './conditions.ts';

const field = (type: FormItemType): FormItem => ({ code: 'f', type, label: { zh: 'x', en: 'x' } });
const ref = `\${f}`;

it.each<[FormItemType, Operator, string, string | null]>([
  ['choice', 'is', 'yes', `${ref} = 'yes'`],
  ['multiChoice', 'is', 'a', `selected(${ref}, 'a')`],
  ['multiChoice', 'isNot', 'a', `not(selected(${ref}, 'a'))`],
  ['boolean', 'yes', '', ref],
  ['boolean', 'no', '', `not(${ref})`],
  ['integer', 'atLeast', ' 5 ', `${ref} >= 5`],
  ['integer', 'is', 'five', null],
  ['text', 'isNot', "it's", `${ref} != 'its'`],
  ['date', 'answered', '', `${ref} != ''`],
])('of a %s that %s %s: %s', (type, operator, value, made) => {
  expect(operatorsOf(type)).toContain(operator);
  expect(conditionOf(field(type), operator, value)).toBe(made);
});
