import { expect, it } from 'vitest';
import { mayPlan, type PlanDraft, planBody, pointsAtMost, withPoint } from './plans.ts';

const pier = { latitude: 19.99, longitude: 110.07 };
const plan: PlanDraft = { name: ' Sluice to pier ', everyDays: 7, byHour: 18, points: [] };

it('a plan is made of named points in the order of the way, and of nothing less', () => {
  expect(planBody(plan, 'grid')).toBeNull();
  const two = withPoint(withPoint(plan, pier, 'Pier'), { ...pier, latitude: 20 }, ' Gate ');
  expect(planBody(two, undefined)).toBeNull();
  expect(planBody({ ...two, name: ' ' }, 'grid')).toBeNull();
  expect(planBody(withPoint(two, pier, ' '), 'grid')).toBeNull();
  expect(planBody(two, 'grid')).toEqual({
    ...{ gridId: 'grid', name: 'Sluice to pier', everyDays: 7, byHour: 18 },
    points: [
      { name: 'Pier', position: pier, radiusMetres: 40 },
      { name: 'Gate', position: { ...pier, latitude: 20 }, radiusMetres: 40 },
    ],
  });
});

it('no more points than the server takes, and no plan from who may not', () => {
  let full = plan;
  for (let number = 0; number <= pointsAtMost; number++) full = withPoint(full, pier, `Point ${number}`);
  expect(full.points).toHaveLength(pointsAtMost);
  expect(mayPlan({ permissions: ['patrols.walk'] })).toBe(false);
  expect(mayPlan({ permissions: ['patrols.write'] })).toBe(true);
});
