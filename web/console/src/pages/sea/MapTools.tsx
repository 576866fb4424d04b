import type { Coverage } from '@fourfold/api';
import type { View } from '@fourfold/live';
import type { ScaleBar, SeaMap } from '@fourfold/map';
import { Icon, type IconName } from '@fourfold/ui';
import type { ReactNode } from 'react';
import { useLiveValue } from '../../data/live.ts';
import { useMapLand } from '../../data/sea.ts';
import { useI18n } from '../../i18n.ts';
import { useWords } from '../../words.ts';
import { type LayerName, type Layers, layerNames } from './layers.ts';
import { heightsOf } from './radar.ts';

export type RingFocus = 0 | 1 | 2 | null;

const rings = [
  { ring: 0, name: 'near-sea', count: 'nearSea' },
  { ring: 1, name: 'shoreline', count: 'shoreline' },
  { ring: 2, name: 'on-island', count: 'onIsland' },
] as const;

/** The three rings of awareness with how many are in each; choosing one dims the others. */
export function RingSwitch({ ring, onChange }: { ring: RingFocus; onChange(ring: RingFocus): void }) {
  const { t } = useI18n();
  const counts = useLiveValue((live) => live.status?.rings);
  return (
    <fieldset className="segmented" aria-label={t('map.rings')}>
      {rings.map(({ ring: value, name, count }) => (
        <button
          key={name}
          type="button"
          aria-pressed={ring === value}
          onClick={() => onChange(ring === value ? null : value)}
        >
          {counts ? t('map.ringCount', { ring: t(`ring.${name}`), count: counts[count] }) : t(`ring.${name}`)}
        </button>
      ))}
    </fieldset>
  );
}

export function LayerSwitches({ layers, onChange }: { layers: Layers; onChange(layers: Layers): void }) {
  const { t } = useI18n();
  const toggle = (name: LayerName) => onChange({ ...layers, [name]: !layers[name] });
  return (
    <fieldset className="toggles" aria-label={t('map.layers')}>
      {layerNames.map((name) => (
        <button key={name} type="button" className="toggle" aria-pressed={layers[name]} onClick={() => toggle(name)}>
          {t(`map.layer.${name}`)}
        </button>
      ))}
    </fieldset>
  );
}

export function ToolButton(props: { icon: IconName; label: string; pressed?: boolean; onClick(): void }) {
  return (
    <button
      type="button"
      className="toggle"
      aria-pressed={props.pressed}
      aria-label={props.label}
      title={props.label}
      onClick={props.onClick}
    >
      <Icon name={props.icon} size={16} />
    </button>
  );
}

/** Dragging and wheeling the map, by button. */
export function ZoomButtons({ sea, home }: { sea: SeaMap | null; home: () => View }) {
  const { t } = useI18n();
  return (
    <div className="zoom-buttons">
      <ToolButton icon="plus" label={t('map.zoomIn')} onClick={() => sea?.map.zoomIn()} />
      <ToolButton icon="minus" label={t('map.zoomOut')} onClick={() => sea?.map.zoomOut()} />
      <ToolButton icon="island" label={t('map.home')} onClick={() => sea?.fit(home())} />
    </div>
  );
}

const arrow = 'M8 1.5 12 14 8 11.2 4 14Z';
/** The same with only its corners drawn, as the chart has it. */
const corners = 'M6.3 7 8 1.5 9.7 7M10.8 9.8 12 14 9.2 12M5.2 9.8 4 14 6.8 12';

interface LegendProps {
  layers: Layers;
  radars: boolean;
  /** Empty while no layer shows them. */
  coverages: readonly Coverage[];
}

