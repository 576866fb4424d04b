import type { Position } from '@fourfold/api';

const earthRadiusMetres = 6_371_008.8;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Great-circle distance on a sphere, metres; within 0.6 % of the ellipsoid, far below what a walk or boat notices. */
export function distanceMetres(a: Position, b: Position): number {
  const dLatitude = radians(b.latitude - a.latitude);
  const dLongitude = radians(b.longitude - a.longitude);
  const h =
    Math.sin(dLatitude / 2) ** 2 +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(dLongitude / 2) ** 2;
  return 2 * earthRadiusMetres * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Initial bearing from a to b, degrees clockwise from north, 0 ≤ bearing < 360. */
export function bearingDegrees(a: Position, b: Position): number {
  const dLongitude = radians(b.longitude - a.longitude);
  const y = Math.sin(dLongitude) * Math.cos(radians(b.latitude));
  const x =
    Math.cos(radians(a.latitude)) * Math.sin(radians(b.latitude)) -
    Math.sin(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.cos(dLongitude);
  return ((Math.atan2(y, x) * 180) / Math.PI + 360) % 360;
}

/** Which of eight winds a bearing belongs to; 0 is north, then clockwise. */
export function wind(degrees: number): number {
  return Math.round(degrees / 45) % 8;
}

/** Metres east and north of an origin, on a plane that is true near it. */
export function offset(origin: Position, to: Position): [east: number, north: number] {
  const north = radians(to.latitude - origin.latitude) * earthRadiusMetres;
  const east = radians(to.longitude - origin.longitude) * earthRadiusMetres * Math.cos(radians(origin.latitude));
  return [east, north];
}

/** Opens the phone's own map at a place; Apple's knows no `geo:` (RFC 5870). */
export function mapAddress({ latitude, longitude }: Position, userAgent: string): string {
  const place = `${latitude},${longitude}`;
  return /iPhone|iPad|Macintosh/.test(userAgent) ? `maps://?daddr=${place}` : `geo:${place}?q=${place}`;
}

/** A round length of about a third of a span, for a scale bar: 1, 2 or 5 times a power of ten. */
export function scaleBar(spanMetres: number): number {
  const wanted = Math.max(1, spanMetres / 3);
  const power = 10 ** Math.floor(Math.log10(wanted));
  return ([5, 2, 1].find((step) => step * power <= wanted) ?? 1) * power;
}
