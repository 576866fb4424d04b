import type { GroundGrid, Position } from '@fourfold/api';
import { Icon } from '@fourfold/ui';
import { type ReactNode, useMemo, useRef } from 'react';
import { useI18n } from '../i18n.ts';
import { useKept, useMe } from '../phone/context.tsx';
import { offset, scaleBar } from '../phone/geo.ts';
import { groundKey, type KeptGround, middle } from '../phone/ground.ts';
import type { Own } from '../phone/own.ts';
import type { Land } from '../phone/phone.ts';
import { useWords } from '../words.ts';
import { type Frame, height, useFrame, width } from './mapFrame.ts';
import { type Box, clearHeight, covered, legible } from './mapLabels.ts';

/** Something to be found on the map. */
export interface Mark {
  id: string;
  position: Position;
  label: string;
  tone: 'work' | 'due' | 'done' | 'next';
  /** Who is so near has been there. */
  radiusMetres?: number;
}

const noMarks: readonly Mark[] = [];

interface GroundMapProps {
  /** What the map says to who cannot see it. */
  label: string;
  own: Own | null;
  marks?: readonly Mark[];
  /** Draws the marks as a way, in their order. */
  way?: boolean;
  /** Where to look at first; without it, one's own grids. */
  at?: Position | null;
  /** The place below the cross changed: the map is for putting something somewhere. */
  onPick?: (position: Position) => void;
  children?: ReactNode;
}

/**
 * The worker's own ground, from what is kept on the phone alone: grids, coast, work, oneself. One thumb moves it, two make
 * it larger, and so do the buttons; with a keyboard, arrows and plus and minus.
 */
