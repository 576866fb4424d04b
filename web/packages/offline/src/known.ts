import type { WorkOrder } from '@fourfold/api';
import type { KnownWorkOrder, OfflineDatabase } from './database.ts';
import { isFinished } from './projection.ts';

/**
 * Keeps the list the server gave. What is not in it any more goes, unless it still has something unsent. An answer
 * that was overtaken by our own acknowledged command is not believed over it.
 * @param at when it was given, by the server's clock; Unix milliseconds
 */
export async function storeWorkOrders(
  db: OfflineDatabase,
  owner: string,
  orders: readonly WorkOrder[],
  at: number,
): Promise<void> {
  await db.transaction('rw', db.workOrders, db.commands, async () => {
    const fetchedAt = new Date(at).toISOString();
    const listed = new Set(orders.map((order) => order.id));
    const unsent = new Set((await unsettled(db)).map((command) => command.target));
    const known = new Map((await db.workOrders.toArray()).map((row) => [row.id, row]));
    const gone = [...known.values()].filter((row) => row.owner === owner && !listed.has(row.id) && !unsent.has(row.id));
    await db.workOrders.bulkDelete(gone.map((row) => row.id));
    await db.workOrders.bulkPut(orders.map((order) => merge(known.get(order.id), order, owner, fetchedAt)));
  });
}

const unsettled = (db: OfflineDatabase) =>
  db.commands.filter((command) => command.standing !== 'done' && command.standing !== 'dropped').toArray();

function merge(known: KnownWorkOrder | undefined, order: WorkOrder, owner: string, fetchedAt: string): KnownWorkOrder {
  const older = known && known.order.revision > order.revision;
  const kept = older ? known.order : withHistory(order, known?.order);
  const doneAt = isFinished(kept.state) ? (received(kept) ?? known?.doneAt ?? fetchedAt) : undefined;
  return { id: order.id, owner, order: kept, fetchedAt, ...(doneAt ? { doneAt } : {}) };
}

/** Lists tell no history; the one that was asked for holds until the revision changes. */
const withHistory = (order: WorkOrder, known: WorkOrder | undefined): WorkOrder =>
  known?.revision === order.revision && !order.history?.length ? { ...order, history: known.history } : order;

/** By the server's clock; the phone's may be a day wrong. */
const received = (order: WorkOrder) => order.report?.receivedAt ?? order.history?.at(-1)?.receivedAt;

/** On a shared phone the next person does not see this one's work; what was not sent stays, unseen, for its owner. */
export async function forgetWorkOrders(db: OfflineDatabase, owner: string): Promise<void> {
  await db.transaction('rw', db.workOrders, db.commands, async () => {
    const unsent = new Set((await unsettled(db)).map((command) => command.target));
    await db.workOrders
      .where('owner')
      .equals(owner)
      .and((row) => !unsent.has(row.id))
      .delete();
  });
}
