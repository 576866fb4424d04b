import { type LiveClient, liveUrl, startLive } from '@fourfold/live';
import { createContext, useContext, useEffect, useRef, useState, useSyncExternalStore } from 'react';

export const LiveContext = createContext<LiveClient | null>(null);

/** Opens the live picture for as long as the page that shows it is there. */
export function useLiveConnection(): LiveClient | null {
  const [live, setLive] = useState<LiveClient | null>(null);
  useEffect(() => {
    const started = startLive();
    started.open(liveUrl(location));
    setLive(started);
    return () => started.close();
  }, []);
  return live;
}

export function useLive(): LiveClient {
  const live = useContext(LiveContext);
  if (!live) throw new Error('useLive outside the page that opens it');
  return live;
}

/** A value of the live store; renders only when the value itself changes. */
export function useLiveValue<T>(read: (live: LiveClient) => T): T {
  const live = useLive();
  const last = useRef<T>(undefined);
  return useSyncExternalStore(live.subscribe, () => {
    const next = read(live);
    if (!Object.is(next, last.current)) last.current = next;
    return last.current as T;
  });
}

/** Milliseconds now, ticking at the given step; for ages and countdowns. */
export function useNow(stepMilliseconds = 1000): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), stepMilliseconds);
    return () => clearInterval(timer);
  }, [stepMilliseconds]);
  return now;
}
