import type { GridMap } from '@fourfold/api';
import type { Point } from 'geojson';
import { describe, expect, it } from 'vitest';
import { marksOf } from './scene.ts';
import { boxOf, boxOfMap, clusterData, cornersOf, editable, gridAt, mapData, marksData, middleOf } from './shapes.ts';

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

  it('the box of a map is around its boundaries or its numbers', () => {
    expect(boxOfMap(map)).toEqual([110, 19, 110.02, 19.02]);
    const clusters = [110, 111].map((longitude) => ({ position: { latitude: 20, longitude } }));
    expect(boxOfMap({ grids: [], clusters } as unknown as GridMap)).toEqual([110, 20, 111, 20]);
    expect(boxOfMap({ grids: [], clusters: [] })).toBeNull();
  });

  it('too many to draw are numbers in the middle of the outlines of their places', () => {
    const place = { areaCode: '460400100', name: 'T', grids: 53, position: { latitude: 19.001, longitude: 110.001 } };
    const outlined = { ...place, geometry: { type: 'Polygon', coordinates: [ring] } };
    const map = { grids: [], clusters: [outlined, place] } as unknown as GridMap;
    expect(mapData(map, null).features.map(({ geometry }) => geometry.type)).toEqual(['Polygon']);
    const [middle, mean] = clusterData(map).features.map(({ geometry }) => (geometry as Point).coordinates);
    expect(middle?.map((x) => x.toFixed(4))).toEqual(['110.0100', '19.0100']);
    expect(mean).toEqual([110.001, 19.001]);
    expect(clusterData(map).features[0]?.properties?.text).toBe('T 53');
    expect(boxOfMap(map)).toEqual([110, 19, 110.02, 19.02]);
  });

  it('the box is around all of it', () => {
    expect(boxOf({ type: 'MultiPolygon', coordinates: [[hole], [ring]] })).toEqual([110, 19, 110.02, 19.02]);
    expect(boxOf(null)).toBeNull();
  });

  it('a grid is drawn with its name in it and with what it stands out by', () => {
    const { features } = mapData(map, 'a', { standing: new Map([['a', { tone: 'l1', text: '▲ 130%' }]]) });
    expect(features.map(({ geometry }) => geometry.type)).toEqual(['Polygon', 'Point']);
    expect(features[0]?.properties).toMatchObject({ chosen: true, tone: 'l1' });
    expect(features[1]?.properties?.text).toBe('A\n▲ 130%');
    expect(mapData(map, 'a', { quiet: true }).features).toHaveLength(1);
    const [x, y] = middleOf({ type: 'Polygon', coordinates: [ring] });
    expect([x.toFixed(4), y.toFixed(4)]).toEqual(['110.0100', '19.0100']);
  });

  it('of too many there is a number for each place', () => {
    const [county] = [
      { areaCode: '460400', name: '儋州市', position: { latitude: 19, longitude: 109 }, grids: 9, households: 1 },
    ];
    const { features } = clusterData({ grids: [], clusters: [county] } as unknown as GridMap);
    expect(features[0]?.properties).toEqual({ text: '儋州市 9', level: 0, priority: 9 });
  });

  it('corners of the others are snapped to', () => {
    expect(cornersOf(map, null)).toHaveLength(10);
    expect(cornersOf(map, 'a')).toEqual([]);
  });

  it('faults are marked and numbered as in the list; a gap in another tone', () => {
    const found = { place: { latitude: 19, longitude: 110 }, squareMetres: 9, geometry: null, grid: null, other: null };
    const marks = marksOf([
      { ...found, code: 'boundary.overlap' },
      { ...found, code: 'boundary.gap' },
    ]);
    const { features } = marksData(marks);
    expect(features.map(({ properties }) => [properties?.text, properties?.tone])).toEqual([
      ['1', 'l1'],
      ['2', 'l3'],
    ]);
  });
});
