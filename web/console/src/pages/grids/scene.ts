import type { GridFault } from '@fourfold/api';
import type { Corner, Outline } from '@fourfold/map';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { Mark, Window } from './drawn.ts';
import { areaOf, boxOf } from './shapes.ts';

const noMarks: readonly Mark[] = [];

/** What panels ask the map to show beside the grids themselves. */
export interface Scene {
  /** What is being drawn; null while nothing is. */
  draft: Outline | null;
  /** The draft is a line from end to end. */
  line: boolean;
  corner: number;
  marks: readonly Mark[];
  /** What to fly to when it changes. */
  target: Window | null;
  /** Who hears of what the pointer draws. */
  drawn: { current: (outline: Outline) => void };
  /** The middle of the map, where it is shown. */
  centre: { current: () => Corner | null };
  setDraft(draft: Outline | null, line?: boolean): void;
  setCorner(corner: number): void;
  setMarks(marks: readonly Mark[]): void;
  goTo(window: Window | null): void;
}

export function useScene(): Scene {
  const [{ draft, line }, put] = useState<{ draft: Outline | null; line: boolean }>({ draft: null, line: false });
  const [corner, setCorner] = useState(-1);
  const [marks, setMarks] = useState<readonly Mark[]>(noMarks);
  const [target, setTarget] = useState<Window | null>(null);
  const drawn = useRef<(outline: Outline) => void>(() => {});
  const centre = useRef<() => Corner | null>(() => null);
  const setDraft = useCallback((next: Outline | null, isLine = false) => {
    put({ draft: next, line: isLine });
    if (next === null) setCorner(-1);
  }, []);
  // A new array each time: going to the same place again is a wish too.
  const goTo = useCallback((window: Window | null) => setTarget(window ? [...window] : null), []);
  return useMemo(
    () => ({ draft, line, corner, marks, target, drawn, centre, setDraft, setCorner, setMarks, goTo }),
    [draft, line, corner, marks, target, setDraft, goTo],
  );
}

const around = 0.002;

/** The box to fly to for a fault. */
export function windowOf(fault: Pick<GridFault, 'geometry' | 'place'>): Window | null {
  const box = boxOf(areaOf(fault.geometry));
  if (box) return [box[0] - around, box[1] - around, box[2] + around, box[3] + around];
  if (!fault.place) return null;
  const { longitude, latitude } = fault.place;
  return [longitude - around, latitude - around, longitude + around, latitude + around];
}

/** Faults, numbered as in their list. A gap is told in another tone, for it keeps nobody from saving. */
export const marksOf = (faults: readonly GridFault[]): Mark[] =>
  faults.map((fault, index) => ({
    area: areaOf(fault.geometry),
    place: fault.place ? [fault.place.longitude, fault.place.latitude] : null,
    text: `${index + 1}`,
    tone: fault.code === 'boundary.gap' ? 'l3' : 'l1',
  }));
