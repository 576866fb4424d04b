import { useRef } from 'react';

/** The same, while it is under way done only once: a second press may come before the button can say so. */
export function useOnce<A extends unknown[]>(doing: (...given: A) => Promise<unknown>): (...given: A) => void {
  const underWay = useRef(false);
  return (...given) => {
    if (underWay.current) return;
    underWay.current = true;
    void doing(...given).finally(() => {
      underWay.current = false;
    });
  };
}
