import type { Position } from '@fourfold/api';
import { useCallback, useEffect, useState } from 'react';

/** Where the phone is, and how far it may be off. */
export interface Own {
  position: Position;
  accuracyMetres: number;
  at: number;
}

export type Locating = 'idle' | 'asking' | 'known' | 'denied';

/** A fix older than this is asked for anew before it goes into a report. */
const freshMilliseconds = 60_000;
const timeoutMilliseconds = 20_000;

let last: Own | null = null;

/**
 * The phone's position while a page shows it, and only then. Nothing is asked of the person until they press the
 * button, unless they have allowed it before.
 */
export function useOwn(watch: boolean): { own: Own | null; state: Locating; locate(): void } {
  const [own, setOwn] = useState(last);
  const [state, setState] = useState<Locating>(last ? 'known' : 'idle');
  const [wanted, setWanted] = useState(false);

  useEffect(() => {
    let gone = false;
    const allowed = navigator.permissions?.query({ name: 'geolocation' });
    allowed?.then(
      (permission) => {
        if (!gone && permission.state === 'granted') setWanted(true);
        if (!gone && permission.state === 'denied') setState('denied');
      },
      () => {},
    );
    return () => {
      gone = true;
    };
  }, []);

  useEffect(() => {
    if (!wanted || !navigator.geolocation) return;
    const heard = ({ coords, timestamp }: GeolocationPosition) => {
      const position = { latitude: coords.latitude, longitude: coords.longitude };
      last = { position, accuracyMetres: coords.accuracy, at: timestamp };
      setOwn(last);
      setState('known');
    };
    const failed = (error: GeolocationPositionError) => {
      setState(error.code === error.PERMISSION_DENIED ? 'denied' : last ? 'known' : 'idle');
    };
    const options = { enableHighAccuracy: true, timeout: timeoutMilliseconds, maximumAge: freshMilliseconds };
    if (!watch) {
      navigator.geolocation.getCurrentPosition(heard, failed, options);
      return;
    }
    const id = navigator.geolocation.watchPosition(heard, failed, options);
    return () => navigator.geolocation.clearWatch(id);
  }, [wanted, watch]);

  const locate = useCallback(() => {
    setState('asking');
    setWanted(false);
    // Asking again must ask again, so the effect sees a change.
    setTimeout(() => setWanted(true));
  }, []);

  return { own, state, locate };
}

/** The last position this phone knew, for commands that bear one; null when it is unknown or stale. */
export function ownNow(now: number): Position | null {
  return last && now - last.at < freshMilliseconds ? last.position : null;
}
