import type { WorkOrder } from '@fourfold/api';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { expect, it } from 'vitest';
import { acknowledge } from '../src/commands.ts';
import { learn, OfflineDatabase, Outbox, storeWorkOrders } from '../src/index.ts';

const me = 'person-1';
const at = Date.UTC(2026, 2, 18, 4, 31);
const step = { step: 'issued', at: '2026-03-18T04:30:00Z' };
const order = (change: object = {}) =>
  ({ id: 'order-1', revision: 1, state: 'issued', history: [], ...change }) as unknown as WorkOrder;
const phone = () => new OfflineDatabase('known', { indexedDB: new IDBFactory(), IDBKeyRange });
const steps = async (db: OfflineDatabase) => (await db.workOrders.get('order-1'))?.order.history?.length;

it('a list, which tells no history, leaves the one that was asked for', async () => {
  const db = phone();
  await storeWorkOrders(db, me, [order()], at);
  await learn(db, order({ history: [step] }));
  await storeWorkOrders(db, me, [order()], at);
  expect(await steps(db)).toBe(1);
});

it('the history of an earlier revision is not shown for a later one', async () => {
  const db = phone();
  await storeWorkOrders(db, me, [order()], at);
  await learn(db, order({ history: [step] }));
  await storeWorkOrders(db, me, [order({ revision: 2 })], at);
  expect(await steps(db)).toBe(0);
});

it('a step of our own asks for the history anew', async () => {
  const db = phone();
  await storeWorkOrders(db, me, [order()], at);
  await learn(db, order({ history: [step] }));
  const id = await new Outbox(db, () => at).write(me, { kind: 'work-order.accept', target: 'order-1' });
  await acknowledge(db, id ?? '', { kind: 'done', revision: 2 }, at);
  expect(await steps(db)).toBe(0);
});

it('when it was done is told by the clock of the server, not of the phone', async () => {
  const db = phone();
  await storeWorkOrders(db, me, [order({ state: 'on-scene' })], at);
  const id = await new Outbox(db, () => at).write(me, { kind: 'work-order.report', target: 'order-1' });
  const aDayFast = at + 86_400_000;
  await acknowledge(db, id ?? '', { kind: 'done', revision: 2 }, aDayFast);
  const report = { at: new Date(aDayFast).toISOString(), receivedAt: '2026-03-18T04:31:00Z' };
  await storeWorkOrders(db, me, [order({ state: 'reported', revision: 2, report })], at);
  expect((await db.workOrders.get('order-1'))?.doneAt).toBe('2026-03-18T04:31:00Z');
});

it('what it is about stays with it through our own steps, and comes with the next list to one kept by an older app', async () => {
  const db = phone();
  const caseClass = async () => (await db.workOrders.get('order-1'))?.order.caseClass;
  await storeWorkOrders(db, me, [order()], at);
  expect(await caseClass()).toBeUndefined();
  await storeWorkOrders(db, me, [order({ caseClass: '05' })], at);
  const id = await new Outbox(db, () => at).write(me, { kind: 'work-order.accept', target: 'order-1' });
  await acknowledge(db, id ?? '', { kind: 'done', revision: 2 }, at);
  expect(await caseClass()).toBe('05');
});
