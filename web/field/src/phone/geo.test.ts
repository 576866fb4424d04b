import { describe, expect, it } from 'vitest';
import { bearingDegrees, distanceMetres, offset, scaleBar, wind } from './geo.ts';

const haikou = { latitude: 20.0458, longitude: 110.3417 };
const xuwen = { latitude: 20.3264, longitude: 110.1753 };

describe('the way there', () => {
  it('is as far and in the direction a chart says', () => {
    expect(distanceMetres(haikou, xuwen) / 1000).toBeCloseTo(35.7, 0);
    expect(bearingDegrees(haikou, xuwen)).toBeGreaterThan(325);
    expect(bearingDegrees(haikou, xuwen)).toBeLessThan(335);
    expect(distanceMetres(haikou, haikou)).toBe(0);
  });

  it('names eight winds, north on both sides of zero', () => {
    expect([0, 44, 46, 90, 135, 180, 225, 270, 315, 359].map(wind)).toEqual([0, 1, 1, 2, 3, 4, 5, 6, 7, 0]);
  });

  it('lays the target on the plane where distance and bearing put it', () => {
    const [east, north] = offset(haikou, xuwen);
    expect(Math.hypot(east, north)).toBeCloseTo(distanceMetres(haikou, xuwen), -2);
    expect(east).toBeLessThan(0);
    expect(north).toBeGreaterThan(0);
  });

  it('has a round scale', () => {
    expect([640, 2_500, 35_000, 3].map(scaleBar)).toEqual([200, 500, 10_000, 1]);
  });
});
