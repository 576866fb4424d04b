import type { View } from '@fourfold/live';
import { readPalette, SeaMap } from '@fourfold/map';
import { StateCard } from '@fourfold/ui';
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { useLive } from '../../data/live.ts';
import { useMapLand, useMapRings } from '../../data/sea.ts';
import { useI18n } from '../../i18n.ts';
import { useScope } from '../../shell/scope.tsx';
import { reduceMotion, useColours } from '../../theme.ts';
import { boxOf, placeData, widen } from './mapData.ts';
import { waterFeatures } from './waters.ts';

/** More than this of the island's own size is sea around it. */
const seaAround = 0.22;

export interface MapPaneProps {
  onPick(slot: number | null): void;
  onReady(sea: SeaMap | null): void;
  onView(view: View, zoom: number): void;
  home: RefObject<View>;
  children: ReactNode;
}

/** Owns the map's life; others fill its sources through the {@link SeaMap} it hands out. */
export function MapPane({ onPick, onReady, onView, home, children }: MapPaneProps) {
  const { t } = useI18n();
  const live = useLive();
  const { colours } = useColours();
  const container = useRef<HTMLDivElement>(null);
  const [sea, setSea] = useState<SeaMap | null>(null);
  const [failed, setFailed] = useState(false);
  const handlers = useRef({ onPick, onReady, onView, label: t('map.label') });
  handlers.current = { onPick, onReady, onView, label: t('map.label') };

  useEffect(() => {
    const element = container.current;
    if (!element) return;
    let made: SeaMap;
    try {
      made = new SeaMap({
        container: element,
        palette: readPalette(element),
        bounds: home.current,
        reduceMotion: reduceMotion(),
        label: handlers.current.label,
        onPick: (slot) => handlers.current.onPick(slot),
        onView: (view, zoom) => {
          live.view(view, zoom);
          handlers.current.onView(view, zoom);
        },
      });
    } catch {
      setFailed(true);
      return;
    }
    if (live.picture) made.show(live.picture);
    const stop = live.onPicture((picture) => made.show(picture));
    setSea(made);
    handlers.current.onReady(made);
    return () => {
      stop();
      handlers.current.onReady(null);
      setSea(null);
      made.remove();
    };
  }, [live, home]);

  const firstColours = useRef(colours);
  useEffect(() => {
    if (!sea || firstColours.current === colours || !container.current) return;
    firstColours.current = colours;
    sea.setPalette(readPalette(container.current));
  }, [sea, colours]);

  useBaseData(sea, home);

  return (
    <section className="map" aria-label={t('map.label')}>
      <div ref={container} className="map-canvas" />
      {failed ? (
        <StateCard icon="warning" tone="l2" title={t('map.noWebgl')}>
          {t('map.noWebglHint')}
        </StateCard>
      ) : null}
      {children}
    </section>
  );
}

/** Land, rings and place names; the first land also says where home is. */
function useBaseData(sea: SeaMap | null, home: RefObject<View>): void {
  const { data: land } = useMapLand();
  const { data: rings } = useMapRings();
  const { scope, choices } = useScope();
  const { t } = useI18n();
  const fitted = useRef<SeaMap | null>(null);
  useEffect(() => {
    if (!sea || !land) return;
    sea.setData('land', land);
    const box = boxOf(land);
    if (!box || fitted.current === sea) return;
    fitted.current = sea;
    home.current = widen(box, seaAround);
    // Whoever comes by an address with an alert or a vessel in it is there already.
    if (!sea.hasFlown) sea.fit(home.current);
  }, [sea, land, home]);
  useEffect(() => {
    if (sea && rings) sea.setData('rings', rings);
  }, [sea, rings]);
  useEffect(() => {
    sea?.setData('places', placeData(choices, waterFeatures(t)));
  }, [sea, choices, t]);
  useEffect(() => {
    if (sea && scope.centroid) sea.flyTo(scope.centroid.longitude, scope.centroid.latitude, 10);
  }, [sea, scope]);
}
