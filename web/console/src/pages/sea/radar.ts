import type { Coverage, Doubt, Sensor, TrackDossier } from '@fourfold/api';
import type { View } from '@fourfold/live';
import { type Corner, ellipseOutline, offset, offsetTo } from '@fourfold/map';
import type { Feature, FeatureCollection } from 'geojson';

const quarter = 4;
/** Cells in which clutter is learned, metres. */
const cellMetres = 300;
/** Less than this of the pull to one side, and a radar looks all around. */
const oneSided = 0.25;
/** Tiles leave out a cell here and there. */
const allKnown = 0.99;
/** So many distances are looked at along a ray to learn what others see. */
const looks = 4;

const collection = (features: Feature[]): FeatureCollection => ({ type: 'FeatureCollection', features });
const corner = (point: readonly number[] | undefined): Corner => [point?.[0] ?? 0, point?.[1] ?? 0];

/**
 * Where the radar of an outline stands: its rays go around from north by east, so the first and the one opposite lie on
 * its meridian, and those of a quarter on its parallel (to some ten metres).
 */
export function stationOf(outline: Coverage['outline']): Corner {
  const rays = outline.length - 1;
  const ray = (part: number) => corner(outline[Math.round((part * rays) / quarter)]);
  return [ray(0)[0], (ray(1)[1] + ray(3)[1]) / 2];
}

/** A radar that should see and does not: spoke and fell silent, or was never heard. */
export function isDown(sensor: Sensor | undefined): boolean {
  return sensor?.status.state === 'silent' || sensor?.status.state === 'lost';
}

/** When anything of it came last, Unix milliseconds; null when nothing did since the server started. */
export function lastHeard(sensor: Sensor | undefined): number | null {
  const times = [sensor?.status.lastPlotAt, sensor?.status.lastMarkAt].filter((at) => typeof at === 'string');
  return times.length === 0 ? null : Math.max(...times.map((at) => Date.parse(at)));
}

/** All radars as the sea page needs them. */
export interface Radars {
  sensors: readonly Sensor[];
  /** Empty while nothing asks for their reach. */
  coverages: readonly Coverage[];
  any: boolean;
}

