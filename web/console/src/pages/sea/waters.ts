import type { Position } from '@fourfold/api';
import type { View } from '@fourfold/live';
import type { Feature } from 'geojson';
import type { MessageKey } from '../../i18n.ts';

type WaterKey = Extract<MessageKey, `water.${string}`>;

interface Water {
  key: WaterKey;
  /** Where its name is written: the open middle, clear of harbours. */
  position: Position;
  /** From which zoom on; a bay is too small for its name farther out. */
  from: number;
}

/** Shown until the outline is here and says where home is. */
export const firstBounds: View = [104, 14, 116, 25];

/** The waters around Hainan by their names; elsewhere they lie outside the chart. */
export const waters: readonly Water[] = [
  { key: 'water.beibu', position: { latitude: 19.35, longitude: 108.05 }, from: 0 },
  { key: 'water.south-china-sea', position: { latitude: 18.15, longitude: 111.1 }, from: 0 },
  { key: 'water.qiongzhou', position: { latitude: 20.19, longitude: 109.96 }, from: 7.6 },
  { key: 'water.xuwen', position: { latitude: 20.37, longitude: 110.12 }, from: 7.6 },
  { key: 'water.haikou', position: { latitude: 20.075, longitude: 110.27 }, from: 9.6 },
  { key: 'water.puqian', position: { latitude: 20.0, longitude: 110.55 }, from: 9.2 },
  { key: 'water.chengmai', position: { latitude: 19.99, longitude: 109.98 }, from: 9.2 },
  { key: 'water.houshui', position: { latitude: 19.93, longitude: 109.37 }, from: 9.2 },
  { key: 'water.yangpu', position: { latitude: 19.74, longitude: 109.1 }, from: 9.2 },
  { key: 'water.sanya', position: { latitude: 18.22, longitude: 109.4 }, from: 9.2 },
];

/** Names to write on the water, and the one of the opposite shore. */
export function waterFeatures(name: (key: WaterKey) => string): Feature[] {
  return waters.map(({ key, position, from }) => ({
    type: 'Feature',
    properties: { text: name(key), kind: key === 'water.xuwen' ? 'land' : 'sea', from, rank: from === 0 ? 0 : 1 },
    geometry: { type: 'Point', coordinates: [position.longitude, position.latitude] },
  }));
}
