import type { Position } from '@fourfold/api';
import { useCallback, useEffect, useState } from 'react';

/** Where the phone is, and how far it may be off. */
export interface Own {
  position: Position;
  accuracyMetres: number;
  at: number;
}

export type Locating = 'idle' | 'asking' | 'known' | 'denied';

/** An older fix does not go into a record as the place it was made at. */
const freshMilliseconds = 5 * 60_000;
const timeoutMilliseconds = 20_000;

let last: Own | null = null;

/**
 * What the phone says where it is, from the moment it said so: its own time is that of the satellites, which a wrong
 * clock of the phone would take for long ago.
 */
export const fix = ({ coords }: Pick<GeolocationPosition, 'coords'>, now: number): Own => ({
  position: { latitude: coords.latitude, longitude: coords.longitude },
  accuracyMetres: coords.accuracy,
  at: now,
});

/**
 * The phone's position while a page shows it, and only then. Nothing is asked of the person until they press the
 * button, unless they have allowed it before.
 */
export function useOwn(watch: boolean): { own: Own | null; state: Locating; locate(): void } {
  const [own, setOwn] = useState(last);
  const [state, setState] = useState<Locating>(last ? 'known' : 'idle');
  const [wanted, setWanted] = useState(0);

  useEffect(() => {
    let gone = false;
    const allowed = navigator.permissions?.query({ name: 'geolocation' });
    allowed?.then(
      (permission) => {
        if (!gone && permission.state === 'granted') setWanted((times) => times + 1);
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
    const heard = (said: GeolocationPosition) => {
      last = fix(said, Date.now());
      setOwn(last);
      setState('known');
    };
    const failed = (error: GeolocationPositionError) => {
      setState(error.code === error.PERMISSION_DENIED ? 'denied' : last ? 'known' : 'idle');
    };
    const options = { enableHighAccuracy: true, timeout: timeoutMilliseconds, maximumAge: timeoutMilliseconds };
    if (!watch) {
      navigator.geolocation.getCurrentPosition(heard, failed, options);
      return;
    }
    const id = navigator.geolocation.watchPosition(heard, failed, options);
    return () => navigator.geolocation.clearWatch(id);
  }, [wanted, watch]);

  const locate = useCallback(() => {
    setState('asking');
    setWanted((times) => times + 1);
  }, []);

  return { own, state, locate };
}

export const isFresh = (own: Own | null, now: number): own is Own => own !== null && now - own.at < freshMilliseconds;

/** The last position this phone knew, for commands that bear one; null when it is unknown or stale. */
export const ownNow = (now: number): Position | null => (isFresh(last, now) ? last.position : null);
