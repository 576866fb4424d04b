import { expect, it } from 'vitest';
import { faultOf, largestVideoBytes, longestMilliseconds } from './videos.ts';

it.each([
  ['a minute', 'video/mp4', 60_000_000, 60_000, null],
  ['one whose length this browser cannot tell', 'video/quicktime', 60_000_000, undefined, null],
  ['too long a one, whatever its size', 'video/mp4', 1000, longestMilliseconds + 1, 'report.videoLong'],
  ['too large a one', 'video/mp4', largestVideoBytes + 1, 60_000, 'report.videoLarge'],
  ['too large a one of unknown length', 'video/3gpp', largestVideoBytes + 1, undefined, 'report.videoLarge'],
  ['something else', 'application/zip', 1000, undefined, 'report.videoBad'],
  ['nothing', 'video/mp4', 0, 60_000, 'report.videoBad'],
] as const)('of videos, %s', (_what, type, bytes, duration, fault) => {
  expect(faultOf(type, bytes, duration)).toBe(fault);
});
