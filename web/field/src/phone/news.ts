import { type Change, followEvents, type WorkOrder } from '@fourfold/api';
import type { KnownWorkOrder } from '@fourfold/offline';
import { ring } from './ring.ts';
import { sentBack } from './steps.ts';
import { Store } from './store.ts';

/** What came while the app was open, by kind, until the person has seen it. */
export interface News {
  orders: string[];
  questions: string[];
  notices: string[];
}

const nothing: News = { orders: [], questions: [], notices: [] };

export const news = new Store<News>(nothing);

/** Changes that come in a burst are fetched once. */
const gatherMilliseconds = 300;

const concerns: readonly Change['kind'][] = ['work-order', 'question', 'notice'];

/**
 * Follows the server's stream while the app is on the screen: a phone in the pocket is told by push, and spares its
 * battery. What changed is fetched; nothing is believed that only the stream said.
 * @param refresh fetches anew
 * @returns a function to call whenever who is signed in, or what is on the screen, may have changed
 */
export function listen(who: () => string | null, refresh: () => void): () => void {
  let following: { who: string; end: () => void } | null = null;
  let gathered: ReturnType<typeof setTimeout> | undefined;
  const soon = () => {
    clearTimeout(gathered);
    gathered = setTimeout(refresh, gatherMilliseconds);
  };
  return () => {
    const now = document.visibilityState === 'visible' ? who() : null;
    if (following?.who === now) return;
    following?.end();
    following = null;
    if (!now) return;
    const end = followEvents({
      onChange: ({ kind }) => {
        if (concerns.includes(kind)) soon();
      },
      onReset: soon,
    });
    following = { who: now, end };
  };
}

/** What of the list just fetched is new to this person: work nobody has begun, or that came back. */
export function newAmong(before: ReadonlyMap<string, WorkOrder>, now: readonly WorkOrder[]): string[] {
  const isNew = (order: WorkOrder) => {
    const known = before.get(order.id);
    if (!known) return order.state === 'issued';
    return known.state === 'reported' && sentBack(order) !== null;
  };
  return now.filter(isNew).map(({ id }) => id);
}

/** Tells the person, once for each thing. */
export function announce(arrived: Partial<News>): void {
  const before = news.get();
  const added = (kind: keyof News) => [...new Set([...before[kind], ...(arrived[kind] ?? [])])];
  if (!Object.values(arrived).some((ids) => ids.length > 0)) return;
  news.set({ orders: added('orders'), questions: added('questions'), notices: added('notices') });
  ring();
}

/** The person has this one on the screen, whichever way they came. */
export function seenOne(id: string): void {
  const { orders, questions, notices } = news.get();
  if (![orders, questions, notices].some((ids) => ids.includes(id))) return;
  const others = (ids: string[]) => ids.filter((one) => one !== id);
  news.set({ orders: others(orders), questions: others(questions), notices: others(notices) });
}

/** The person has looked. */
export function seen(kind?: keyof News): void {
  news.set(kind ? { [kind]: [] } : nothing);
}

/** The person came to the page that lists these, marked as what they have not read yet. */
export function seenListed(page: string): void {
  if (page !== 'inbox') return;
  seen('questions');
  seen('notices');
}

export const byId = (known: readonly KnownWorkOrder[]): Map<string, WorkOrder> =>
  new Map(known.map(({ id, order }) => [id, order]));
