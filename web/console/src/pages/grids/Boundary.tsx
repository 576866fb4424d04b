import type { GridFault } from '@fourfold/api';
import { add, type Corner, fault, middle, type Outline, remove } from '@fourfold/map';
import { Icon } from '@fourfold/ui';
import { Button, Checkbox, Input } from 'antd';
import { useCallback, useEffect, useId, useLayoutEffect, useReducer, useState } from 'react';
import { useProblemText } from '../../data/problems.ts';
import { useI18n } from '../../i18n.ts';
import { Corners } from '../sea/Corners.tsx';
import { type CheckPlace, useCheck } from './changes.ts';
import { begin, type Drawn, drawnOf, geometryOf, put, readPasted, redo, undo } from './drawing.ts';
import type { Area } from './drawn.ts';
import { Faults } from './Faults.tsx';
import { marksOf, type Scene, windowOf } from './scene.ts';
import { areaOf, boxOf } from './shapes.ts';

const checkDelayMilliseconds = 400;
const centimetres = 7;

type Step = { put: Drawn; at: number } | 'undo' | 'redo';

/** A boundary being drawn, with what was found wrong with it where it lies. */
export interface BoundaryState {
  drawn: Drawn;
  /** Null while there is nothing that could be saved. */
  geometry: Area | null;
  faults: readonly GridFault[];
  /** What is drawn has been looked at, and there is nothing wrong or somebody has seen it. */
  ready: boolean;
  accept: boolean;
  checking: boolean;
  problem: unknown;
  canUndo: boolean;
  canRedo: boolean;
  set(drawn: Drawn): void;
  step(step: 'undo' | 'redo'): void;
  setAccept(accept: boolean): void;
}

/** Draws on the map of a scene; what is drawn is checked when the hand rests. */
export function useBoundary(scene: Scene, first: Drawn, place: CheckPlace | null): BoundaryState {
  const [drawing, dispatch] = useReducer(
    (before: ReturnType<typeof begin>, step: Step) =>
      step === 'undo' ? undo(before) : step === 'redo' ? redo(before) : put(before, step.put, step.at),
    first,
    begin,
  );
  const { now } = drawing;
  const set = useCallback((drawn: Drawn) => dispatch({ put: drawn, at: Date.now() }), []);
  const { setDraft, setMarks, drawn: hears } = scene;
  // Before the next one begins: one drawing may follow another at once.
  useLayoutEffect(() => {
    hears.current = (outline: Outline) => set({ outline, area: null });
    return () => {
      hears.current = () => {};
      setDraft(null);
      setMarks([]);
    };
  }, [hears, set, setDraft, setMarks]);
  // At once: between two clicks the map must not go back to what was before the first.
  useLayoutEffect(() => setDraft(now.outline), [now, setDraft]);

  const geometry = geometryOf(now);
  const { faults, looked, checking, problem } = useFaults(geometry, place, now);
  useEffect(() => {
    setMarks([...(now.area ? [{ area: now.area, tone: 'accent' as const }] : []), ...marksOf(faults)]);
  }, [now.area, faults, setMarks]);

  // What was seen and accepted is this list of faults, not the next one.
  const seen = faults.map((found) => `${found.code}${found.other}${Math.round(found.squareMetres)}`).join();
  const [accepted, setAccepted] = useState<string | null>(null);
  const blocked = faults.some(({ code }) => code !== 'boundary.gap');
  const accept = blocked && accepted === seen;
  return {
    drawn: now,
    geometry,
    faults,
    ready: geometry !== null && looked && (!blocked || accept),
    accept,
    checking,
    problem,
    canUndo: drawing.past.length > 0,
    canRedo: drawing.future.length > 0,
    set,
    step: dispatch,
    setAccept: (yes) => setAccepted(yes ? seen : null),
  };
}

const noFaults: readonly GridFault[] = [];

function useFaults(geometry: Area | null, place: CheckPlace | null, now: Drawn) {
  const { mutate: check, isPending: checking } = useCheck();
  const [found, setFound] = useState<{ of: Drawn; key: string; faults: readonly GridFault[]; problem: unknown }>();
  const key = JSON.stringify(place);
  // biome-ignore lint/correctness/useExhaustiveDependencies: geometry and place are what `now` and `key` say
  useEffect(() => {
    if (!geometry || !place) return;
    const wait = setTimeout(
      () =>
        check(
          { place, geometry },
          {
            onSuccess: ({ faults }) => setFound({ of: now, key, faults, problem: null }),
            onError: (problem) => setFound({ of: now, key, faults: noFaults, problem }),
          },
        ),
      checkDelayMilliseconds,
    );
    return () => clearTimeout(wait);
  }, [now, key, check]);
  const fresh = found?.of === now && found.key === key;
  return {
    // The faults before stay in sight until the next are known.
    faults: geometry && place ? (found?.faults ?? noFaults) : noFaults,
    looked: fresh && !found.problem,
    checking: checking || (geometry !== null && place !== null && !fresh),
    problem: fresh ? found.problem : null,
  };
}

