import type { Alert } from '@fourfold/api';
import type { View } from '@fourfold/live';
import { LevelBadge } from '@fourfold/ui';
import type { Position } from 'geojson';
import { type MouseEvent, useMemo } from 'react';
import { useLiveValue } from '../../data/live.ts';
import { useMapLand } from '../../data/sea.ts';
import { useI18n } from '../../i18n.ts';
import { boxOf, widen } from './mapData.ts';
import { open } from './open.ts';

const width = 220;
const badge = 14;

export interface OverviewProps {
  alerts: readonly Alert[];
  view: View | null;
  onGo(longitude: number, latitude: number): void;
}

/** The whole island in a corner: where the alerts are, and which part the map shows. */
export function Overview({ alerts, view, onGo }: OverviewProps) {
  const { t } = useI18n();
  const { data: land } = useMapLand();
  const total = useLiveValue((live) => live.status?.total);
  const drawn = useMemo(() => {
    const box = land ? boxOf(land) : null;
    if (!land || !box) return null;
    const projection = project(widen(box, 0.12));
    const rings = land.features.flatMap(({ geometry }) =>
      geometry.type === 'Polygon'
        ? geometry.coordinates
        : geometry.type === 'MultiPolygon'
          ? geometry.coordinates.flat()
          : [],
    );
    return { ...projection, path: rings.map((ring) => pathOf(ring, projection.at)).join('') };
  }, [land]);
  if (!drawn) return null;
  const go = (event: MouseEvent<SVGSVGElement>) => {
    const frame = event.currentTarget.getBoundingClientRect();
    const share = width / frame.width;
    onGo(...drawn.back((event.clientX - frame.left) * share, (event.clientY - frame.top) * share));
  };
  return (
    <figure className="overview">
      <svg viewBox={`0 0 ${width} ${drawn.height}`} onClick={go} aria-hidden="true">
        <path d={drawn.path} className="overview-land" />
        {view ? <ViewFrame view={view} at={drawn.at} height={drawn.height} /> : null}
        {byGravity(alerts).map((alert) => {
          const [x, y] = drawn.at(alert.position.longitude, alert.position.latitude);
          return (
            <g key={alert.id} transform={`translate(${x - badge / 2} ${y - badge / 2})`}>
              <LevelBadge level={alert.level} size={badge} />
            </g>
          );
        })}
      </svg>
      {total === undefined ? null : <figcaption>{t('map.overview', { count: total })}</figcaption>}
    </figure>
  );
}

/** The gravest last, so that it lies on top. */
const byGravity = (alerts: readonly Alert[]) => alerts.filter(open).sort((a, b) => b.level - a.level);

function ViewFrame({ view, at, height }: { view: View; at: At; height: number }) {
  const [left, top] = at(view[0], view[3]);
  const [right, bottom] = at(view[2], view[1]);
  const x = Math.max(0.5, left);
  const y = Math.max(0.5, top);
  return (
    <rect
      className="overview-view"
      x={x}
      y={y}
      width={Math.max(2, Math.min(width - 0.5, right) - x)}
      height={Math.max(2, Math.min(height - 0.5, bottom) - y)}
    />
  );
}

type At = (longitude: number, latitude: number) => [number, number];

/** Flat is true enough here: degrees, narrowed by the middle latitude. */
function project([west, south, east, north]: View) {
  const narrow = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = width / ((east - west) * narrow);
  const at: At = (longitude, latitude) => [(longitude - west) * narrow * scale, (north - latitude) * scale];
  const back: At = (x, y) => [west + x / (narrow * scale), north - y / scale];
  return { at, back, height: Math.round((north - south) * scale) };
}

function pathOf(ring: Position[], at: At): string {
  const points = ring.map(([longitude = 0, latitude = 0]) => {
    const [x, y] = at(longitude, latitude);
    return `${x.toFixed(1)} ${y.toFixed(1)}`;
  });
  return `M${points.join('L')}Z`;
}
