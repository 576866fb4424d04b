import type { WorkOrder } from '@fourfold/api';
import { expect, it } from 'vitest';
import { nearestFirst, nextStep, sentBack, takesNotes, written } from './steps.ts';

const order = (change: object) => ({ state: 'accepted', report: null, history: [], ...change }) as unknown as WorkOrder;
const report = { result: 'confirmed', reason: 'other' };

it('a report that did not hold says why, by the last answer of the desk', () => {
  const history = [
    { step: 'send-back', reason: 'not-done', at: '2026-03-18T04:31:00Z' },
    { step: 'report', reason: 'other', at: '2026-03-18T04:40:00Z' },
    { step: 'send-back', reason: 'evidence-missing', text: 'the pier from the sea', at: '2026-03-18T04:50:00Z' },
  ];
  expect(sentBack(order({ report, history }))).toEqual({
    reason: 'evidence-missing',
    words: 'the pier from the sea',
    at: '2026-03-18T04:50:00Z',
  });
});

it('that it did not hold is known before the history is', () => {
  expect(sentBack(order({ report }))).toEqual({ reason: null, words: null, at: null });
});

it('nothing was sent back before a report, or after the next one', () => {
  expect(sentBack(order({}))).toBeNull();
  expect(sentBack(order({ report, state: 'reported' }))).toBeNull();
});

it('on the way and at the place a step says where it was made; taking the order does not', () => {
  const position = { latitude: 20, longitude: 110 };
  const says = (state: 'issued' | 'accepted' | 'under-way') => {
    const step = nextStep(state);
    return step && written(step, 'order-1', position)?.payload;
  };
  expect([says('issued'), says('accepted'), says('under-way')]).toEqual([{}, { position }, { position }]);
});

it('a forgotten photo may follow a report until it is verified', () => {
  const states = ['on-scene', 'reported', 'verified', 'returned', 'cancelled'] as const;
  expect(states.filter(takesNotes)).toEqual(['on-scene', 'reported']);
});

it('the nearest comes first; as far, or without a place, as urgency had it', () => {
  const at = (id: string, latitude?: number) =>
    ({ order: order({ id, position: latitude === undefined ? null : { latitude, longitude: 110 } }) }) as never;
  const urgent = [at('lost'), at('far', 20.5), at('near', 20.01), at('beside', 19.99), at('nowhere')];
  const ids = nearestFirst(urgent, { latitude: 20, longitude: 110 }).map(({ order: { id } }) => id);
  expect(ids).toEqual(['near', 'beside', 'far', 'lost', 'nowhere']);
});
