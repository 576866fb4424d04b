import { expect, it } from 'vitest';
import { draftOf, emptyPoint, formOf, type PlanForm } from './planDraft.ts';

const whole: PlanForm = {
  gridId: 'g',
  name: ' 3 号闸到码头 ',
  everyDays: 1,
  byHour: 18,
  points: [{ ...emptyPoint('a'), name: '3 号闸', latitude: 19.5, longitude: 109.5 }],
};

it('a plan is sent once nothing of it is missing, without the spaces around its names', () => {
  expect(draftOf(whole)).toEqual({
    gridId: 'g',
    name: '3 号闸到码头',
    everyDays: 1,
    byHour: 18,
    points: [{ name: '3 号闸', position: { latitude: 19.5, longitude: 109.5 }, radiusMetres: 40 }],
  });
});

it.each([{ gridId: null }, { name: ' ' }, { everyDays: null }, { points: [] }, { points: [emptyPoint('a')] }])(
  'it is not sent with %o',
  (change) => {
    expect(draftOf({ ...whole, ...change })).toBeNull();
  },
);

it('a point that there is keeps its id through a change', () => {
  const plan = {
    gridId: 'g',
    name: 'n',
    everyDays: 7,
    byHour: 9,
    points: [{ id: 'p', name: 'Gate', position: { latitude: 1, longitude: 2 }, radiusMetres: 60 }],
  };
  expect(draftOf(formOf(plan as never))?.points).toEqual(plan.points);
});
