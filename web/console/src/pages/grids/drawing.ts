import { type Corner, fault, type Outline, polygonOf } from '@fourfold/map';
import type { Area } from './drawn.ts';
import { editable } from './shapes.ts';

/** A boundary being made: one ring of corners, or, pasted, an area with several parts or holes, which only a file brings. */
export interface Drawn {
  outline: Outline;
  area: Area | null;
}

/** With the way back and forth. Pure: every step is a new one. */
export interface Drawing {
  now: Drawn;
  past: readonly Drawn[];
  future: readonly Drawn[];
  changedAt: number;
}

const stepsAtMost = 200;
/** A drag is one step, however many places it goes through. */
const oneStepMilliseconds = 600;

export const nothingDrawn: Drawn = { outline: [], area: null };

export const begin = (now: Drawn): Drawing => ({ now, past: [], future: [], changedAt: 0 });

/** @param at milliseconds, to tell one drag from two */
export function put(drawing: Drawing, now: Drawn, at: number): Drawing {
  const goesOn =
    at - drawing.changedAt < oneStepMilliseconds &&
    drawing.past.length > 0 &&
    !now.area &&
    !drawing.now.area &&
    now.outline.length === drawing.now.outline.length;
  const past = goesOn ? drawing.past : [...drawing.past, drawing.now].slice(-stepsAtMost);
  return { now, past, future: [], changedAt: at };
}

export function undo(drawing: Drawing): Drawing {
  const now = drawing.past.at(-1);
  return now
    ? { now, past: drawing.past.slice(0, -1), future: [drawing.now, ...drawing.future], changedAt: 0 }
    : drawing;
}

export function redo(drawing: Drawing): Drawing {
  const [now, ...future] = drawing.future;
  return now ? { now, past: [...drawing.past, drawing.now], future, changedAt: 0 } : drawing;
}

/** An area as something to draw on: its corners where it is one plain ring. */
export function drawnOf(area: Area | null): Drawn {
  const outline = editable(area);
  return outline ? { outline, area: null } : { outline: [], area };
}

/** What would be saved; null while it is none yet. */
export const geometryOf = ({ outline, area }: Drawn): Area | null =>
  area ?? (fault(outline) ? null : polygonOf(outline));

/** Reads what somebody pasted: a GeoJSON polygon, bare or within a feature; null for anything else. */
export function readPasted(text: string): Area | null {
  try {
    return areaIn(JSON.parse(text));
  } catch {
    return null;
  }
}

function areaIn(value: unknown): Area | null {
  if (typeof value !== 'object' || value === null) return null;
  const { type, geometry, features, coordinates } = value as Record<string, unknown>;
  if (type === 'Feature') return areaIn(geometry);
  if (type === 'FeatureCollection')
    return Array.isArray(features) && features.length === 1 ? areaIn(features[0]) : null;
  if (type === 'Polygon') return areRings(coordinates) ? (value as Area) : null;
  if (type !== 'MultiPolygon' || !Array.isArray(coordinates)) return null;
  return coordinates.length > 0 && coordinates.every(areRings) ? (value as Area) : null;
}

const isPlace = (value: unknown): value is Corner =>
  Array.isArray(value) && value.length >= 2 && value.every((part) => Number.isFinite(part));

const areRings = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every((ring) => Array.isArray(ring) && ring.length >= 4 && ring.every(isPlace));
