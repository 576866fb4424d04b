import type { Polygon } from 'geojson';

/** Longitude, latitude in degrees. */
export type Corner = [number, number];

/** An outline being drawn: open, that is without the first corner repeated. Pure: every change is a new one. */
export type Outline = readonly Corner[];

/** A centimetre: what is snapped to a neighbour stays on it. */
const decimals = 1e7;
const tidy = (degrees: number) => Math.round(degrees * decimals) / decimals;
const corner = ([longitude, latitude]: Corner): Corner => [tidy(longitude), tidy(latitude)];

export const fewestCorners = 3;
export const mostCorners = 500;

export function outlineOf(polygon: Polygon): Outline {
  return (polygon.coordinates[0] ?? []).slice(0, -1).map(([longitude = 0, latitude = 0]) => [longitude, latitude]);
}

/** Closed, and wound counter-clockwise as RFC 7946 asks. */
export function polygonOf(outline: Outline): Polygon {
  const wound = signedArea(outline) < 0 ? [...outline].reverse() : [...outline];
  const first = wound[0];
  return { type: 'Polygon', coordinates: [first ? [...wound, first] : []] };
}

export function add(outline: Outline, at: Corner, before = outline.length): Outline {
  if (outline.length >= mostCorners) return outline;
  return [...outline.slice(0, before), corner(at), ...outline.slice(before)];
}

export function move(outline: Outline, index: number, to: Corner): Outline {
  return outline.map((old, i) => (i === index ? corner(to) : old));
}

export function remove(outline: Outline, index: number): Outline {
  return outline.filter((_, i) => i !== index);
}

/** Middle of the side that begins at `index`: where a new corner can be pulled out. */
export function middle(outline: Outline, index: number): Corner {
  const from = outline[index] ?? [0, 0];
  const to = outline[(index + 1) % outline.length] ?? from;
  return [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
}

/** Why an outline is no zone yet; null when it is one. */
export function fault(outline: Outline): 'too-few' | 'crosses-itself' | 'no-area' | null {
  if (outline.length < fewestCorners) return 'too-few';
  if (crossesItself(outline)) return 'crosses-itself';
  return Math.abs(signedArea(outline)) < 1e-9 ? 'no-area' : null;
}

function signedArea(outline: Outline): number {
  let doubled = 0;
  for (let i = 0; i < outline.length; i++) {
    const [ax, ay] = outline[i] ?? [0, 0];
    const [bx, by] = outline[(i + 1) % outline.length] ?? [0, 0];
    doubled += ax * by - bx * ay;
  }
  return doubled / 2;
}

function crossesItself(outline: Outline): boolean {
  const count = outline.length;
  const at = (i: number): Corner => outline[i % count] ?? [0, 0];
  for (let i = 0; i < count; i++) {
    for (let j = i + 2; j < count; j++) {
      if (i === 0 && j === count - 1) continue;
      if (cross(at(i), at(i + 1), at(j), at(j + 1))) return true;
    }
  }
  return false;
}

function cross(a: Corner, b: Corner, c: Corner, d: Corner): boolean {
  const side = (p: Corner, q: Corner, r: Corner) =>
    Math.sign((q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]));
  return side(a, b, c) !== side(a, b, d) && side(c, d, a) !== side(c, d, b);
}
