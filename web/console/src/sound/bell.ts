import type { Level } from '@fourfold/ui';

/**
 * The alert sounds, made on the spot. Levels differ by rhythm, not pitch, so that they can be told apart with hearing
 * loss; tones lie between 400 and 1,600 Hz.
 */
export interface Note {
  /** Seconds from the beginning. */
  at: number;
  lasts: number;
  hertz: number;
  /** 0–1, before the person's volume. */
  gain: number;
}

export const rhythms: Record<Level, readonly Note[]> = {
  1: [0, 0.18, 0.36, 0.9, 1.08, 1.26].map((at, i) => ({ at, lasts: 0.13, hertz: i % 3 === 2 ? 1320 : 990, gain: 0.5 })),
  2: [0, 0.32, 0.64].map((at, i) => ({ at, lasts: 0.22, hertz: 660 + i * 110, gain: 0.4 })),
  3: [{ at: 0, lasts: 0.5, hertz: 520, gain: 0.2 }],
  4: [],
};

/** +3 dB. */
const louder = 1.41;

export interface Bell {
  /** False until the person has touched the page: browsers keep silent before. */
  readonly allowed: boolean;
  volume: number;
  play(level: Level, urgent?: boolean): void;
  /** Call from a click: opens the sound for good. */
  allow(): Promise<void>;
}

export function createBell(): Bell {
  const context = new AudioContext();
  let volume = 0.6;
  return {
    get allowed() {
      return context.state === 'running';
    },
    get volume() {
      return volume;
    },
    set volume(value: number) {
      volume = Math.min(1, Math.max(0, value));
    },
    allow: () => context.resume(),
    play(level, urgent = false) {
      if (context.state !== 'running') return;
      for (const note of rhythms[level]) sound(context, note, volume * (urgent ? louder : 1));
    },
  };
}

function sound(context: AudioContext, note: Note, volume: number): void {
  const start = context.currentTime + 0.02 + note.at;
  const end = start + note.lasts;
  const tone = context.createOscillator();
  const gain = context.createGain();
  tone.type = 'triangle';
  tone.frequency.value = note.hertz;
  const peak = Math.min(1, note.gain * volume);
  gain.gain.setValueAtTime(0, start);
  gain.gain.linearRampToValueAtTime(peak, start + 0.01);
  gain.gain.setValueAtTime(peak, end - 0.04);
  gain.gain.linearRampToValueAtTime(0, end);
  tone.connect(gain).connect(context.destination);
  tone.start(start);
  tone.stop(end);
}
