import { useSyncExternalStore } from 'react';

/** Pages live behind the hash: the address works without a server that knows it. */
export type Route =
  | { page: 'today' | 'tell' | 'inbox' | 'ground' | 'plan' | 'area' | 'forms' | 'outbox' | 'me' | 'signIn' }
  | { page: (typeof withId)[number]; id: string };

const withId = [
  'order',
  'report',
  'return',
  'note',
  'conflict',
  'fill',
  'patrol',
  'areaOf',
  'meeting',
  'question',
  'notice',
] as const;
const plain = ['tell', 'inbox', 'ground', 'plan', 'area', 'forms', 'outbox', 'me', 'signIn'] as const;

export function read(hash: string): Route {
  const [name, id] = hash.replace(/^#\/?/, '').split('/');
  const page = withId.find((candidate) => candidate === name);
  if (page && id) return { page, id: decodeURIComponent(id) };
  return { page: plain.find((candidate) => candidate === name) ?? 'today' };
}

export const path = (route: Route): string => ('id' in route ? `#/${route.page}/${route.id}` : `#/${route.page}`);

/** Page that a page belongs to: where back leads when the person came from outside the app. */
export function above(route: Route): Route {
  if (route.page === 'report' || route.page === 'return' || route.page === 'note')
    return { page: 'order', id: route.id };
  if (route.page === 'fill') return { page: 'forms' };
  if (route.page === 'meeting') return { page: 'areaOf', id: route.id };
  if (route.page === 'areaOf') return { page: 'area' };
  if (route.page === 'question' || route.page === 'notice') return { page: 'inbox' };
  if (route.page === 'plan') return { page: 'ground' };
  if (route.page === 'conflict') return { page: 'outbox' };
  return { page: route.page === 'outbox' ? 'me' : 'today' };
}

export function go(route: Route, replace = false): void {
  if (!replace) {
    location.hash = path(route);
    return;
  }
  // Keeps whether the entry is the first.
  history.replaceState(history.state, '', path(route));
  dispatchEvent(new HashChangeEvent('hashchange'));
}

/** Marks the entry the app was opened at: behind it lies a page that is not ours. */
export function beginHistory(): void {
  if (history.state === null) history.replaceState({ first: true }, '');
}

/** Back to where the person came from inside the app; never out of it. */
export function back(): void {
  if ((history.state as { first?: boolean } | null)?.first) go(above(read(location.hash)), true);
  else history.back();
}

function subscribe(listener: () => void): () => void {
  addEventListener('hashchange', listener);
  return () => removeEventListener('hashchange', listener);
}

export function useRoute(): Route {
  const hash = useSyncExternalStore(subscribe, () => location.hash);
  return read(hash);
}
