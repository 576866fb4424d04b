import type { TrackDossier, TrailPoint } from '@fourfold/api';
import { describe, expect, it } from 'vitest';
import { boxOf, trailData, widen, zoneData } from './mapData.ts';

const minute = 60_000;
const start = Date.parse('2026-03-18T04:00:00Z');
const point = (minutes: number): TrailPoint => ({
  at: new Date(start + minutes * minute).toISOString(),
  position: { latitude: 20 + minutes / 100, longitude: 110 },
  speedKnots: null,
  courseDegrees: null,
});
const track = (trail: TrailPoint[]) => ({ trail }) as TrackDossier;
const time = (at: string) => at.slice(11, 16);

describe('a trail', () => {
  it('is one line with a dot and a time each five minutes, the first one unwritten', () => {
    const { features } = trailData(track(Array.from({ length: 21 }, (_, i) => point(i))), 1, time);
    expect(features[0]?.geometry).toMatchObject({ type: 'LineString' });
    expect(features.slice(1).map(({ properties }) => properties?.text)).toEqual([
      '',
      '04:05',
      '04:10',
      '04:15',
      '04:20',
    ]);
    expect(features.every(({ properties }) => properties?.level === 1)).toBe(true);
  });

  it('of a single fix is nothing', () => {
    expect(trailData(track([point(0)]), 1, time).features).toEqual([]);
    expect(trailData(undefined, 1, time).features).toEqual([]);
  });
});

it('home is the largest outline that has a name', () => {
  const square = (size: number, name?: string) => ({
    type: 'Feature' as const,
    properties: name ? { name } : {},
    geometry: {
      type: 'Polygon' as const,
      coordinates: [
        [
          [0, 0],
          [size, 0],
          [size, size],
          [0, size],
          [0, 0],
        ],
      ],
    },
  });
  const land = { type: 'FeatureCollection' as const, features: [square(1, 'islet'), square(9), square(4, 'island')] };
  expect(boxOf(land)).toEqual([0, 0, 4, 4]);
  expect(widen([0, 0, 4, 4], 0.25)).toEqual([-1, -1, 5, 5]);
  expect(boxOf({ type: 'FeatureCollection', features: [] })).toBeNull();
});

it('a zone carries its name, whether it is in force and whether it is chosen', () => {
  const geometry = { type: 'Polygon' as const, coordinates: [] };
  const zone = {
    id: 'z',
    name: 'Pier',
    kind: 'watch' as const,
    active: false,
    geometry,
    revision: 1,
    areaCode: '46',
    simulated: false,
  };
  expect(zoneData([zone], 'z').features[0]?.properties).toEqual({
    text: 'Pier',
    kind: 'watch',
    active: false,
    chosen: true,
  });
});
