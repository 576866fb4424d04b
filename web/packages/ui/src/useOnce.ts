import { useCallback, useRef } from 'react';

/** The same, while it is under way done only once: a second press may come before the button can say so. */
export function useOnce<A extends unknown[]>(doing: (...given: A) => Promise<unknown>): (...given: A) => void {
  const underWay = useRef(false);
  const latest = useRef(doing);
  latest.current = doing;
  return useCallback((...given) => {
    if (underWay.current) return;
    underWay.current = true;
    void latest.current(...given).finally(() => {
      underWay.current = false;
    });
  }, []);
}
