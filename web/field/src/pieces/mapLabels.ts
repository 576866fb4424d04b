/** A mark on a drawn map, and what stands beside it; pixels of the drawing. */
export interface Spot {
  id: string;
  x: number;
  y: number;
  label: string;
}

/** Left, top, right, bottom. */
export type Box = readonly [number, number, number, number];

/** How large a dot and a line of letters are drawn, and where a label begins beside its dot. */
const [dotRadius, halfLine, beside] = [13, 11, 18];
/** Of a Chinese letter, and of any other. */
const [wide, narrow] = [17, 9];

const widthOf = (text: string) => [...text].reduce((sum, sign) => sum + (sign > '\u2e7f' ? wide : narrow), 0);

const cross = (a: Box, b: Box) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];

/**
 * Whose labels can be read: none lies on a dot, on a label before it, or on what is taken. The others are named in the
 * list below the map.
 */
export function legible(spots: readonly Spot[], taken: readonly Box[] = []): ReadonlySet<string> {
  const dots = spots.map(({ id, x, y }) => ({
    id,
    box: [x - dotRadius, y - dotRadius, x + dotRadius, y + dotRadius] as Box,
  }));
  const full = [...taken];
  const shown = new Set<string>();
  for (const { id, x, y, label } of spots) {
    const box: Box = [x + beside, y - halfLine, x + beside + widthOf(label), y + halfLine];
    if (full.some((other) => cross(box, other)) || dots.some((dot) => dot.id !== id && cross(box, dot.box))) continue;
    shown.add(id);
    full.push(box);
  }
  return shown;
}
