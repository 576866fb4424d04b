import { liveQuery } from 'dexie';
import { useEffect, useState } from 'react';

/**
 * What a query answers now and after every change of what it read, in this tab or another; undefined before that.
 * @param key names what the query depends on beside the database; another key asks anew
 */
export function useLive<T>(query: () => Promise<T>, key = ''): T | undefined {
  const [value, setValue] = useState<T>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for what the query depends on
  useEffect(() => {
    const subscription = liveQuery(query).subscribe({ next: setValue, error: (error) => console.error(error) });
    return () => subscription.unsubscribe();
  }, [key]);
  return value;
}
