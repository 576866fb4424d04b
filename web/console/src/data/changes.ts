import { type Change, followEvents } from '@fourfold/api';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';

/** Which lists and items a change makes old; each query key begins with its kind's plural. */
const keysOf: Record<Change['kind'], readonly string[]> = {
  alert: ['alerts', 'alert'],
  case: ['cases', 'case'],
  'work-order': ['work-orders', 'work-order', 'case'],
  zone: ['zones'],
  grid: ['grids'],
  rule: ['rules'],
  feed: ['feeds'],
  sensor: ['sensors'],
  job: ['jobs'],
  form: ['forms'],
  emergency: ['emergencies', 'forms'],
  submission: ['submissions'],
  question: [],
  notice: ['notices'],
  'unmask-request': ['unmask-requests'],
};

let streaming = false;
const watchers = new Set<() => void>();

function setStreaming(open: boolean): void {
  streaming = open;
  for (const watcher of watchers) watcher();
}

/** Whether changes are told to us now; without that, lists must be asked for more often. */
export function useStreaming(): boolean {
  return useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => streaming,
  );
}

/** Changes come in bursts; lists are asked for once a burst. */
const burstMilliseconds = 250;

/** Keeps what is on screen in step with the server while someone is signed in. */
export function useChanges(): void {
  const queries = useQueryClient();
  useEffect(() => {
    const pending = new Set<string>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const flush = () => {
      timer = undefined;
      refresh(queries, pending);
      pending.clear();
    };
    const stop = followEvents({
      onChange: ({ kind }) => {
        for (const key of keysOf[kind] ?? []) pending.add(key);
        timer ??= setTimeout(flush, burstMilliseconds);
      },
      onReset: () => void queries.invalidateQueries(),
      onState: setStreaming,
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [queries]);
}

function refresh(queries: QueryClient, kinds: ReadonlySet<string>): void {
  void queries.invalidateQueries({ predicate: (query) => kinds.has(String(query.queryKey[0])) });
}