export function GroundMap(props: GroundMapProps) {
  const { t } = useI18n();
  const { own, marks = noMarks, onPick } = props;
  const ground = useKept<KeptGround>(groundKey(useMe().person.id));
  const land = useKept<Land>('land');
  const { at, way } = props;
  // Oneself is the place to begin at only where there is nothing else to be seen.
  const here = at || (way && marks.length > 0) || ground?.own.length ? null : (own?.position ?? null);
  const origin = useMemo(() => startOf(at, here, ground?.own, way ? marks : noMarks), [at, here, ground, way, marks]);
  const svg = useRef<SVGSVGElement>(null);
  const frame = useFrame(svg, origin, onPick);
  const spots = marks.map(({ id, position, label }) => {
    const [x, y] = frame.at(position);
    return { id, x, y, label };
  });
  const labelled = legible(spots, [tools]);
  const taken = [...covered(spots, labelled), ...(own ? [aroundMe(frame.at(own.position))] : [])];
  const shapes = useMemo(() => drawn(ground, land, frame.origin), [ground, land, frame.origin]);
  return (
    <figure className="ground">
      <svg
        ref={svg}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={props.label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what can be moved must be reachable by keyboard
        tabIndex={0}
        {...frame.handlers}
      >
        <g transform={frame.transform}>
          <path d={shapes.land} className="way-land" fillRule="evenodd" />
          <path d={shapes.neighbours} className="ground-beside" fillRule="evenodd" />
          <path d={shapes.own} className="ground-own" fillRule="evenodd" />
        </g>
        <Names grids={ground?.neighbours ?? []} frame={frame} own={false} taken={taken} />
        <Names grids={ground?.own ?? []} frame={frame} own taken={taken} />
        {way ? (
          <path d={`M${marks.map((mark) => frame.at(mark.position).join(' ')).join('L')}`} className="ground-way" />
        ) : null}
        {marks.map((mark, index) => (
          <MarkOn
            key={mark.id}
            mark={labelled.has(mark.id) ? mark : { ...mark, label: '' }}
            number={way ? index + 1 : undefined}
            frame={frame}
          />
        ))}
        {own ? <Me own={own} frame={frame} /> : null}
        {onPick ? (
          <path
            d={`M${width / 2}-22v44M${width / 2 - 22} 0h44`}
            transform={`translate(0 ${height / 2})`}
            className="ground-cross"
          />
        ) : null}
        <Bar frame={frame} />
      </svg>
      <div className="ground-tools">
        <button
          type="button"
          className="icon-button edged"
          aria-label={t('ground.closer')}
          onClick={() => frame.zoom(1.6)}
        >
          <Icon name="plus" size={24} />
        </button>
        <button
          type="button"
          className="icon-button edged"
          aria-label={t('ground.wider')}
          onClick={() => frame.zoom(1 / 1.6)}
        >
          <Icon name="minus" size={24} />
        </button>
        {own ? (
          <button
            type="button"
            className="icon-button edged"
            aria-label={t('ground.toMe')}
            onClick={() => frame.lookAt(own.position)}
          >
            <Icon name="target" size={24} />
          </button>
        ) : null}
      </div>
      <figcaption>
        {props.children}
        <span>{t('map.sketch')}</span>
      </figcaption>
    </figure>
  );
}

/** Where the map begins, and how many metres it shows from top to bottom. */
export interface Start {
  centre: Position;
  spanMetres: number;
}

/** Where the buttons lie over the map. */
const tools: Box = [width - 64, 0, width, 160];
/** Where the person is drawn, with the word beside it. */
const aroundMe = ([x, y]: readonly [number, number]): Box => [x - 40, y - 14, x + 14, y + 28];
const leastSpan = 300;
const island = { centre: { latitude: 19.2, longitude: 109.75 }, spanMetres: 260_000 };

function startOf(
  at: Position | null | undefined,
  here: Position | null,
  grids: readonly GroundGrid[] = [],
  marks: readonly Mark[],
): Start {
  if (at) return { centre: at, spanMetres: 600 };
  if (marks.length > 0) return around(marks.map(({ position }) => position));
  const found = middle(grids);
  if (found)
    return around([
      { latitude: found.box.south, longitude: found.box.west },
      { latitude: found.box.north, longitude: found.box.east },
    ]);
  return here ? { centre: here, spanMetres: 2_000 } : island;
}

function around(places: readonly Position[]): Start {
  const latitudes = places.map(({ latitude }) => latitude);
  const longitudes = places.map(({ longitude }) => longitude);
  const [south, north] = [Math.min(...latitudes), Math.max(...latitudes)];
  const [west, east] = [Math.min(...longitudes), Math.max(...longitudes)];
  const [wide, high] = offset({ latitude: south, longitude: west }, { latitude: north, longitude: east });
  return {
    centre: { latitude: (south + north) / 2, longitude: (west + east) / 2 },
    spanMetres: Math.max(leastSpan, high * 1.5, (wide * 1.5 * height) / width),
  };
}

/** Everything that does not move, in metres from the origin: drawn once, and only shifted afterwards. */
function drawn(ground: KeptGround | undefined, land: Land | undefined, origin: Position) {
  const line = (ring: readonly (readonly number[])[]) =>
    `M${ring
      .map(([longitude = 0, latitude = 0]) => {
        const [east, north] = offset(origin, { latitude, longitude });
        return `${east.toFixed(0)} ${(-north).toFixed(0)}`;
      })
      .join('L')}Z`;
  const outlines = (grids: readonly GroundGrid[] = []) => grids.flatMap(({ rings }) => rings.map(line)).join('');
  const coast = (land?.features ?? []).flatMap(({ geometry }) =>
    geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat(),
  );
  return { own: outlines(ground?.own), neighbours: outlines(ground?.neighbours), land: coast.map(line).join('') };
}

/** Names of grids, where there is room for them. */
function Names(props: {
  grids: readonly GroundGrid[];
  frame: Frame;
  own: boolean;
  /** Where marks and the person are drawn: a name goes above or below them, or is left out. */
  taken: readonly Box[];
}) {
  const { grids, frame, own, taken } = props;
  const leastPixels = 60;
  return grids.map((grid) => {
    const found = middle([grid]);
    if (!found) return null;
    const [x, y] = frame.at(found.centre);
    const [left] = frame.at({ latitude: found.centre.latitude, longitude: found.box.west });
    if (2 * (x - left) < leastPixels || x < 0 || y < 0 || x > width || y > height) return null;
    const clear = clearHeight(grid.name, x, y, taken);
    if (clear === undefined) return null;
    return (
      <text key={grid.id} x={x} y={clear} textAnchor="middle" className={own ? 'ground-name own' : 'ground-name'}>
        {grid.name}
      </text>
    );
  });
}

function MarkOn({ mark, number, frame }: { mark: Mark; number?: number; frame: Frame }) {
  const [x, y] = frame.at(mark.position);
  const radius = (mark.radiusMetres ?? 0) * frame.pixelsPerMetre;
  return (
    <g transform={`translate(${x.toFixed(1)} ${y.toFixed(1)})`} className="ground-mark" data-tone={mark.tone}>
      {radius > 0 ? <circle r={radius} className="ground-near" /> : null}
      <circle r="13" className="ground-dot" />
      <text y="5" textAnchor="middle" className="ground-number">
        {mark.tone === 'done' ? '✓' : (number ?? '!')}
      </text>
      <text x="18" y="5">
        {mark.label}
      </text>
    </g>
  );
}

function Me({ own, frame }: { own: Own; frame: Frame }) {
  const { t } = useI18n();
  const [x, y] = frame.at(own.position);
  return (
    <g>
      <circle
        cx={x}
        cy={y}
        r={Math.min(width, Math.max(14, own.accuracyMetres * frame.pixelsPerMetre))}
        className="way-accuracy"
      />
      <circle cx={x} cy={y} r="8" className="way-own" />
      <text x={x - 12} y={y + 22} textAnchor="end">
        {t('map.me')}
      </text>
    </g>
  );
}

function Bar({ frame }: { frame: Frame }) {
  const words = useWords();
  const metres = scaleBar(width / frame.pixelsPerMetre);
  const pixels = metres * frame.pixelsPerMetre;
  return (
    <g transform={`translate(16 ${height - 14})`} className="way-scale">
      <path d={`M0-5V0H${pixels}V-5`} />
      <text y="-8">{words.distance(metres)}</text>
    </g>
  );
}
