import { useSyncExternalStore } from 'react';

/** Pages live behind the hash: the address works without a server that knows it. */
export type Route =
  | { page: 'today' | 'outbox' | 'me' | 'signIn' }
  | { page: 'order' | 'report' | 'return' | 'note' | 'conflict'; id: string };

const withId = ['order', 'report', 'return', 'note', 'conflict'] as const;

export function read(hash: string): Route {
  const [name, id] = hash.replace(/^#\/?/, '').split('/');
  const page = withId.find((candidate) => candidate === name);
  if (page && id) return { page, id: decodeURIComponent(id) };
  return { page: name === 'outbox' || name === 'me' || name === 'signIn' ? name : 'today' };
}

export const path = (route: Route): string => ('id' in route ? `#/${route.page}/${route.id}` : `#/${route.page}`);

export function go(route: Route, replace = false): void {
  if (replace) location.replace(path(route));
  else location.hash = path(route);
}

/** Back to where the person came from, or to today's list when they came from nowhere. */
export function back(): void {
  if (history.length > 1) history.back();
  else go({ page: 'today' }, true);
}

function subscribe(listener: () => void): () => void {
  addEventListener('hashchange', listener);
  return () => removeEventListener('hashchange', listener);
}

export function useRoute(): Route {
  const hash = useSyncExternalStore(subscribe, () => location.hash);
  return read(hash);
}
