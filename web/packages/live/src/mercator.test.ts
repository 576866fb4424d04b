import { expect, it } from 'vitest';
import { difference, latitudeOf, longitudeOf, mercatorX, mercatorY, world } from './mercator.ts';

it('returns every position to within a centimetre or two', () => {
  for (const [longitude, latitude] of [
    [110.35, 20.02],
    [-179.99999, -60],
    [0, 0],
    [179.999999, 84],
  ] as const) {
    expect(longitudeOf(mercatorX(longitude))).toBeCloseTo(longitude, 6);
    expect(latitudeOf(mercatorY(latitude))).toBeCloseTo(latitude, 6);
  }
});

it('the way across the antimeridian is the short one', () => {
  const step = difference(mercatorX(179.9), mercatorX(-179.9));
  expect((step / world) * 360).toBeCloseTo(0.2, 6);
});

it('latitudes beyond the square stay on its edge', () => {
  expect(mercatorY(90)).toBe(0);
  expect(mercatorY(-90)).toBeGreaterThanOrEqual(world - 2);
});
