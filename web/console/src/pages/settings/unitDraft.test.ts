import { expect, test } from 'vitest';
import { draftOf, emptyUnit, readPosition, readSector } from './unitDraft.ts';

const sector = { type: 'Polygon', coordinates: [[[110, 20], [110.1, 20], [110.1, 20.1], [110, 20]]] }; // biome-ignore format: as GeoJSON is written

test('a position is latitude first, with any comma', () => {
  expect(readPosition('19.95, 110.1')).toEqual({ latitude: 19.95, longitude: 110.1 });
  expect(readPosition('19.95，110.1')).toEqual({ latitude: 19.95, longitude: 110.1 });
  expect(readPosition(' ')).toBeNull();
});

test('the two swapped, one alone or words are no position', () => {
  for (const text of ['110.1, 19.95', '19.95', '19.95, 110.1, 3', 'here']) expect(readPosition(text)).toBeUndefined();
});

test('a sector may come as geometry, feature or collection of one', () => {
  const feature = { type: 'Feature', properties: {}, geometry: sector };
  for (const shape of [sector, feature, { type: 'FeatureCollection', features: [feature] }])
    expect(readSector(JSON.stringify(shape))).toEqual(sector);
});

test('a line, two features or broken text are no sector', () => {
  const line = { type: 'LineString', coordinates: [] };
  const two = { type: 'FeatureCollection', features: [{}, {}] };
  for (const text of [JSON.stringify(line), JSON.stringify(two), '{', 'null']) expect(readSector(text)).toBeUndefined();
});

test('what is missing is named, and nothing is sent', () => {
  expect(draftOf(emptyUnit)).toEqual({ wrong: 'name' });
  const named = { ...emptyUnit, name: 'Station', areaCode: '460400100' };
  expect(draftOf({ ...named, position: '200, 1' })).toEqual({ wrong: 'position' });
  expect(draftOf(named)).toMatchObject({ draft: { jurisdiction: { areas: [], geometry: null }, position: null } });
});
