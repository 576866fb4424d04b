import type { Position } from '@fourfold/api';
import {
  type KeyboardEvent,
  type PointerEvent,
  type RefObject,
  useCallback,
  useEffect,
  useRef,
  useState,
  type WheelEvent,
} from 'react';
import { offset } from '../phone/geo.ts';
import type { Start } from './GroundMap.tsx';

/** Of the drawing; the page makes it as large as it has room. */
export const width = 390;
export const height = 400;

const mostPixelsPerMetre = 4;
const leastPixelsPerMetre = 0.0005;
const metresPerDegree = 111_195;
const step = 60;

/** What part of the world is shown: metres east and south of the origin, and their size. */
interface View {
  x: number;
  y: number;
  pixelsPerMetre: number;
}

export interface Frame {
  origin: Position;
  pixelsPerMetre: number;
  /** Of what is drawn in metres from the origin. */
  transform: string;
  /** Where on the drawing a place is. */
  at(position: Position): [x: number, y: number];
  zoom(factor: number): void;
  lookAt(position: Position): void;
  handlers: object;
}

const within = (pixelsPerMetre: number) => Math.min(mostPixelsPerMetre, Math.max(leastPixelsPerMetre, pixelsPerMetre));

/** The place at metres east and south of an origin. */
export function placeAt(origin: Position, x: number, y: number): Position {
  const latitude = origin.latitude - y / metresPerDegree;
  const longitude = origin.longitude + x / (metresPerDegree * Math.cos((origin.latitude * Math.PI) / 180));
  return { latitude, longitude };
}

/** The same view, so much larger, with one point of the drawing staying where it is. */
export function zoomed(view: View, factor: number, px = width / 2, py = height / 2): View {
  const pixelsPerMetre = within(view.pixelsPerMetre * factor);
  const [dx, dy] = [px - width / 2, py - height / 2];
  return {
    x: view.x + dx / view.pixelsPerMetre - dx / pixelsPerMetre,
    y: view.y + dy / view.pixelsPerMetre - dy / pixelsPerMetre,
    pixelsPerMetre,
  };
}

/** A view that thumbs, wheels and keys move. */
export function useFrame(
  svg: RefObject<SVGSVGElement | null>,
  start: Start,
  onPick?: (position: Position) => void,
): Frame {
  const [origin, setOrigin] = useState(start.centre);
  const begin = { x: 0, y: 0, pixelsPerMetre: within(height / start.spanMetres) };
  const [view, setView] = useState<View>(begin);
  const moved = useRef(false);
  const fingers = useRef(new Map<number, [number, number]>());

  // What is kept comes a moment later; until somebody moves the map it follows.
  useEffect(() => {
    if (moved.current) return;
    setOrigin(start.centre);
    setView({ x: 0, y: 0, pixelsPerMetre: within(height / start.spanMetres) });
  }, [start]);

  useEffect(() => {
    if (moved.current) onPick?.(placeAt(origin, view.x, view.y));
  }, [view, origin, onPick]);

  const change = useCallback((next: (view: View) => View) => {
    moved.current = true;
    setView(next);
  }, []);

  /** Pixels of the screen as those of the drawing. */
  const point = (event: { clientX: number; clientY: number }): [number, number] => {
    const box = svg.current?.getBoundingClientRect();
    if (!box) return [0, 0];
    const scale = Math.max(width / box.width, height / box.height);
    return [
      width / 2 + (event.clientX - box.left - box.width / 2) * scale,
      height / 2 + (event.clientY - box.top - box.height / 2) * scale,
    ];
  };

  const move = (event: PointerEvent) => {
    const before = fingers.current.get(event.pointerId);
    if (!before) return;
    const now = point(event);
    const other = [...fingers.current].find(([id]) => id !== event.pointerId)?.[1];
    fingers.current.set(event.pointerId, now);
    change((known) => {
      if (!other) {
        const k = known.pixelsPerMetre;
        return { ...known, x: known.x - (now[0] - before[0]) / k, y: known.y - (now[1] - before[1]) / k };
      }
      const apart = (a: [number, number]) => Math.max(10, Math.hypot(a[0] - other[0], a[1] - other[1]));
      return zoomed(known, apart(now) / apart(before), (now[0] + other[0]) / 2, (now[1] + other[1]) / 2);
    });
  };
  const up = (event: PointerEvent) => void fingers.current.delete(event.pointerId);
  const shift = (dx: number, dy: number) =>
    change((known) => ({ ...known, x: known.x + dx / known.pixelsPerMetre, y: known.y + dy / known.pixelsPerMetre }));
  const key = (event: KeyboardEvent) => {
    const does: Record<string, () => void> = {
      ArrowLeft: () => shift(-step, 0),
      ArrowRight: () => shift(step, 0),
      ArrowUp: () => shift(0, -step),
      ArrowDown: () => shift(0, step),
      '+': () => change((known) => zoomed(known, 1.3)),
      '-': () => change((known) => zoomed(known, 1 / 1.3)),
    };
    if (!does[event.key]) return;
    event.preventDefault();
    does[event.key]?.();
  };

  const k = view.pixelsPerMetre;
  return {
    origin,
    pixelsPerMetre: k,
    transform: `translate(${width / 2} ${height / 2}) scale(${k}) translate(${-view.x} ${-view.y})`,
    at(position) {
      const [east, north] = offset(origin, position);
      return [width / 2 + (east - view.x) * k, height / 2 + (-north - view.y) * k];
    },
    zoom: (factor) => change((known) => zoomed(known, factor)),
    lookAt(position) {
      const [east, north] = offset(origin, position);
      change((known) => ({ x: east, y: -north, pixelsPerMetre: Math.max(known.pixelsPerMetre, height / 1_500) }));
    },
    handlers: {
      onPointerDown(event: PointerEvent<SVGSVGElement>) {
        event.currentTarget.setPointerCapture(event.pointerId);
        fingers.current.set(event.pointerId, point(event));
      },
      onPointerMove: move,
      onPointerUp: up,
      onPointerCancel: up,
      onKeyDown: key,
      onWheel: (event: WheelEvent) =>
        change((known) => zoomed(known, event.deltaY < 0 ? 1.15 : 1 / 1.15, ...point(event))),
    },
  };
}
