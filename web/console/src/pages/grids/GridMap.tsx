import '../sea/map.css';
import { readPalette, SeaMap, ZoneEditor } from '@fourfold/map';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useMapLand } from '../../data/sea.ts';
import { useI18n } from '../../i18n.ts';
import { reduceMotion, useColours } from '../../theme.ts';
import { ZoomButtons } from '../sea/MapTools.tsx';
import { firstBounds } from '../sea/waters.ts';
import { useGridMap } from './data.ts';
import type { Standing, Window } from './drawn.ts';
import type { Scene } from './scene.ts';
import { boxOfMap, clusterData, cornersOf, gridAt, mapData, marksData } from './shapes.ts';

/** A click on a number goes so many zoom levels nearer. */
const nearer = 2;
/** Degrees left free around what is fitted: a single place has no size. */
const aside = 0.02;

export interface GridMapProps {
  scene: Scene;
  chosen: string | null;
  /** Micro-grids instead of the others: they lie over them. */
  micro: boolean;
  standing?: Standing;
  /** Only grids of this area; all others are left out. */
  area?: string;
  onPick(id: string): void;
}

/** Grids of what the map shows: boundaries, or numbers where there are too many. The list beside it is its twin for the keyboard. */
export default function GridMap({ scene, chosen, micro, standing, area, onPick }: GridMapProps) {
  const { t } = useI18n();
  const { colours } = useColours();
  const { data: land } = useMapLand();
  const container = useRef<HTMLDivElement>(null);
  const [sea, setSea] = useState<SeaMap | null>(null);
  const [window, setWindow] = useState<Window | null>(null);
  const { data: map, isError } = useGridMap(window, micro, area);
  const { target, marks, draft, line, corner, drawn, centre, setCorner } = scene;
  const drawing = draft !== null;
  const snapTo = useMemo(() => (drawing && !line ? cornersOf(map, chosen) : []), [drawing, line, map, chosen]);
  const newest = useRef({ map, drawing, snapTo, onPick, window, label: t('grids.map') });
  newest.current = { map, drawing, snapTo, onPick, window, label: t('grids.map') };

  // biome-ignore lint/correctness/useExhaustiveDependencies: other colours make another map
  useEffect(() => {
    const element = container.current;
    if (!element) return;
    let made: SeaMap;
    try {
      made = new SeaMap({
        container: element,
        palette: readPalette(element),
        bounds: newest.current.window ?? firstBounds,
        reduceMotion: reduceMotion(),
        label: newest.current.label,
        onPick: () => {},
        onView: (view) => setWindow([...view]),
      });
    } catch {
      return; // Without WebGL there is the list.
    }
    made.map.on('click', ({ lngLat }) => {
      const { map: shown, drawing: busy, onPick: pick } = newest.current;
      if (busy) return;
      const id = gridAt(shown, [lngLat.lng, lngLat.lat]);
      if (id) pick(id);
      // Numbers stand for what is too much to draw: nearer there is less of it.
      else if ((shown?.clusters.length ?? 0) > 0) made.flyTo(lngLat.lng, lngLat.lat, made.map.getZoom() + nearer);
    });
    centre.current = () => {
      const { lng, lat } = made.map.getCenter();
      return [lng, lat];
    };
    setSea(made);
    return () => {
      setSea(null);
      centre.current = () => null;
      made.remove();
    };
  }, [colours]);

  useEffect(() => {
    if (sea && land) sea.setData('land', land);
  }, [sea, land]);
  useEffect(() => {
    sea?.setData('zones', mapData(map, chosen, { standing, quiet: drawing }));
    sea?.setData('labels', clusterData(map));
  }, [sea, map, chosen, standing, drawing]);
  useEffect(() => {
    sea?.setData('marks', marksData(marks));
  }, [sea, marks]);
  useEffect(() => {
    if (sea && target) sea.fit([...target]);
  }, [sea, target]);

  // At first where there are grids: the sea beside them is for others. Once, and not against a wish.
  const settled = useRef(false);
  useEffect(() => {
    if (!sea || !map || settled.current) return;
    settled.current = true;
    const box = target ? null : boxOfMap(map);
    if (box) sea.fit([box[0] - aside, box[1] - aside, box[2] + aside, box[3] + aside]);
  }, [sea, map, target]);

  const editor = useRef<ZoneEditor | null>(null);
  useLayoutEffect(() => {
    if (!sea || !drawing) return;
    const made = new ZoneEditor(sea, (next) => drawn.current(next), setCorner, {
      line,
      snapTo: () => newest.current.snapTo,
    });
    editor.current = made;
    return () => made.end();
  }, [sea, drawing, line, drawn, setCorner]);
  // After the editor was made anew it must be shown what there is.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useLayoutEffect(() => {
    if (draft) editor.current?.show(draft, corner);
  }, [sea, line, draft, corner]);

  return (
    <section className="grids-map" aria-label={t('grids.map')} data-drawing={drawing}>
      <div ref={container} className="grids-canvas" />
      <ZoomButtons sea={sea} home={() => firstBounds} />
      <p className="grids-note" role="status">
        {isError ? t('grids.error') : (map?.clusters.length ?? 0) > 0 ? t('grids.clusters') : null}
      </p>
    </section>
  );
}
