import type { RoutingAnswer } from '@fourfold/api';
import { expect, it } from 'vitest';
import { nearestUnits } from './nearestUnits.ts';

const unit = (id: string) => ({ id, name: id }) as NonNullable<RoutingAnswer['chosen']>;
const why = { code: 'routing.sector', parameters: { distanceMetres: 5464 } } as unknown as RoutingAnswer['why'];
const near = (id: string, distanceMetres: number | null) => ({ unit: unit(id), why, distanceMetres });

it('puts the unit whose place it is first, then the nearest', () => {
  const answer = { chosen: unit('station'), why, candidates: [near('far', 30_000), near('close', 13_000)] };
  expect(nearestUnits(answer as RoutingAnswer).map((one) => [one.unit.id, one.distanceMetres])).toEqual([
    ['station', 5464],
    ['close', 13_000],
    ['far', 30_000],
  ]);
});

it('names nobody twice, and somebody even when nobody was chosen', () => {
  const both = { chosen: unit('a'), why, candidates: [near('b', 1), near('a', 2)] };
  expect(nearestUnits(both as RoutingAnswer).map((one) => one.unit.id)).toEqual(['a', 'b']);
  const none = { chosen: null, why, candidates: [near('b', 1)] };
  expect(nearestUnits(none as RoutingAnswer).map((one) => one.unit.id)).toEqual(['b']);
});
