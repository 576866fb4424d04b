import { type MouseEvent, useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();

function changed(): void {
  for (const listener of listeners) listener();
}

window.addEventListener('popstate', changed);

/** Goes to a path of this entry; `replace` leaves no step to come back to. */
export function navigate(to: string, replace = false): void {
  if (replace) history.replaceState(null, '', to);
  else history.pushState(null, '', to);
  changed();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The path, without query. */
export function usePath(): string {
  return useSyncExternalStore(subscribe, () => location.pathname);
}

/** One value of the query: screen state that a reload or a sent link keeps. */
export function useParam(name: string): string | null {
  return useSyncExternalStore(subscribe, () => new URLSearchParams(location.search).get(name));
}

/** Changes values of the query in place; null removes one. */
export function setParams(change: Record<string, string | null>): void {
  const params = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(change)) {
    if (value === null) params.delete(name);
    else params.set(name, value);
  }
  const query = params.toString();
  navigate(`${location.pathname}${query ? `?${query}` : ''}`, true);
}

/** For `<a>`: keeps the page when the person just clicks, and lets the browser open a tab when they ask for one. */
export function link(to: string) {
  return {
    href: to,
    onClick(event: MouseEvent) {
      if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      navigate(to);
    },
  };
}
