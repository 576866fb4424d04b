import '../sea/map.css';
import type { GridFault } from '@fourfold/api';
import { type Outline, readPalette, SeaMap, ZoneEditor } from '@fourfold/map';
import { useEffect, useRef, useState } from 'react';
import { useMapLand } from '../../data/sea.ts';
import { useI18n } from '../../i18n.ts';
import { reduceMotion, useColours } from '../../theme.ts';
import { ZoomButtons } from '../sea/MapTools.tsx';
import { firstBounds } from '../sea/waters.ts';
import { useGridMap, type Window } from './data.ts';
import { gridAt, mapData } from './shapes.ts';

export interface GridMapProps {
  chosen: string | null;
  /** What to fly to when it changes. */
  target: Window | null;
  faults: readonly GridFault[];
  /** The boundary being drawn; null while nothing is. */
  outline: Outline | null;
  onOutline(outline: Outline): void;
  onPick(id: string): void;
}

/** Grids of what the map shows: boundaries, or numbers where there are too many. The list beside it is its twin for the keyboard. */
export default function GridMap({ chosen, target, faults, outline, onOutline, onPick }: GridMapProps) {
  const { t } = useI18n();
  const { colours } = useColours();
  const { data: land } = useMapLand();
  const container = useRef<HTMLDivElement>(null);
  const [sea, setSea] = useState<SeaMap | null>(null);
  const [window, setWindow] = useState<Window | null>(null);
  const [corner, setCorner] = useState(-1);
  const { data: map, isError } = useGridMap(window);
  const newest = useRef({ map, onPick, onOutline, label: t('grids.map') });
  newest.current = { map, onPick, onOutline, label: t('grids.map') };
  const drawing = outline !== null;

  // biome-ignore lint/correctness/useExhaustiveDependencies: other colours make another map
  useEffect(() => {
    const element = container.current;
    if (!element) return;
    let made: SeaMap;
    try {
      made = new SeaMap({
        container: element,
        palette: readPalette(element),
        bounds: firstBounds,
        reduceMotion: reduceMotion(),
        label: newest.current.label,
        onPick: () => {},
        onView: (view) => setWindow([...view]),
      });
    } catch {
      return; // Without WebGL there is the list.
    }
    made.map.on('click', ({ lngLat }) => {
      const id = gridAt(newest.current.map, [lngLat.lng, lngLat.lat]);
      if (id) newest.current.onPick(id);
    });
    setSea(made);
    return () => {
      setSea(null);
      made.remove();
    };
  }, [colours]);

  useEffect(() => {
    if (sea && land) sea.setData('land', land);
  }, [sea, land]);
  useEffect(() => {
    sea?.setData('zones', mapData(map, chosen, faults));
  }, [sea, map, chosen, faults]);
  useEffect(() => {
    if (sea && target) sea.fit([...target]);
  }, [sea, target]);

  const editor = useRef<ZoneEditor | null>(null);
  useEffect(() => {
    if (!sea || !drawing) return;
    const made = new ZoneEditor(sea, (next) => newest.current.onOutline(next), setCorner);
    editor.current = made;
    return () => made.end();
  }, [sea, drawing]);
  useEffect(() => {
    if (outline) editor.current?.show(outline, corner);
  }, [outline, corner]);

  return (
    <section className="grids-map" aria-label={t('grids.map')}>
      <div ref={container} className="grids-canvas" />
      <ZoomButtons sea={sea} home={() => firstBounds} />
      <p className="grids-note" role="status">
        {isError ? t('grids.error') : (map?.clusters.length ?? 0) > 0 ? t('grids.clusters') : null}
      </p>
    </section>
  );
}
