import { difference, levelMask, lostBit, mercatorX, mercatorY, type Picture, vertexBytes, world } from '@fourfold/live';

const tapPixels = 16;

/** What the pointer hits: the nearest vessel within reach, one with an alert winning over a calm one beside it. */
export function pick(picture: Picture, longitude: number, latitude: number, zoom: number): number | null {
  const x = mercatorX(longitude);
  const y = mercatorY(latitude);
  const reach = (tapPixels * world) / (512 * 2 ** zoom);
  const view = new DataView(picture.vertices);
  let nearest = reach;
  let found = -1;
  for (let place = 0; place < picture.count; place++) {
    const at = place * 2 * vertexBytes;
    const dx = difference(x, view.getUint32(at, true));
    if (dx > reach || dx < -reach) continue;
    const dy = view.getUint32(at + 4, true) - y;
    if (dy > reach || dy < -reach) continue;
    const alerted = (view.getUint8(at + 15) & levelMask) !== 0;
    const distance = Math.hypot(dx, dy) * (alerted ? 0.6 : 1);
    if (distance < nearest) {
      nearest = distance;
      found = place;
    }
  }
  return found < 0 ? null : (picture.slots[found] ?? null);
}

/** Vessels inside the view, those with alerts first; at most `limit`. */
export function inView(picture: Picture, ...[west, south, east, north, limit]: Window): number[] {
  return within(picture, [west, south, east, north, limit], () => true);
}

/** Those inside the view that are not heard any more. */
export function lostInView(picture: Picture, ...[west, south, east, north, limit]: Window): number[] {
  return within(picture, [west, south, east, north, limit], (source) => (source & lostBit) !== 0);
}

/** Degrees, and how many at most. */
type Window = [west: number, south: number, east: number, north: number, limit: number];

function within(
  picture: Picture,
  [west, south, east, north, limit]: Window,
  wanted: (sourceBits: number) => boolean,
): number[] {
  const view = new DataView(picture.vertices);
  const left = mercatorX(west);
  const width = difference(left, mercatorX(east)) >>> 0;
  const top = mercatorY(north);
  const bottom = mercatorY(south);
  const places: number[] = [];
  for (let place = picture.count - 1; place >= 0 && places.length < limit; place--) {
    const at = place * 2 * vertexBytes;
    if (!wanted(view.getUint8(at + 14))) continue;
    const dx = difference(left, view.getUint32(at, true)) >>> 0;
    const y = view.getUint32(at + 4, true);
    if (dx <= width && y >= top && y <= bottom) places.push(place);
  }
  return places;
}
