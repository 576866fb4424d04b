import type { Corner } from './polygon.ts';

const earthMetres = 6_371_000;
const metresPerDegree = (earthMetres * Math.PI) / 180;

/** Half axes in metres and the direction of the longer one, degrees from true north. */
export interface Ellipse {
  majorMetres: number;
  minorMetres: number;
  majorDegrees: number;
}

/** A place so far from another, flat: good to a few metres within 50 km below 60° of latitude. */
export function offset([longitude, latitude]: Corner, eastMetres: number, northMetres: number): Corner {
  const narrow = Math.cos((latitude * Math.PI) / 180);
  return [longitude + eastMetres / metresPerDegree / narrow, latitude + northMetres / metresPerDegree];
}

/** Metres to the east and north of a place to another; undoes {@link offset}. */
export function offsetTo([longitude, latitude]: Corner, [x, y]: Corner): [east: number, north: number] {
  const narrow = Math.cos((latitude * Math.PI) / 180);
  return [(x - longitude) * metresPerDegree * narrow, (y - latitude) * metresPerDegree];
}

/** The outline of an ellipse around a place, closed, from the end of its longer axis clockwise. */
export function ellipseOutline(middle: Corner, ellipse: Ellipse, corners = 48): Corner[] {
  const turn = (ellipse.majorDegrees * Math.PI) / 180;
  return Array.from({ length: corners + 1 }, (_, i) => {
    const angle = ((i % corners) / corners) * 2 * Math.PI;
    const along = ellipse.majorMetres * Math.cos(angle);
    const across = ellipse.minorMetres * Math.sin(angle);
    return offset(
      middle,
      along * Math.sin(turn) + across * Math.cos(turn),
      along * Math.cos(turn) - across * Math.sin(turn),
    );
  });
}
