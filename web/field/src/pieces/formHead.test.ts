import type { FormSpec } from '@fourfold/forms';
import { expect, it } from 'vitest';
import { progressOf, promisedBy } from './FormHead.tsx';

const label = { zh: '问', en: 'Ask' };
const purpose = { zh: '安排走访', en: 'Plan visits' };
const spec: FormSpec = {
  ...{ code: 'visit', version: 1, title: label, choiceLists: {} },
  items: [
    { code: 'about', type: 'note', label },
    { code: 'name', type: 'text', label, personal: { sensitivity: 'personal', purpose, retentionDays: 90 } },
    { code: 'sum', type: 'integer', label, calculate: '1 + 1' },
    {
      ...{ code: 'home', type: 'group', label },
      items: [
        { code: 'ill', type: 'boolean', label, personal: { sensitivity: 'sensitive', purpose, retentionDays: 365 } },
        { code: 'pills', type: 'multiChoice', label, choices: 'pills' },
      ],
    },
  ],
};

it('what is told or worked out is no question, and an empty choice is no answer', () => {
  const looked = { answers: { name: 'Lin', sum: 2, pills: [] }, hidden: new Set<string>() };
  expect(progressOf(spec, looked)).toEqual({ asked: 3, answered: 1 });
  expect(progressOf(spec, { ...looked, hidden: new Set(['/ill']) })).toEqual({ asked: 2, answered: 1 });
});

it('a form promises each purpose once, the longest time, and that something is sealed', () => {
  expect(promisedBy(spec.items)).toEqual({ purposes: [purpose], days: 365, sealed: true });
  expect(promisedBy([{ code: 'about', type: 'note', label }])).toBeNull();
});
