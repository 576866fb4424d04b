import { body, client, isProblem, Problem, type Session, type WorkOrder } from '@fourfold/api';

const pagesAtMost = 4;
/** Finished work shown for the day; older is at the desk. */
const doneAtMost = 20;
const answerMilliseconds = 30_000;

/** One bar of signal may swallow an answer for ever. */
export const soon = () => ({ signal: AbortSignal.timeout(answerMilliseconds) });

/**
 * The session that an answer bears.
 * @throws a problem of the network as well when it is not an answer of this server, but a hotel's page in its place
 */
export async function sessionOf(answer: Promise<{ data?: Session }>): Promise<Session> {
  try {
    const session = body(await answer);
    if (session?.person?.id) return session;
  } catch (error) {
    if (isProblem(error)) throw error;
  }
  throw new Problem(0, { title: 'not an answer of this server' });
}

/** Pages of one list; a phone needs no more than a day's work. */
async function fetchList(scope: 'mine' | 'unit', open: boolean): Promise<WorkOrder[]> {
  const orders: WorkOrder[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < (open ? pagesAtMost : 1); page++) {
    const query = { scope, open, cursor, ...(open ? {} : { limit: doneAtMost }) };
    const answer = body(await client.GET('/work-orders', { params: { query }, ...soon() }));
    orders.push(...answer.items);
    if (!answer.next) break;
    cursor = answer.next;
  }
  return orders;
}

/** What nobody of my unit has taken yet, unless it was given to another post, and what is mine, done ones included. */
export async function fetchOrders({ post }: Session): Promise<WorkOrder[]> {
  const waiting = (await fetchList('unit', true)).filter((order) => order.state === 'issued');
  const forMe = waiting.filter((order) => !order.post || order.post.id === post.id);
  const mine = [...(await fetchList('mine', true)), ...(await fetchList('mine', false))];
  return [...new Map([...forMe, ...mine].map((order) => [order.id, order])).values()];
}
