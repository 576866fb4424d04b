import { expect, test } from 'vitest';
import { Pace } from './Sharpness.ts';

const frames = (pace: Pace, count: number, milliseconds: number) => {
  for (let i = 0; i < count; i++) pace.frame(milliseconds);
  return pace.share;
};

test('a picture is sharp until several frames in a row were slow', () => {
  const pace = new Pace();
  expect(frames(pace, 3, 900)).toBe(1);
  expect(frames(pace, 1, 100)).toBe(1);
  expect(frames(pace, 3, 900)).toBe(1);
  expect(frames(pace, 1, 900)).toBe(0.7);
});

test('it stays coarse until many frames in a row are fast', () => {
  const pace = new Pace();
  expect(frames(pace, 100, 400)).toBe(0.7);
  expect(frames(pace, 100, 120)).toBe(0.7);
  expect(frames(pace, 29, 20)).toBe(0.7);
  expect(frames(pace, 1, 20)).toBe(1);
});

test('frames that are neither slow nor fast change nothing', () => {
  expect(frames(new Pace(), 500, 100)).toBe(1);
});