/** The keys of radars that a feed's address names; of one without, its messages tell. */
export function radarOfFeed(url: string): string | null {
  return /[?&]sensor=([^&#]+)/.exec(url)?.[1] ?? null;
}

export function boxAround(outline: Coverage['outline']): View {
  const longitudes = outline.map(([longitude = 0]) => longitude);
  const latitudes = outline.map(([, latitude = 0]) => latitude);
  return [Math.min(...longitudes), Math.min(...latitudes), Math.max(...longitudes), Math.max(...latitudes)];
}

/** How much is known of the heights of the land around the radars: it decides what they see behind it. */
export type Heights = 'known' | 'partly' | 'unknown';

export function heightsOf(coverages: readonly Coverage[]): Heights {
  const shares = coverages.map(({ knownLand }) => knownLand);
  if (shares.every((share) => share >= allKnown)) return 'known';
  return shares.some((share) => share > 0) ? 'partly' : 'unknown';
}

/** What a sensor is called on the map; one that is down says so. */
type Naming = (coverage: Coverage, sensor: Sensor | undefined) => string;

/** Outlines, stations and cells of clutter; what is known of the sensors tells which are down. */
export function radarData(
  coverages: readonly Coverage[],
  sensors: readonly Sensor[],
  nameOf: Naming,
): FeatureCollection {
  return collection(
    coverages.flatMap((coverage) => {
      const sensor = sensors.find(({ id }) => id === coverage.sensor);
      const down = isDown(sensor);
      const station: Feature = {
        type: 'Feature',
        properties: { part: 'station', down, text: nameOf(coverage, sensor) },
        geometry: { type: 'Point', coordinates: stationOf(coverage.outline) },
      };
      const reach: Feature = {
        type: 'Feature',
        properties: { part: 'reach', down },
        geometry: { type: 'Polygon', coordinates: [coverage.outline] },
      };
      const hidden = coverage.hidden.map(
        (outline): Feature => ({
          type: 'Feature',
          properties: { part: 'hidden' },
          geometry: { type: 'Polygon', coordinates: [outline] },
        }),
      );
      return [...coverage.clutter.map(cellOf), ...hidden, reach, station];
    }),
  );
}

function cellOf([longitude = 0, latitude = 0, rate = 0]: readonly number[]): Feature {
  const half = cellMetres / 2;
  const at = (east: number, north: number) => offset([longitude, latitude], east * half, north * half);
  return {
    type: 'Feature',
    properties: { part: 'clutter', rate },
    geometry: { type: 'Polygon', coordinates: [[at(-1, -1), at(1, -1), at(1, 1), at(-1, 1), at(-1, -1)]] },
  };
}

/** Where the chosen vessel is with 95 % by the tracker's reckoning; nothing when the symbol is larger. */
export function doubtData(middle: Corner, doubt: Doubt, metresPerPixel: number, symbolPixels: number) {
  if (doubt.majorMetres <= symbolPixels * metresPerPixel) return collection([]);
  return collection([
    {
      type: 'Feature',
      properties: {},
      geometry: { type: 'LineString', coordinates: ellipseOutline(middle, doubt) },
    },
  ]);
}

export const sides = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'] as const;
export type Side = (typeof sides)[number];

/** The water a radar watches, in words' terms. */
export interface Reach {
  /** Null when it looks all around. */
  side: Side | null;
  farMetres: number;
}

/** To which side and how far a radar sees, by the area of its outline. */
export function reachOf(outline: Coverage['outline']): Reach {
  const station = stationOf(outline);
  let [east, north, all, far] = [0, 0, 0, 0];
  for (const point of outline.slice(0, -1)) {
    const [x, y] = offsetTo(station, corner(point));
    const range = Math.hypot(x, y);
    // The area of a ray goes with its square; its direction is a unit vector.
    east += x * range;
    north += y * range;
    all += range * range;
    far = Math.max(far, range);
  }
  const pull = all === 0 ? 0 : Math.hypot(east, north) / all;
  const eighth = Math.round((Math.atan2(east, north) / (2 * Math.PI)) * sides.length + sides.length) % sides.length;
  return { side: pull < oneSided ? null : (sides[eighth] ?? null), farMetres: far };
}

/** How much of a radar's water others see as well, from 0 to 1. */
export function seenByOthers(outline: Coverage['outline'], others: readonly Coverage['outline'][]): number {
  const station = stationOf(outline);
  let [seen, all] = [0, 0];
  for (const point of outline.slice(0, -1)) {
    const [x, y] = offsetTo(station, corner(point));
    for (let look = 1; look <= looks; look++) {
      const share = (look - 0.5) / looks;
      // The farther out, the more water a look stands for.
      const weight = share * (x * x + y * y);
      all += weight;
      const place = offset(station, x * share, y * share);
      if (others.some((other) => inside(other, place))) seen += weight;
    }
  }
  return all === 0 ? 0 : seen / all;
}

/** Whether a place is inside a closed outline, by the crossings of a line to the east. */
function inside(outline: Coverage['outline'], [x, y]: Corner): boolean {
  let odd = false;
  for (let i = 1; i < outline.length; i++) {
    const [ax, ay] = corner(outline[i - 1]);
    const [bx, by] = corner(outline[i]);
    if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) odd = !odd;
  }
  return odd;
}

/** In words only what is in doubt: surer than this it need not be said. */
const sure = 0.95;
const likely = 0.7;

export type Confidence = 'high' | 'even' | 'low';

/** A probability in a word; null when it is beyond doubt. */
export function confidence(probability: number): Confidence | null {
  if (probability >= sure) return null;
  if (probability >= likely) return 'high';
  return probability > 1 - likely ? 'even' : 'low';
}

/** Whether only radar holds it: then it has no identity, whatever number it once bore. */
export function isNameless({ source, flags }: Pick<TrackDossier, 'source' | 'flags'>): boolean {
  return source === 'radar-only' || flags.includes('dark');
}
