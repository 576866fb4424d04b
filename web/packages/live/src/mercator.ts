/**
 * Web mercator in 32-bit unsigned steps: the world is 2³² wide and high, one step is under 1 cm. A 32-bit float would
 * only resolve 2.4 m; differences of these integers stay exact, and wrap at the antimeridian by themselves.
 */
export const world = 2 ** 32;

/** Latitudes beyond this are outside the square. */
export const highestLatitude = 85.051129;

export function mercatorX(longitude: number): number {
  return ((longitude / 360 + 0.5) * world) >>> 0;
}

export function mercatorY(latitude: number): number {
  const held = Math.max(-highestLatitude, Math.min(highestLatitude, latitude));
  const sine = Math.sin((held * Math.PI) / 180);
  const y = 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
  return Math.min(world - 1, Math.max(0, y * world)) >>> 0;
}

export function longitudeOf(x: number): number {
  return (x / world - 0.5) * 360;
}

export function latitudeOf(y: number): number {
  return (Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / world))) * 180) / Math.PI;
}

/** Signed shortest way from one x to another, in steps: correct across the antimeridian. */
export function difference(from: number, to: number): number {
  return (to - from) | 0;
}
