import { type Change, followEvents } from '@fourfold/api';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

/** Which lists and items a change makes old; each query key begins with its kind's plural. */
const keysOf: Record<Change['kind'], readonly string[]> = {
  alert: ['alerts', 'alert'],
  case: ['cases', 'case'],
  'work-order': ['work-orders', 'work-order', 'case'],
  zone: ['zones'],
  rule: ['rules'],
  feed: ['feeds'],
  job: ['jobs'],
};

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
