import type { WorkOrder } from '@fourfold/api';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { announce, newAmong, news, seen, seenListed, seenOne } from './news.ts';

vi.mock('./ring.ts', () => ({ ring: vi.fn() }));

const order = (id: string, state: WorkOrder['state'], more: Partial<WorkOrder> = {}) =>
  ({ id, state, report: null, history: [], ...more }) as unknown as WorkOrder;
const known = (...orders: WorkOrder[]) => new Map(orders.map((one) => [one.id, one]));

describe('new work while the app is open', () => {
  afterEach(() => seen());

  it('is what was not there and nobody has begun', () => {
    const before = known(order('a', 'issued'));
    expect(newAmong(before, [order('a', 'issued'), order('b', 'issued'), order('c', 'accepted')])).toEqual(['b']);
  });

  it('is also what comes back after it was reported', () => {
    const report = { at: '2026-03-18T04:00:00Z' } as WorkOrder['report'];
    const before = known(order('a', 'reported', { report }));
    expect(newAmong(before, [order('a', 'on-scene', { report })])).toEqual(['a']);
    // One that was back already is no news.
    expect(newAmong(known(order('a', 'on-scene', { report })), [order('a', 'on-scene', { report })])).toEqual([]);
  });

  it('is told once for each thing until it was seen', async () => {
    const { ring } = await import('./ring.ts');
    announce({ orders: [] });
    expect(ring).not.toHaveBeenCalled();
    announce({ orders: ['a'] });
    announce({ orders: ['a', 'b'], questions: ['q'] });
    expect(news.get()).toEqual({ orders: ['a', 'b'], questions: ['q'], notices: [] });
    expect(ring).toHaveBeenCalledTimes(2);
    seenOne('b');
    expect(news.get().orders).toEqual(['a']);
    seen('orders');
    expect(news.get()).toEqual({ orders: [], questions: ['q'], notices: [] });
  });

  it('is not told on the page that lists it, once that was opened; a task is told until it was looked at', () => {
    announce({ orders: ['a'], questions: ['q'], notices: ['n'] });
    seenListed('tell');
    expect(news.get()).toEqual({ orders: ['a'], questions: ['q'], notices: ['n'] });
    seenListed('inbox');
    expect(news.get()).toEqual({ orders: ['a'], questions: [], notices: [] });
  });
});
