import type { GridLoad } from '@fourfold/api';
import type { Tone } from './drawn.ts';

type Verdict = GridLoad['verdict'];

/** Each verdict by shape, tone and word: none of them alone. */
export const shapes: Record<Verdict, string> = { overloaded: '▲', fit: '●', idle: '▽', unstaffed: '○' };
export const tones: Record<Verdict, Tone> = { overloaded: 'l1', fit: 'ok', idle: 'l4', unstaffed: 'l2' };

/** Where a bar ends, per cent of its length: it is as long as twice a person's time. */
export const barLength = (load: number): number => Math.round(Math.min(1, Math.max(0, load / 2)) * 100);