/** The hand's tools and, for the keyboard, the same as numbers or as text; then the faults. */
export function Boundary({ scene, state }: { scene: Scene; state: BoundaryState }) {
  const { t } = useI18n();
  const problemText = useProblemText();
  const { drawn } = state;
  const wrong = drawn.area ? null : fault(drawn.outline);
  const change = (outline: Outline) => state.set({ outline, area: null });
  useKeys(scene, state);
  return (
    <section className="grids-boundary" aria-label={t('grid.boundary')}>
      <p className="hint">{t('grid.drawHint')}</p>
      <p className="row">
        <Button disabled={!state.canUndo} icon={<Icon name="undo" size={16} />} onClick={() => state.step('undo')}>
          {t('grid.undo')}
        </Button>
        <Button disabled={!state.canRedo} onClick={() => state.step('redo')}>
          {t('grid.redo')}
        </Button>
      </p>
      {drawn.area ? <p className="hint">{t('grid.byFile')}</p> : null}
      <details>
        <summary>{t('zone.corners', { count: drawn.outline.length })}</summary>
        <Corners
          outline={drawn.outline}
          chosen={scene.corner}
          decimals={centimetres}
          onChange={change}
          onChoose={scene.setCorner}
        />
        <Button
          icon={<Icon name="plus" size={14} />}
          onClick={() => change(add(drawn.outline, nextCorner(drawn.outline, scene.centre.current())))}
        >
          {t('zone.addCorner')}
        </Button>
      </details>
      <Pasted state={state} onSet={(area) => scene.goTo(boxOf(area))} />
      <p className="fault" role="status">
        {wrong ? t(`zone.fault.${wrong}`) : state.problem ? problemText(state.problem) : null}
      </p>
      {state.geometry && !state.problem ? (
        <>
          {state.checking ? <p className="hint">{t('grid.checking')}</p> : null}
          {!state.checking || state.faults.length > 0 ? (
            <Faults faults={state.faults} onGo={(found) => scene.goTo(windowOf(found))} />
          ) : null}
        </>
      ) : null}
      {state.faults.some(({ code }) => code !== 'boundary.gap') ? (
        <Checkbox checked={state.accept} onChange={(event) => state.setAccept(event.target.checked)}>
          {t('grid.acceptFaults')}
        </Checkbox>
      ) : null}
    </section>
  );
}

/** A boundary that somebody has as text. */
function Pasted({ state, onSet }: { state: BoundaryState; onSet(area: Area): void }) {
  const { t } = useI18n();
  const id = useId();
  const [text, setText] = useState('');
  const area = readPasted(text);
  const bad = text.trim() !== '' && !area;
  return (
    <details>
      <summary>{t('grid.paste')}</summary>
      <label htmlFor={id}>{t('grid.pasteLabel')}</label>
      <Input.TextArea
        id={id}
        rows={4}
        value={text}
        status={bad ? 'error' : undefined}
        aria-describedby={`${id}-hint`}
        onChange={(event) => setText(event.target.value)}
      />
      <p id={`${id}-hint`} className="hint">
        {bad ? t('grid.pasteBad') : t('grid.pasteHint')}
      </p>
      <Button
        disabled={!area}
        onClick={() => {
          if (!area) return;
          state.set(drawnOf(areaOf(area)));
          onSet(area);
        }}
      >
        {t('grid.pasteTake')}
      </Button>
    </details>
  );
}

const firstStep = 0.002;

/** A new corner without a click: in the middle of the last side, or about the middle of the map. */
function nextCorner(outline: Outline, centre: Corner | null): Corner {
  if (outline.length >= 2) return middle(outline, outline.length - 1);
  const [longitude, latitude] = outline[0] ?? centre ?? [0, 0];
  return [longitude + outline.length * firstStep, latitude];
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [role="combobox"]') !== null;

/** Undo, redo and take away, as everywhere; not while one types. */
function useKeys({ corner, setCorner }: Scene, { drawn, set, step }: BoundaryState): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (isTyping(event.target)) return;
      const control = event.ctrlKey || event.metaKey;
      if (control && event.key.toLowerCase() === 'z') step(event.shiftKey ? 'redo' : 'undo');
      else if (control && event.key.toLowerCase() === 'y') step('redo');
      else if ((event.key === 'Delete' || event.key === 'Backspace') && drawn.outline[corner]) {
        set({ outline: remove(drawn.outline, corner), area: null });
        setCorner(-1);
      } else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [corner, drawn, set, setCorner, step]);
}
