import { describe, expect, it } from 'vitest';
import { ellipseOutline, offset, offsetTo } from './ellipse.ts';
import type { Corner } from './polygon.ts';

const haikou: Corner = [110.3, 20];

describe('an ellipse on the chart', () => {
  it('begins at the end of its longer axis, in its direction from north by east', () => {
    const outline = ellipseOutline(haikou, { majorMetres: 600, minorMetres: 100, majorDegrees: 90 });
    const [east, north] = offsetTo(haikou, outline[0] ?? haikou);
    expect(east).toBeCloseTo(600, 6);
    expect(north).toBeCloseTo(0, 6);
    const [ahead, side] = offsetTo(haikou, outline[12] ?? haikou);
    expect(ahead).toBeCloseTo(0, 6);
    expect(side).toBeCloseTo(-100, 6);
  });

  it('is closed, and every corner lies between its half axes', () => {
    const outline = ellipseOutline(haikou, { majorMetres: 600, minorMetres: 100, majorDegrees: 37 });
    expect(outline).toHaveLength(49);
    expect(outline[48]).toEqual(outline[0]);
    for (const corner of outline) {
      const away = Math.hypot(...offsetTo(haikou, corner));
      expect(away).toBeGreaterThan(99.99);
      expect(away).toBeLessThan(600.01);
    }
  });

  it('a degree of latitude is about 111 km', () => {
    expect(offset([110, 0], 0, 111_195)[1]).toBeCloseTo(1, 4);
    expect(offset([110, 60], 111_195, 0)[0]).toBeCloseTo(112, 3);
  });
});
