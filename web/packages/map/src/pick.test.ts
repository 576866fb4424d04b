import { mercatorX, mercatorY, type Picture, vertexBytes } from '@fourfold/live';
import { expect, it } from 'vitest';
import { inView, pick } from './pick.ts';

function pictureOf(vessels: { slot: number; longitude: number; latitude: number; level?: number }[]): Picture {
  const vertices = new ArrayBuffer(vessels.length * 2 * vertexBytes);
  const view = new DataView(vertices);
  vessels.forEach((vessel, place) => {
    const at = place * 2 * vertexBytes;
    view.setUint32(at, mercatorX(vessel.longitude), true);
    view.setUint32(at + 4, mercatorY(vessel.latitude), true);
    view.setUint8(at + 15, vessel.level ?? 0);
  });
  const slots = new Uint32Array(vessels.map((vessel) => vessel.slot));
  return { count: vessels.length, calm: 0, vertices, slots, builtAt: 0 };
}

it('picks the nearest vessel within reach and nothing beyond it', () => {
  const picture = pictureOf([
    { slot: 5, longitude: 110, latitude: 20 },
    { slot: 6, longitude: 110.01, latitude: 20 },
  ]);
  expect(pick(picture, 110.002, 20, 10)).toBe(5);
  expect(pick(picture, 110.008, 20, 10)).toBe(6);
  expect(pick(picture, 110.5, 20, 10)).toBeNull();
});

it('prefers the vessel with an alert when two lie almost on each other', () => {
  const picture = pictureOf([
    { slot: 5, longitude: 110, latitude: 20 },
    { slot: 6, longitude: 110.003, latitude: 20, level: 1 },
  ]);
  expect(pick(picture, 110.0013, 20, 10)).toBe(6);
});

it('picks across the antimeridian', () => {
  expect(pick(pictureOf([{ slot: 5, longitude: -179.999, latitude: 0 }]), 179.999, 0, 10)).toBe(5);
});

it('lists what is in view, last drawn first, and no more than asked', () => {
  const picture = pictureOf([
    { slot: 1, longitude: 110, latitude: 20 },
    { slot: 2, longitude: 111, latitude: 20 },
    { slot: 3, longitude: 120, latitude: 20 },
  ]);
  expect(inView(picture, 109, 19, 112, 21, 10)).toEqual([1, 0]);
  expect(inView(picture, 109, 19, 112, 21, 1)).toEqual([1]);
});
