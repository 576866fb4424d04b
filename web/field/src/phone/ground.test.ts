import { describe, expect, it } from 'vitest';
import { placeAt, zoomed } from '../pieces/mapFrame.ts';
import { offset } from './geo.ts';
import { gridAt, holds, middle, nearestPoint, servedAt } from './ground.ts';

const square = (id: string, west: number, south: number, size = 0.01) => ({
  id,
  code: id,
  name: id,
  kind: 'comprehensive' as const,
  rings: [
    [
      [west, south],
      [west + size, south],
      [west + size, south + size],
      [west, south + size],
      [west, south],
    ],
  ],
});
const own = square('own', 109.5, 19.5);
const beside = square('beside', 109.51, 19.5);
const ground = { own: [own], neighbours: [beside] };
const at = (longitude: number, latitude: number) => ({ longitude, latitude });

describe('which grid it is in', () => {
  it('a hole is outside', () => {
    const holed = { rings: [...own.rings, ...square('hole', 109.504, 19.504, 0.002).rings] };
    expect(holds(holed, at(109.501, 19.501))).toBe(true);
    expect(holds(holed, at(109.505, 19.505))).toBe(false);
  });

  it('the one where somebody stands; else the one they serve; else none', () => {
    expect(gridAt(ground, at(109.515, 19.505))?.id).toBe('beside');
    expect(gridAt(ground, at(110, 20))?.id).toBe('own');
    expect(gridAt(ground, null)?.id).toBe('own');
    expect(gridAt({ own: [], neighbours: [] }, null)).toBeUndefined();
    expect(gridAt(undefined, null)).toBeUndefined();
  });

  it('a place is named by the point of a patrol it lies beside, and by none that is far', () => {
    // A thousandth of a degree is some 105 metres here.
    const point = (name: string, eastMetres: number) => ({ name, position: at(109.5 + eastMetres / 105_000, 19.5) });
    const plans = [{ points: [point('far', 400), point('gate', 80)] }, { points: [point('pier', 30)] }];
    expect(nearestPoint(plans, at(109.5, 19.5))?.name).toBe('pier');
    expect(nearestPoint([{ points: [point('far', 400)] }], at(109.5, 19.5))).toBeUndefined();
  });

  it('a record counts in a grid that one serves, never in a neighbour’s', () => {
    const two = { own: [own, square('second', 109.6, 19.5)], neighbours: [beside] };
    expect(servedAt(two, at(109.605, 19.505))?.id).toBe('second');
    expect(servedAt(two, at(109.515, 19.505))?.id).toBe('own');
    expect(servedAt(two, null)?.id).toBe('own');
    expect(servedAt(undefined, null)).toBeUndefined();
  });

  it('the middle of the box around, and of nothing none', () => {
    expect(middle([own, beside])?.centre.longitude).toBeCloseTo(109.51, 6);
    expect(middle([])).toBeNull();
  });
});

describe('the frame of a map', () => {
  it('what is under the thumb stays there when it is made larger', () => {
    const view = { x: 10, y: -20, pixelsPerMetre: 0.5 };
    const [px, py] = [300, 80];
    const under = (v: typeof view) => [v.x + (px - 195) / v.pixelsPerMetre, v.y + (py - 200) / v.pixelsPerMetre];
    const [x = 0, y = 0] = under(view);
    const [u = 0, v = 0] = under(zoomed(view, 1.7, px, py));
    expect(u).toBeCloseTo(x, 6);
    expect(v).toBeCloseTo(y, 6);
  });

  it('it never becomes larger or smaller than there is something to see', () => {
    const view = { x: 0, y: 0, pixelsPerMetre: 1 };
    expect(zoomed(view, 1e9).pixelsPerMetre).toBe(4);
    expect(zoomed(view, 1e-9).pixelsPerMetre).toBe(0.0005);
  });

  it('a place on it and its metres lead back to each other', () => {
    const origin = at(109.5, 19.5);
    const [east, north] = offset(origin, placeAt(origin, 300, 200));
    expect(east).toBeCloseTo(300, 0);
    expect(north).toBeCloseTo(-200, 0);
  });
});
