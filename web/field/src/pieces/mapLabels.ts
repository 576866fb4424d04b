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
/** How far above or below its place a name may stand. */
const besideLine = 34;
/** Of a Chinese letter, and of any other. */
const [wide, narrow] = [17, 9];

const widthOf = (text: string) => [...text].reduce((sum, sign) => sum + (sign > '\u2e7f' ? wide : narrow), 0);

const cross = (a: Box, b: Box) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];

const dotOf = ({ x, y }: Spot): Box => [x - dotRadius, y - dotRadius, x + dotRadius, y + dotRadius];
const labelOf = ({ x, y, label }: Spot): Box => [x + beside, y - halfLine, x + beside + widthOf(label), y + halfLine];

/**
 * Whose labels can be read: none lies on a dot, on a label before it, or on what is taken. The others are named in the
 * list below the map.
 */
export function legible(spots: readonly Spot[], taken: readonly Box[] = []): ReadonlySet<string> {
  const dots = spots.map((spot) => ({ id: spot.id, box: dotOf(spot) }));
  const full = [...taken];
  const shown = new Set<string>();
  for (const spot of spots) {
    const box = labelOf(spot);
    if (full.some((other) => cross(box, other)) || dots.some(({ id, box: dot }) => id !== spot.id && cross(box, dot)))
      continue;
    shown.add(spot.id);
    full.push(box);
  }
  return shown;
}

/** What marks cover: their dots, and the labels of those that are shown. */
export const covered = (spots: readonly Spot[], shown: ReadonlySet<string>): Box[] =>
  spots.flatMap((spot) => (shown.has(spot.id) ? [dotOf(spot), labelOf(spot)] : [dotOf(spot)]));

/** The height at which a name around x lies on nothing: its own, a line above it or below; undefined for none. */
export function clearHeight(name: string, x: number, y: number, taken: readonly Box[]): number | undefined {
  const half = widthOf(name) / 2;
  return [y, y - besideLine, y + besideLine].find((height) => {
    const box: Box = [x - half, height - halfLine, x + half, height + halfLine];
    return !taken.some((other) => cross(box, other));
  });
}
