import type { Picture } from './pictures.ts';

/** Longest video that is kept, milliseconds; a little more than the page says, for whoever stops at the last moment. */
export const longestMilliseconds = 125_000;
/** Largest, bytes: two minutes of a phone that records at its best. */
export const largestVideoBytes = 200_000_000;
const lookMilliseconds = 5_000;

/** Why a video is not kept; a text of the messages. */
export type VideoFault = 'report.videoBad' | 'report.videoLong' | 'report.videoLarge';

/** A video, and how long it is if the phone can tell. */
export interface Video extends Picture {
  duration?: number;
}

/** What is wrong with a video of this kind, size and length; null when nothing is. */
export function faultOf(type: string, bytes: number, duration: number | undefined): VideoFault | null {
  if (!type.startsWith('video/') || bytes === 0) return 'report.videoBad';
  if (duration !== undefined && duration > longestMilliseconds) return 'report.videoLong';
  return bytes > largestVideoBytes ? 'report.videoLarge' : null;
}

/** Types by the ending of a name, for phones that do not say them. */
const types: Record<string, string> = {
  mp4: 'video/mp4',
  mov: 'video/quicktime',
  '3gp': 'video/3gpp',
  webm: 'video/webm',
};

/**
 * A video as the camera gave it: phones cannot make one smaller while they are used for something else. Where it was
 * taken is written in it; the server takes that out.
 */
export async function look(file: File): Promise<Video | VideoFault> {
  const type = file.type || (types[file.name.split('.').pop()?.toLowerCase() ?? ''] ?? '');
  const duration = await lengthOf(file);
  // A copy of the bytes: the camera's own file may be gone when there is a network again.
  return faultOf(type, file.size, duration) ?? { blob: new Blob([file], { type }), sha256: '', duration };
}

/** Milliseconds; undefined when this browser cannot tell, which does not mean that others cannot play it. */
async function lengthOf(file: Blob): Promise<number | undefined> {
  const url = URL.createObjectURL(file);
  const player = document.createElement('video');
  player.preload = 'metadata';
  player.muted = true;
  const seconds = await new Promise<number>((done) => {
    const limit = setTimeout(() => done(Number.NaN), lookMilliseconds);
    const tell = () => {
      clearTimeout(limit);
      done(player.duration);
    };
    player.onloadedmetadata = tell;
    player.onerror = tell;
    player.src = url;
  });
  player.removeAttribute('src');
  URL.revokeObjectURL(url);
  return Number.isFinite(seconds) ? Math.round(seconds * 1000) : undefined;
}
