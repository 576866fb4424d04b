import type { CaseDetail, Position } from '@fourfold/api';
import { useMemo } from 'react';
import { useMapLand, useTrack, useUnit } from '../../data/sea.ts';
import { useMay } from '../../data/session.ts';
import { useI18n } from '../../i18n.ts';
import { waters } from '../sea/waters.ts';

const width = 440;
const height = 300;
const marginPixels = 40;
/** Half as wide as the longest name of a water is written. */
const waterMargin = 60;
/** Wide enough to show some coast, whose outline is true to about a kilometre; nearer it would only mislead. */
const smallestSpanDegrees = 0.3;

type Point = [x: number, y: number];

/** North up, all places inside, longitudes shortened by the latitude so that shapes stay true. */
function project(places: readonly Position[]): (place: Position) => Point {
  const latitudes = places.map((place) => place.latitude);
  const longitudes = places.map((place) => place.longitude);
  const middle = {
    latitude: (Math.min(...latitudes) + Math.max(...latitudes)) / 2,
    longitude: (Math.min(...longitudes) + Math.max(...longitudes)) / 2,
  };
  const shorten = Math.cos((middle.latitude * Math.PI) / 180);
  const tall = Math.max(...latitudes) - Math.min(...latitudes);
  const wide = (Math.max(...longitudes) - Math.min(...longitudes)) * shorten;
  const span = Math.max(
    smallestSpanDegrees,
    (tall * height) / (height - 2 * marginPixels),
    (wide * height) / (width - 2 * marginPixels),
  );
  const scale = height / span;
  return ({ latitude, longitude }) => [
    width / 2 + (longitude - middle.longitude) * shorten * scale,
    height / 2 - (latitude - middle.latitude) * scale,
  ];
}

const line = (points: readonly Point[]) => `M${points.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}`;

/** Where it happened, as a sketch: the coast, the target with its last trail, the scene. The sea page has the chart. */
export function CaseMap({ shown }: { shown: CaseDetail }) {
  const { t } = useI18n();
  const may = useMay();
  const alert = shown.alerts[0]?.alert;
  const { data: land } = useMapLand();
  const { data: track } = useTrack(may('picture.read') ? (alert?.trackId ?? null) : null);
  const target = alert?.position ?? shown.position ?? null;
  const scene = shown.workOrders.findLast((order) => order.report?.position)?.report?.position ?? null;
  const trail = track?.trail;
  const sent = shown.workOrders.findLast(({ state }) => state !== 'cancelled' && state !== 'returned')?.unit ?? null;
  const { data: unit } = useUnit(may('directory.read') ? (sent?.id ?? null) : null);
  const station = unit?.position ?? null;
  const at = useMemo(() => {
    const places = [target, scene, station, ...(trail ?? []).map((point) => point.position)].filter(
      (place) => place !== null,
    );
    return places.length > 0 ? project(places as Position[]) : null;
  }, [target, scene, station, trail]);
  const coast = useMemo(() => (at && land ? outline(land, at) : ''), [at, land]);
  if (!at || !target) return null;
  return (
    <figure className="case-map">
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={t('map.case.label')}
        preserveAspectRatio="xMidYMid slice"
      >
        <rect width={width} height={height} className="case-sea" />
        <path d={coast} className="case-land" fillRule="evenodd" />
        {waters.map((water) => (
          <WaterName key={water.key} at={at(water.position)} name={t(water.key)} />
        ))}
        {station ? <path d={line([at(station), at(target)])} className="case-way" /> : null}
        {trail && trail.length > 1 ? <path d={line(trail.map((p) => at(p.position)))} className="case-trail" /> : null}
        <Mark at={at(target)} label={t('map.case.target')} kind="target" />
        {station && sent ? <Mark at={at(station)} label={sent.name} kind="station" /> : null}
        {scene ? <Mark at={at(scene)} label={t('map.case.scene')} kind="scene" /> : null}
      </svg>
      <figcaption className="t3">{t('map.case.sketch')}</figcaption>
    </figure>
  );
}

/** The name of a water, where all of it fits in. */
function WaterName({ at: [x, y], name }: { at: Point; name: string }) {
  const inside = x > waterMargin && x < width - waterMargin && y > marginPixels / 2 && y < height - marginPixels;
  return inside ? (
    <text x={x} y={y} className="case-water">
      {name}
    </text>
  ) : null;
}

const shapes = {
  target: <circle r="9" />,
  scene: <path d="M0-9 9 0 0 9-9 0Z" />,
  station: <path d="M-6-6h12v12h-12Z" />,
};

/** A place with its name, which stands on the side that has room. */
function Mark({ at: [x, y], label, kind }: { at: Point; label: string; kind: keyof typeof shapes }) {
  const left = x > width * 0.62;
  return (
    <g transform={`translate(${x} ${y})`} className={`case-${kind}`}>
      {shapes[kind]}
      <text x={left ? -15 : 15} y={kind === 'target' ? -6 : 18} textAnchor={left ? 'end' : 'start'}>
        {label}
      </text>
    </g>
  );
}

function outline(land: NonNullable<ReturnType<typeof useMapLand>['data']>, at: (place: Position) => Point): string {
  return land.features
    .flatMap(({ geometry }) => {
      if (geometry.type === 'Polygon') return geometry.coordinates;
      return geometry.type === 'MultiPolygon' ? geometry.coordinates.flat() : [];
    })
    .map((ring) => `${line(ring.map(([longitude = 0, latitude = 0]) => at({ latitude, longitude })))}Z`)
    .join('');
}
