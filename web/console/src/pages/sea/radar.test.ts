import type { Coverage, Sensor } from '@fourfold/api';
import { type Corner, offset, offsetTo } from '@fourfold/map';
import { describe, expect, it } from 'vitest';
import {
  boxAround,
  confidence,
  doubtData,
  heightsOf,
  isDown,
  isNameless,
  lastHeard,
  radarData,
  radarOfFeed,
  reachOf,
  seenByOthers,
  stationOf,
} from './radar.ts';

/** As the server draws it: 360 rays from north by east, each as far as told, closed. */
function outlineOf(station: Corner, range: (degrees: number) => number): Coverage['outline'] {
  const rays = Array.from({ length: 360 }, (_, degrees) => {
    const angle = (degrees * Math.PI) / 180;
    return offset(station, Math.sin(angle) * range(degrees), Math.cos(angle) * range(degrees));
  });
  return [...rays, rays[0] ?? station];
}

const haikou: Corner = [110.3, 20];
const north = (degrees: number) => (degrees < 80 || degrees > 280 ? 20_000 : 1);
const coverage = (outline: Coverage['outline'], clutter: number[][] = []): Coverage => ({
  sensor: 's',
  name: 'Xiuying',
  outline,
  hidden: [],
  knownLand: 0,
  clutter,
});
const sensor = (state: Sensor['status']['state']) => ({ id: 's', status: { state } }) as Sensor;

describe('the reach of a radar', () => {
  it('tells where it stands, though half of it is hidden by land', () => {
    const [east, up] = offsetTo(haikou, stationOf(outlineOf(haikou, north)));
    expect(Math.hypot(east, up)).toBeLessThan(20);
  });

  it('has a side and a distance', () => {
    expect(reachOf(outlineOf(haikou, north))).toEqual({ side: 'n', farMetres: expect.closeTo(20_000, -2) });
    expect(reachOf(outlineOf(haikou, (d) => (d > 180 ? 8000 : 1))).side).toBe('w');
    expect(reachOf(outlineOf(haikou, (d) => (d > 90 && d < 180 ? 8000 : 1))).side).toBe('se');
    expect(reachOf(outlineOf(haikou, () => 8000)).side).toBeNull();
  });

  it('is seen by others as far as theirs goes', () => {
    const whole = outlineOf(haikou, () => 20_000);
    expect(seenByOthers(whole, [])).toBe(0);
    expect(seenByOthers(whole, [outlineOf(haikou, () => 30_000)])).toBe(1);
    expect(seenByOthers(whole, [outlineOf(haikou, north)])).toBeCloseTo(160 / 360, 1);
    expect(seenByOthers(whole, [outlineOf(haikou, () => 10_001)])).toBeCloseTo(1 / 4, 1);
  });

  it('is drawn with its station and its cells of clutter, and says when it is down', () => {
    const drawn = (state: Sensor['status']['state']) =>
      radarData([coverage(outlineOf(haikou, north), [[110.31, 20.01, 0.2]])], [sensor(state)], ({ name }) => name);
    expect(drawn('live').features.map(({ properties }) => properties)).toEqual([
      { part: 'clutter', rate: 0.2 },
      { part: 'reach', down: false },
      { part: 'station', down: false, text: 'Xiuying' },
    ]);
    expect(drawn('silent').features[1]?.properties?.down).toBe(true);
    const [cell] = drawn('live').features;
    const ring = cell?.geometry.type === 'Polygon' ? (cell.geometry.coordinates[0] as Corner[]) : [];
    expect(offsetTo(ring[0] ?? haikou, ring[2] ?? haikou)).toEqual([expect.closeTo(300, 1), expect.closeTo(300, 1)]);
  });

  it('is missed only when it should be there', () => {
    expect((['live', 'silent', 'lost', 'off'] as const).map((state) => isDown(sensor(state)))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(isDown(undefined)).toBe(false);
  });

  it('was heard when its last plot or mark came', () => {
    const heard = (lastPlotAt: string | null, lastMarkAt: string | null) =>
      lastHeard({ status: { lastPlotAt, lastMarkAt } } as Sensor);
    expect(heard('2026-03-18T04:00:00Z', '2026-03-18T04:00:02Z')).toBe(Date.parse('2026-03-18T04:00:02Z'));
    expect(heard('2026-03-18T04:00:00Z', null)).toBe(Date.parse('2026-03-18T04:00:00Z'));
    expect(heard(null, null)).toBeNull();
  });

  it('fits in a box, and a feed names its radar in its address', () => {
    const [west, south, east, top] = boxAround(outlineOf(haikou, () => 11_119.5));
    expect([west, south, east, top]).toEqual([
      expect.closeTo(110.194, 2),
      expect.closeTo(19.9, 2),
      expect.closeTo(110.406, 2),
      expect.closeTo(20.1, 2),
    ]);
    expect(radarOfFeed('udp://0.0.0.0:8600?protocol=asterix&sensor=xiuying')).toBe('xiuying');
    expect(radarOfFeed('udp://0.0.0.0:8600?sensor=a.b&protocol=asterix')).toBe('a.b');
    expect(radarOfFeed('tcp://host:1?protocol=nmea')).toBeNull();
  });
});

describe('doubt', () => {
  const doubt = { majorMetres: 300, minorMetres: 60, majorDegrees: 45 };

  it('is drawn only where it is larger than the symbol', () => {
    expect(doubtData(haikou, doubt, 10, 14).features).toHaveLength(1);
    expect(doubtData(haikou, doubt, 40, 14).features).toHaveLength(0);
  });

  it('is put into words only where there is some', () => {
    expect([1, 0.95, 0.94, 0.7, 0.5, 0.3, 0].map(confidence)).toEqual([
      null,
      null,
      'high',
      'high',
      'even',
      'low',
      'low',
    ]);
  });

  it('a vessel that only radar holds has no name, whatever number it bore', () => {
    expect(isNameless({ source: 'radar-only', flags: [] })).toBe(true);
    expect(isNameless({ source: 'fused', flags: ['dark'] })).toBe(true);
    expect(isNameless({ source: 'ghost', flags: [] })).toBe(false);
  });
});

describe('heights of the land', () => {
  const known = (knownLand: number) => ({ ...coverage([]), knownLand });

  it('are known when every radar knows nearly all, and unknown when none knows any', () => {
    expect(heightsOf([])).toBe('known');
    expect(heightsOf([known(1), known(0.995)])).toBe('known');
    expect(heightsOf([known(1), known(0)])).toBe('partly');
    expect(heightsOf([known(0)])).toBe('unknown');
  });

  it('hatches what land hides, outline by outline', () => {
    const hidden = [outlineOf(haikou, () => 1000), outlineOf(haikou, () => 2000)];
    const parts = radarData([{ ...coverage(outlineOf(haikou, north)), hidden }], [], ({ name }) => name).features;
    expect(parts.filter(({ properties }) => properties?.part === 'hidden')).toHaveLength(2);
  });
});