/** What the symbols mean, with how many of each there are. */
export function Legend({ layers, radars, coverages }: LegendProps) {
  const { t } = useI18n();
  const sources = useLiveValue((live) => live.status?.sources);
  const heights = heightsOf(coverages);
  const seen = radars || (sources?.radarOnly ?? 0) + (sources?.fused ?? 0) > 0;
  const count = (n: number | undefined) => (n === undefined ? null : <b>{n}</b>);
  return (
    <ul className="legend" aria-label={t('map.legend')}>
      <li>
        <Glyph>
          <path d={arrow} fill="none" stroke="currentColor" strokeWidth="1.3" />
        </Glyph>
        {t('source.ais-only')} {count(sources?.aisOnly)}
      </li>
      {sources && sources.radarOnly > 0 ? (
        <li>
          <Glyph>
            <circle cx="8" cy="8" r="5" fill="none" stroke="currentColor" strokeWidth="1.3" />
            <circle cx="8" cy="8" r="1.5" fill="currentColor" />
          </Glyph>
          {t('source.radar-only')} {count(sources.radarOnly)}
        </li>
      ) : null}
      {sources && sources.fused > 0 ? (
        <li>
          <Glyph>
            <path d={arrow} fill="currentColor" />
          </Glyph>
          {t('source.fused')} {count(sources.fused)}
        </li>
      ) : null}
      <li>
        <Glyph>
          <path d="M8 4 12 8 8 12 4 8Z" fill="currentColor" />
        </Glyph>
        {t('map.legend.moored')} {count(sources?.moored)}
      </li>
      <li>
        <Glyph>
          <path d={arrow} fill="none" stroke="currentColor" strokeWidth="1.3" strokeDasharray="2 2" opacity="0.7" />
        </Glyph>
        {t('map.legend.lost')} {count(sources?.lost)}
      </li>
      {seen ? (
        <>
          <li>
            <Glyph>
              <path d={corners} fill="none" stroke="currentColor" strokeWidth="1.4" />
            </Glyph>
            {t('source.ghost')}
          </li>
          <li>
            <Glyph>
              <path d={arrow} fill="none" stroke="currentColor" strokeWidth="1" strokeLinejoin="round" />
              <path d="M8 5.6 10 11.6 8 10.2 6 11.6Z" fill="currentColor" />
            </Glyph>
            {t('source.contradicted')}
          </li>
        </>
      ) : null}
      <li>
        <Glyph>
          <path d="M1 8h14" stroke="currentColor" />
        </Glyph>
        {t('map.legend.vector')}
      </li>
      <li>
        <Glyph>
          <path d="M0 8h16" stroke="var(--accent)" strokeDasharray="5 3" />
        </Glyph>
        {t('map.legend.belt')}
      </li>
      <li>
        <Glyph>
          <path d="M0 8h16" stroke="currentColor" strokeDasharray="1 3" />
        </Glyph>
        {t('map.legend.nearSea')}
      </li>
      {layers.coverage && radars ? (
        <>
          <li>
            <Glyph>
              <path d="M1.5 8h14" stroke="var(--t2)" strokeWidth="2.2" strokeLinecap="round" strokeDasharray="0.01 6" />
            </Glyph>
            {t('map.legend.coverage')}
          </li>
          {coverages.some(({ hidden }) => hidden.length > 0) ? (
            <li>
              <Glyph>
                <path d="M0 8 8 0M0 16 16 0M8 16 16 8" stroke="var(--t2)" strokeWidth="1.2" opacity="0.6" />
              </Glyph>
              {t('map.legend.hidden')}
            </li>
          ) : null}
          {heights !== 'known' ? (
            <li>
              <Glyph>
                <path d="M1 13 6 5l3 4 2-3 4 7Z" fill="none" stroke="var(--t3)" strokeWidth="1.3" />
              </Glyph>
              {t(`map.legend.heights.${heights}`)}
            </li>
          ) : null}
          <li>
            <Glyph>
              <path d="M0 8h16" stroke="var(--l2)" strokeWidth="1.5" strokeDasharray="5 3" />
            </Glyph>
            {t('map.legend.silentRadar')}
          </li>
        </>
      ) : null}
      {layers.clutter && radars ? (
        <li>
          <Glyph>
            <path d="M3 3h5v5H3ZM8 8h5v5H8Z" fill="var(--t2)" opacity="0.5" />
          </Glyph>
          {t('map.legend.clutter')}
        </li>
      ) : null}
    </ul>
  );
}

function Glyph({ children }: { children: ReactNode }) {
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {children}
    </svg>
  );
}

/** How far, and how far the outline itself may be trusted. */
export function Scale({ scale }: { scale: ScaleBar | null }) {
  const { t, language } = useI18n();
  const say = useWords();
  const { data: land } = useMapLand();
  // The outline that ships with us has no approval; an operator's own brings its own note.
  const own = land?.source?.startsWith('Natural Earth') ?? true;
  const note = own || (language === 'en' && !land?.label) ? t('map.unapproved') : (land?.label ?? '');
  return (
    <p className="scale">
      {scale ? (
        <>
          <span className="scale-bar" style={{ width: scale.pixels }} />
          {t('map.scale', { length: say.seaDistance(scale.metres), note })}
        </>
      ) : (
        note
      )}
    </p>
  );
}
