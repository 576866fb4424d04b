import type { Palette } from './palette.ts';

const side = 20;

/** The four level badges as map images: shape, numeral and colour, as the design system has them. */
export function levelImage(level: 1 | 2 | 3 | 4, palette: Palette, ratio: number): ImageData {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = Math.ceil(side * ratio);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no 2d canvas');
  context.scale((side * ratio) / 24, (side * ratio) / 24);
  const colour = palette.levels[level - 1] ?? palette.t1;
  const shape = new Path2D(outline[level]);
  context.lineJoin = 'round';
  context.fillStyle = level <= 2 ? colour : palette.ground;
  context.fill(shape);
  context.strokeStyle = level <= 2 ? palette.ground : colour;
  context.lineWidth = level <= 2 ? 1 : 2.25;
  context.stroke(shape);
  context.fillStyle = level <= 2 ? palette.ground : colour;
  context.font = `700 ${level === 2 ? 13 : 14}px Inter, sans-serif`;
  context.textAlign = 'center';
  context.fillText(String(level), 12, level === 2 ? 20 : 17);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

const stationSide = 18;

/** A radar on its mast, seen from the side: the bar is the antenna. */
export function stationImage(colour: string, palette: Palette, ratio: number): ImageData {
  const context = canvas(stationSide, ratio);
  const shape = new Path2D('M3 4.5h12M9 4.5v9M5 15l4-6 4 6Z');
  context.lineCap = 'round';
  context.lineJoin = 'round';
  for (const [ink, width] of [
    [palette.ground, 5],
    [colour, 2],
  ] as const) {
    context.strokeStyle = ink;
    context.lineWidth = width;
    context.stroke(shape);
  }
  return context.getImageData(0, 0, context.canvas.width, context.canvas.height);
}

const hatchSide = 16;

/** Thin lines aslant that go on from tile to tile. */
export function hatchImage(colour: string, ratio: number): ImageData {
  const context = canvas(hatchSide, ratio);
  context.strokeStyle = colour;
  context.globalAlpha = 0.3;
  context.lineWidth = 1.2;
  for (const from of [-hatchSide, 0, hatchSide]) {
    context.moveTo(from - 1, hatchSide + 1);
    context.lineTo(from + hatchSide + 1, -1);
  }
  context.stroke();
  return context.getImageData(0, 0, context.canvas.width, context.canvas.height);
}

/** So many CSS pixels square, drawn in them. */
function canvas(side: number, ratio: number): CanvasRenderingContext2D {
  const made = document.createElement('canvas');
  made.width = made.height = Math.ceil(side * ratio);
  const context = made.getContext('2d');
  if (!context) throw new Error('no 2d canvas');
  context.scale(ratio, ratio);
  return context;
}

const outline = {
  1: 'M7.2 1h9.6L23 7.2v9.6L16.8 23H7.2L1 16.8V7.2Z',
  2: 'M12 1.5 23 22H1Z',
  3: 'M2.5 2.5h19v19h-19Z',
  4: 'M12 1.5a10.5 10.5 0 1 0 0 21 10.5 10.5 0 0 0 0-21Z',
} as const;
