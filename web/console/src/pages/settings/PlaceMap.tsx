import { ellipseOutline, readPalette, SeaMap } from '@fourfold/map';
import type { FeatureCollection } from 'geojson';
import { useEffect, useRef, useState } from 'react';
import { useMapLand } from '../../data/sea.ts';
import { useI18n } from '../../i18n.ts';
import { reduceMotion, useColours } from '../../theme.ts';
import { ZoomButtons } from '../sea/MapTools.tsx';
import { boxOf, widen } from '../sea/mapData.ts';
import { firstBounds } from '../sea/waters.ts';

const seaAround = 0.15;
/** Near enough to tell a headland from the next. */
const placeZoom = 10;

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
  const newest = useRef({ onPick, latitude, longitude, label: t('sensor.pick') });
  newest.current = { onPick, latitude, longitude, label: t('sensor.pick') };

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
    const { latitude, longitude } = newest.current;
    if (latitude !== null && longitude !== null) sea.flyTo(longitude, latitude, placeZoom);
    else if (box) sea.fit(widen(box, seaAround));
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

function markOf(latitude: number | null, longitude: number | null, metres: number): FeatureCollection | null {
  if (latitude === null || longitude === null || Math.abs(latitude) > 89 || Math.abs(longitude) > 180) return null;
  const round = { majorMetres: metres, minorMetres: metres, majorDegrees: 0 };
  return {
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        properties: {},
        geometry: { type: 'LineString', coordinates: ellipseOutline([longitude, latitude], round) },
      },
      {
        type: 'Feature',
        properties: { chosen: true, middle: false },
        geometry: { type: 'Point', coordinates: [longitude, latitude] },
      },
    ],
  };
}
