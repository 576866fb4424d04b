import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { useAlerts } from '../data/alerts.ts';
import { useMay } from '../data/session.ts';
import { type Bell, createBell } from './bell.ts';
import { Ringing } from './ringing.ts';

export const muteMilliseconds = 2 * 60_000;
const tickMilliseconds = 500;
const remembered = { volume: 'fourfold.volume', tested: 'fourfold.bellTested' };

export interface Sound {
  allowed: boolean;
  volume: number;
  mutedUntil: number;
  /** Unix milliseconds of the last test of the bell; 0 when never. */
  testedAt: number;
  setVolume(volume: number): void;
  mute(): void;
  unmute(): void;
  test(): void;
}

const SoundContext = createContext<Sound | null>(null);

export function useSound(): Sound {
  const sound = useContext(SoundContext);
  if (!sound) throw new Error('useSound outside its provider');
  return sound;
}

function firstVolume(): number {
  const stored = Number(localStorage.getItem(remembered.volume) ?? '0.6');
  return Number.isFinite(stored) ? stored : 0.6;
}

/** Rings for the alerts to do, on whatever page the person is. */
export function SoundProvider({ children }: { children: ReactNode }) {
  const bell = useRef<Bell>(undefined);
  const [allowed, setAllowed] = useState(false);
  const [volume, setVolume] = useState(firstVolume);
  const [mutedUntil, setMutedUntil] = useState(0);
  const [testedAt, setTestedAt] = useState(() => Number(localStorage.getItem(remembered.tested) ?? 0));

  useEffect(() => {
    const made = createBell();
    bell.current = made;
    const allow = () => void made.allow().then(() => setAllowed(made.allowed));
    allow();
    window.addEventListener('pointerdown', allow);
    window.addEventListener('keydown', allow);
    return () => {
      window.removeEventListener('pointerdown', allow);
      window.removeEventListener('keydown', allow);
    };
  }, []);

  useEffect(() => {
    if (bell.current) bell.current.volume = volume;
    localStorage.setItem(remembered.volume, String(volume));
  }, [volume]);

  useRinging(bell, mutedUntil);

  const test = useCallback(() => {
    bell.current?.play(2);
    const at = Date.now();
    setTestedAt(at);
    localStorage.setItem(remembered.tested, String(at));
  }, []);

  const value = useMemo<Sound>(
    () => ({
      allowed,
      volume,
      mutedUntil,
      testedAt,
      setVolume,
      mute: () => setMutedUntil(Date.now() + muteMilliseconds),
      unmute: () => setMutedUntil(0),
      test,
    }),
    [allowed, volume, mutedUntil, testedAt, test],
  );
  return <SoundContext value={value}>{children}</SoundContext>;
}

function useRinging(bell: { current: Bell | undefined }, mutedUntil: number): void {
  const may = useMay();
  const { alerts } = useAlerts('todo', may('alerts.read'));
  const newest = useRef(alerts);
  newest.current = alerts;
  useEffect(() => {
    const ringing = new Ringing();
    const timer = setInterval(() => {
      const ring = ringing.next(newest.current, Date.now());
      if (ring && Date.now() >= mutedUntil) bell.current?.play(ring.level, ring.urgent);
    }, tickMilliseconds);
    return () => clearInterval(timer);
  }, [bell, mutedUntil]);
}
