import { useEffect, useState } from 'react';

/** A value once it has not changed for a while. */
export function useRested<T>(value: T, milliseconds: number): T {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const wait = setTimeout(() => setRested(value), milliseconds);
    return () => clearTimeout(wait);
  }, [value, milliseconds]);
  return rested;
}
