import '../sea/map.css';
import { type Corner, ellipseOutline, readPalette, SeaMap } from '@fourfold/map';
import type { Feature, FeatureCollection, Geometry } from 'geojson';
import { useEffect, useRef, useState } from 'react';
import { useMapLand } from '../../data/sea.ts';
import { useI18n } from '../../i18n.ts';
import { reduceMotion, useColours } from '../../theme.ts';
import { ZoomButtons } from '../sea/MapTools.tsx';
import { boxOf, widen } from '../sea/mapData.ts';
import { boxAround } from '../sea/radar.ts';
import { firstBounds } from '../sea/waters.ts';

const seaAround = 0.15;

export interface PlaceMapProps {
  latitude: number | null;
  longitude: number | null;
  rangeMetres: number;
  onPick(latitude: number, longitude: number): void;
}

/** A small chart on which a click is a place. Its twin for the keyboard are the two fields above it. */
export default function PlaceMap({ latitude, longitude, rangeMetres, onPick }: PlaceMapProps) {
  const { t } = useI18n();
  const { colours } = useColours();
  const { data: land } = useMapLand();
  const container = useRef<HTMLDivElement>(null);
  const [sea, setSea] = useState<SeaMap | null>(null);
  const newest = useRef({ onPick, latitude, longitude, rangeMetres, label: t('sensor.pick') });
  newest.current = { onPick, latitude, longitude, rangeMetres, label: t('sensor.pick') };

  // biome-ignore lint/correctness/useExhaustiveDependencies: other colours make another map; it is small
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
        onView: () => {},
      });
    } catch {
      return; // Without WebGL the place is typed.
    }
    made.setDrawing(true);
    made.map.on('click', ({ lngLat }) => newest.current.onPick(lngLat.lat, lngLat.lng));
    setSea(made);
    return () => {
      setSea(null);
      made.remove();
    };
  }, [colours]);

  useEffect(() => {
    if (!sea || !land) return;
    sea.setData('land', land);
    const box = boxOf(land);
    const { latitude, longitude, rangeMetres } = newest.current;
    const circle = circleOf(latitude, longitude, rangeMetres);
    const first = circle ? boxAround(circle) : box && widen(box, seaAround);
    if (first) sea.fit(first);
  }, [sea, land]);

  useEffect(() => {
    sea?.setData('draft', markOf(latitude, longitude, rangeMetres));
  }, [sea, latitude, longitude, rangeMetres]);

  return (
    <figure className="place-map">
      <div ref={container} className="place-canvas" />
      <ZoomButtons sea={sea} home={() => (land && boxOf(land)) ?? firstBounds} />
      <figcaption className="hint">{t('sensor.pickHint')}</figcaption>
    </figure>
  );
}

/** Its farthest range, if the place is one on a chart. */
function circleOf(latitude: number | null, longitude: number | null, metres: number): Corner[] | null {
  if (latitude === null || longitude === null || Math.abs(latitude) > 85 || Math.abs(longitude) > 180) return null;
  return ellipseOutline([longitude, latitude], { majorMetres: metres, minorMetres: metres, majorDegrees: 0 });
}

function markOf(latitude: number | null, longitude: number | null, metres: number): FeatureCollection | null {
  const circle = circleOf(latitude, longitude, metres);
  if (!circle) return null;
  const feature = (geometry: Geometry): Feature => ({
    type: 'Feature',
    properties: { chosen: true, middle: false },
    geometry,
  });
  return {
    type: 'FeatureCollection',
    features: [
      feature({ type: 'LineString', coordinates: circle }),
      feature({ type: 'Point', coordinates: [longitude ?? 0, latitude ?? 0] }),
    ],
  };
}
