import type { Position } from '@fourfold/api';
import { useMemo } from 'react';
import { useI18n } from '../i18n.ts';
import { useKept } from '../phone/context.tsx';
import { bearingDegrees, distanceMetres, offset, scaleBar } from '../phone/geo.ts';
import type { Own } from '../phone/own.ts';
import type { Land } from '../phone/phone.ts';
import { useWords } from '../words.ts';

const width = 358;
const height = 200;
/** Metres shown at least, so that standing beside the target does not magnify the error of the outline. */
const smallestSpanMetres = 600;
const marginPixels = 44;

interface View {
  at(position: Position): [x: number, y: number];
  pixelsPerMetre: number;
}

/** Fits target and own position into the box, north up. */
function fit(target: Position, own: Position | null): View {
  const [east, north] = own ? offset(target, own) : [0, 0];
  const span = Math.max(
    smallestSpanMetres,
    (Math.abs(east) / (width - 2 * marginPixels)) * height,
    (Math.abs(north) / (height - 2 * marginPixels)) * height,
  );
  const pixelsPerMetre = height / Math.max(span, own ? smallestSpanMetres : 20_000);
  return {
    pixelsPerMetre,
    at(position) {
      const [e, n] = offset(target, position);
      return [width / 2 + (e - east / 2) * pixelsPerMetre, height / 2 - (n - north / 2) * pixelsPerMetre];
    },
  };
}

function outline(land: Land | undefined, view: View): string {
  const rings = (land?.features ?? []).flatMap(({ geometry }) =>
    geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat(),
  );
  return rings
    .map((ring) => {
      const points = ring.map(([longitude = 0, latitude = 0]) => {
        const [x, y] = view.at({ latitude, longitude });
        return `${x.toFixed(1)} ${y.toFixed(1)}`;
      });
      return `M${points.join('L')}Z`;
    })
    .join('');
}

/** Nearer than this one is there. */
const arrivedMetres = 5;

/** The way there without any map service: the coast as kept on the phone, me, the target, and the line between. */
export function WayMap({ target, own }: { target: Position; own: Own | null }) {
  const { t } = useI18n();
  const words = useWords();
  const land = useKept<Land>('land');
  const view = useMemo(() => fit(target, own?.position ?? null), [target, own]);
  const path = useMemo(() => outline(land, view), [land, view]);
  const metres = own ? distanceMetres(own.position, target) : null;
  const distance = metres === null ? null : words.distance(metres);
  const bearing = own ? words.bearing(bearingDegrees(own.position, target)) : null;
  const label = distance && bearing ? t('map.label', { distance, bearing }) : t('map.noOwn');
  // Who stands there is led nowhere: of a few metres a phone tells no direction.
  const way =
    metres !== null && metres < arrivedMetres
      ? t('map.here')
      : distance && bearing
        ? t('map.straight', { distance, bearing })
        : t('map.noOwn');
  const bar = scaleBar(width / view.pixelsPerMetre);
  const [x, y] = view.at(target);
  return (
    <figure className="way">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
        <path d={path} className="way-land" fillRule="evenodd" />
        {own ? (
          <OwnMark at={view.at(own.position)} to={[x, y]} radius={own.accuracyMetres * view.pixelsPerMetre} />
        ) : null}
        <g transform={`translate(${x} ${y})`}>
          <circle r="26" className="way-around" />
          <path d="M0 0c9-10 13-16 13-22a13 13 0 0 0-26 0c0 6 4 12 13 22Z" className="way-target" />
          <circle cy="-22" r="4.5" className="way-hole" />
          <text x="18" y="-20">
            {t('map.target')}
          </text>
        </g>
        <g transform={`translate(${width - 16 - bar * view.pixelsPerMetre} ${height - 14})`} className="way-scale">
          <path d={`M0-5V0H${bar * view.pixelsPerMetre}V-5`} />
          <text x={bar * view.pixelsPerMetre} y="-8" textAnchor="end">
            {words.distance(bar)}
          </text>
        </g>
      </svg>
      <figcaption>
        <strong>{way}</strong>
        <span>{t('map.sketch')}</span>
      </figcaption>
    </figure>
  );
}

function OwnMark({ at: [x, y], to, radius }: { at: [number, number]; to: [number, number]; radius: number }) {
  const { t } = useI18n();
  return (
    <g>
      <path d={`M${x} ${y}L${to[0]} ${to[1]}`} className="way-line" />
      <circle cx={x} cy={y} r={Math.min(60, Math.max(14, radius))} className="way-accuracy" />
      <circle cx={x} cy={y} r="8" className="way-own" />
      <text x={x + 14} y={y + 20}>
        {t('map.me')}
      </text>
    </g>
  );
}
