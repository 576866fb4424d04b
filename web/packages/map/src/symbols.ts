/**
 * The vessels' symbols as distances, drawn once: how far each texel is from the symbol's edge, so that one lookup gives
 * outline, filling and dark surround sharp at any size. A graphics card would reckon them anew for every pixel as well;
 * a processor that draws in software takes four times as long for that.
 */

type Point = readonly [x: number, y: number];
/** Signed distance from the edge in CSS pixels at scale 1, negative inside; y points down. */
type Shape = (x: number, y: number) => number;

/** In this order side by side in the texture. The shaders know them by these places. */
export const symbols = { arrowhead: 0, circle: 1, circleWithDot: 2, brackets: 3, own: 4, moored: 5, ghost: 6 } as const;

/** Texels of a symbol's cell, and what of the symbol's plane it shows: from −reach to +reach. */
export const cellTexels = 96;
export const reach = 18;
/** A byte holds distances from −span/2 to +span/2. */
export const span = 16;
/** Of an eighth of the circle, so much is drawn when the vessel is lost. */
const dash = 0.55;
/** Of a ghost only the corners are drawn, so far from each: nothing but its own word holds them together. */
const cornerReach = 4.6;

const dotRadius = 1.3;
/** Half a circle's stroke: the dot's edge lies there too. */
export const circleStroke = 0.6;

const shapes: Record<keyof typeof symbols, Shape> = {
  arrowhead,
  circle: ring,
  circleWithDot: (x, y) => Math.min(ring(x, y), Math.hypot(x, y) - dotRadius + circleStroke),
  brackets: (x, y) => {
    const [qx, qy] = [Math.abs(x), Math.abs(y)];
    return Math.min(qx, qy) > 3.5 ? Math.abs(Math.max(qx, qy) - 6.5) : reach;
  },
  own: (x, y) => diamond(x, y, 4.2, 7.2),
  moored: (x, y) => diamond(x, y, 4, 4),
  ghost: arrowhead,
};

/** Two bytes a texel: the distance, and whether a broken line is drawn there. */
export function symbolTexture(): { width: number; height: number; bytes: Uint8Array } {
  const names = Object.keys(symbols) as (keyof typeof symbols)[];
  const width = cellTexels * names.length;
  const bytes = new Uint8Array(width * cellTexels * 2);
  for (const name of names) {
    for (let row = 0; row < cellTexels; row++) {
      for (let column = 0; column < cellTexels; column++) {
        const [x, y] = [inPlane(column), inPlane(row)];
        const at = (row * width + symbols[name] * cellTexels + column) * 2;
        bytes[at] = Math.round(Math.min(1, Math.max(0, shapes[name](x, y) / span + 0.5)) * 255);
        bytes[at + 1] = (name === 'ghost' ? atCorner(x, y) : onDash(x, y)) ? 255 : 0;
      }
    }
  }
  return { width, height: cellTexels, bytes };
}

const inPlane = (texel: number) => ((texel + 0.5) / cellTexels - 0.5) * 2 * reach;

function onDash(x: number, y: number): boolean {
  const eighth = (Math.atan2(y, x) * 4) / Math.PI;
  return eighth - Math.floor(eighth) <= dash;
}

const [tip, wing, notch]: [Point, Point, Point] = [
  [0, -7.5],
  [4.4, 6],
  [0, 3.2],
];

/** Around the tip and the two wings. */
function atCorner(x: number, y: number): boolean {
  return [tip, wing].some(([cx, cy]) => Math.hypot(Math.abs(x) - cx, y - cy) <= cornerReach);
}

function segment(x: number, y: number, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const along = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)));
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
}

/** Pointing up: tip, wing, notch. */
function arrowhead(px: number, y: number): number {
  const x = Math.abs(px);
  const distance = Math.min(segment(x, y, tip, wing), segment(x, y, wing, notch));
  const leftOfEdge = (wing[0] - tip[0]) * (y - tip[1]) - (wing[1] - tip[1]) * (x - tip[0]) > 0;
  const aboveNotch = (notch[0] - wing[0]) * (y - wing[1]) - (notch[1] - wing[1]) * (x - wing[0]) > 0;
  return leftOfEdge && aboveNotch ? -distance : distance;
}

function ring(x: number, y: number): number {
  return Math.abs(Math.hypot(x, y) - 4.6);
}

function diamond(x: number, y: number, wide: number, high: number): number {
  return (Math.abs(x) * high + Math.abs(y) * wide - wide * high) / Math.hypot(wide, high);
}
