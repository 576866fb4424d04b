import type { GridSplit } from '@fourfold/api';
import type { Corner, Outline } from '@fourfold/map';
import { useCallback, useEffect, useLayoutEffect, useState } from 'react';
import { useCheckSplit } from './changes.ts';
import type { Mark, Tone } from './drawn.ts';
import type { Scene } from './scene.ts';
import { areaOf } from './shapes.ts';

const checkDelayMilliseconds = 300;
/** Parts beside each other in other tones; their numbers say the same. */
const tones: readonly Tone[] = ['accent', 'ok', 'l3', 'l4'];

type Cuts = readonly (readonly Corner[])[];

const cornersOf = (split: GridSplit): Cuts =>
  split.cuts.map((cut) => cut.map(({ latitude, longitude }): Corner => [longitude, latitude]));

export interface CutsState {
  cuts: Cuts;
  /** Which line the hand is on. */
  current: number;
  /** What the lines make; null while that is not known, or nothing. */
  parts: GridSplit['parts'] | null;
  problem: unknown;
  checking: boolean;
  choose(index: number): void;
  change(cut: Outline): void;
}

/** Lines through a grid, begun with those that were proposed and drawn on the map; the server says what they make. */
export function useCuts(scene: Scene, proposal: GridSplit): CutsState {
  const [cuts, setCuts] = useState<Cuts>(() => cornersOf(proposal));
  const [current, setCurrent] = useState(0);
  const [looked, setLooked] = useState<{ of: Cuts; parts: GridSplit['parts'] | null; problem: unknown }>({
    of: cuts,
    parts: proposal.parts,
    problem: null,
  });
  const { mutate: check } = useCheckSplit();
  const { id } = proposal.grid;
  useEffect(() => {
    if (looked.of === cuts) return;
    const wait = setTimeout(
      () =>
        check(
          { id, cuts },
          {
            onSuccess: ({ parts }) => setLooked({ of: cuts, parts, problem: null }),
            onError: (problem) => setLooked({ of: cuts, parts: null, problem }),
          },
        ),
      checkDelayMilliseconds,
    );
    return () => clearTimeout(wait);
  }, [id, cuts, looked.of, check]);
  const change = useCallback(
    (cut: Outline) => setCuts((before) => before.map((old, i) => (i === current ? cut : old))),
    [current],
  );
  useOnMap(scene, cuts, current, looked.parts, change);
  const fresh = looked.of === cuts;
  return {
    cuts,
    current,
    parts: fresh ? looked.parts : null,
    problem: fresh ? looked.problem : null,
    checking: !fresh,
    choose: setCurrent,
    change,
  };
}

function useOnMap(
  { drawn, setDraft, setMarks }: Scene,
  cuts: Cuts,
  current: number,
  parts: GridSplit['parts'] | null,
  change: (cut: Outline) => void,
): void {
  useLayoutEffect(() => {
    drawn.current = change;
  }, [drawn, change]);
  useLayoutEffect(() => setDraft(cuts[current] ?? [], true), [cuts, current, setDraft]);
  useEffect(() => {
    const marks = (parts ?? []).map(
      ({ geometry }, i): Mark => ({
        area: areaOf(geometry),
        text: `${i + 1}`,
        tone: tones[i % tones.length] ?? 'accent',
      }),
    );
    setMarks([...marks, ...cuts.filter((_, i) => i !== current).map((line): Mark => ({ line, tone: 'accent' }))]);
  }, [parts, cuts, current, setMarks]);
  // Before the next one begins: one drawing may follow another at once.
  useLayoutEffect(
    () => () => {
      drawn.current = () => {};
      setDraft(null);
      setMarks([]);
    },
    [drawn, setDraft, setMarks],
  );
}
