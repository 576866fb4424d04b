import type { GridMap } from '@fourfold/api';
import { describe, expect, it } from 'vitest';
import { boxOf, editable, gridAt, mapData } from './shapes.ts';

const ring = [
  [110, 19],
  [110.02, 19],
  [110.02, 19.02],
  [110, 19.02],
  [110, 19],
];
const hole = [
  [110.005, 19.005],
  [110.015, 19.005],
  [110.015, 19.015],
  [110.005, 19.015],
  [110.005, 19.005],
];
const map = {
  grids: [{ id: 'a', name: 'A', geometry: { type: 'Polygon', coordinates: [ring, hole] } }],
  clusters: [],
} as unknown as GridMap;

describe('shapes of grids', () => {
  it('a place in a hole is not in the grid', () => {
    expect(gridAt(map, [110.001, 19.001])).toBe('a');
    expect(gridAt(map, [110.01, 19.01])).toBeNull();
    expect(gridAt(map, [111, 19])).toBeNull();
  });

  it('only one plain ring can be edited by hand', () => {
    expect(editable(null)).toEqual([]);
    expect(editable({ type: 'Polygon', coordinates: [ring] })).toHaveLength(4);
    expect(editable({ type: 'Polygon', coordinates: [ring, hole] })).toBeNull();
    expect(editable({ type: 'MultiPolygon', coordinates: [[ring], [hole]] })).toBeNull();
  });

  it('the box is around all of it', () => {
    expect(boxOf({ type: 'MultiPolygon', coordinates: [[hole], [ring]] })).toEqual([110, 19, 110.02, 19.02]);
    expect(boxOf(null)).toBeNull();
  });

  it('faults lie over the grids, numbered as in the list', () => {
    const faults = [
      {
        code: 'boundary.gap',
        place: { latitude: 19, longitude: 110 },
        squareMetres: 9,
        geometry: null,
        grid: null,
        other: null,
      },
    ];
    const { features } = mapData(map, 'a', faults);
    expect(features.at(-1)?.properties?.text).toBe('1');
    expect(features[0]?.properties?.chosen).toBe(true);
  });
});
