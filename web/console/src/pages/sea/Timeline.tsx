import type { Alert } from '@fourfold/api';
import { LevelBadge } from '@fourfold/ui';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useLiveValue, useNow } from '../../data/live.ts';
import { useI18n } from '../../i18n.ts';
import { useWords } from '../../words.ts';
import { presence } from './presence.ts';
import { hour, type Pile, piles, type RangeHours, scaleOf, ticks } from './timeAxis.ts';

/** A mark, which a finger must hit, and a gap. */
const markPixels = 26;
/** As many as fit on each other; the rest is a number. */
const tallestPile = 3;

export interface TimelineProps {
  alerts: readonly Alert[];
  range: RangeHours;
  chosen: string | null;
  onChoose(id: string): void;
}

/** Alerts along the last hours above the number of vessels seen; `[` and `]` step through them. */
export function Timeline({ alerts, range, chosen, onChoose }: TimelineProps) {
  const { t, format } = useI18n();
  const now = useNow(10_000);
  const axis = useRef<HTMLDivElement>(null);
  const width = useWidth(axis);
  const from = now - range * hour;
  const at = (time: number) => `${((time - from) / (now - from)) * 100}%`;
  const found = piles(alerts, from, now, width, markPixels);
  const title = found.length > 0 ? t('strip.events', { hours: range }) : t('strip.noEvents', { hours: range });
  return (
    <section className="timeline" aria-label={title}>
      <Counting />
      <TimelineTitle title={title} from={from} now={now} range={range} />
      <div className="timeline-marks" ref={axis}>
        <Bars from={from} now={now} range={range} />
        {found.map((pile) => (
          <PileMark key={pile.alerts[0]?.id} pile={pile} left={at(pile.at)} chosen={chosen} onChoose={onChoose} />
        ))}
      </div>
      <div className="timeline-axis" aria-hidden="true">
        {ticks(now, range).map((mark) => (
          <span key={mark} style={{ left: at(mark) }}>
            {format.time(mark)}
          </span>
        ))}
        <span className="timeline-now" style={{ left: '100%' }}>
          {format.time(now)} {t('strip.now')}
        </span>
      </div>
    </section>
  );
}

interface StretchProps {
  from: number;
  now: number;
  range: RangeHours;
}

function TimelineTitle({ title, from, now, range }: StretchProps & { title: string }) {
  const { t, format } = useI18n();
  const { bar } = scaleOf(range);
  const seen = presence.stretches(from, now, bar).map(({ vessels }) => vessels);
  return (
    <p className="t3 timeline-title">
      {title}
      {seen.length > 0 ? (
        <span>{t('strip.vessels', { minutes: bar / 60_000, most: format.number(Math.max(...seen)) })}</span>
      ) : null}
    </p>
  );
}

function Bars({ from, now, range }: StretchProps) {
  const { bar } = scaleOf(range);
  const stretches = presence.stretches(from, now, bar);
  const most = Math.max(1, ...stretches.map(({ vessels }) => vessels));
  return (
    <svg className="timeline-bars" viewBox={`0 0 ${now - from} ${most}`} preserveAspectRatio="none" aria-hidden="true">
      {stretches.map(({ at, vessels }) => {
        const start = Math.max(from, at);
        const wide = Math.max(0, Math.min(now, at + bar * 0.86) - start);
        return <rect key={at} x={start - from} y={most - vessels} width={wide} height={vessels} />;
      })}
    </svg>
  );
}

/** Notes how many vessels there are, as often as the server says so. */
function Counting() {
  const status = useLiveValue((live) => live.status);
  useEffect(() => {
    if (status) presence.record(status.total, Date.now());
  }, [status]);
  return null;
}

interface PileMarkProps {
  pile: Pile;
  left: string;
  chosen: string | null;
  onChoose(id: string): void;
}

function PileMark({ pile, left, chosen, onChoose }: PileMarkProps) {
  const { t, format } = useI18n();
  const say = useWords();
  const shown = pile.alerts.length > tallestPile ? pile.alerts.slice(0, tallestPile - 1) : pile.alerts;
  const rest = pile.alerts.length - shown.length;
  return (
    <div className="timeline-pile" style={{ left }}>
      {rest > 0 ? (
        <button
          type="button"
          className="bare timeline-rest"
          title={t('strip.more', { count: rest })}
          aria-label={`+${rest} ${t('strip.more', { count: rest })}`}
          onClick={() => onChoose(pile.alerts[shown.length]?.id ?? '')}
        >
          +{rest}
        </button>
      ) : null}
      {shown.map((alert) => (
        <button
          key={alert.id}
          type="button"
          className="bare timeline-mark"
          data-state={alert.state}
          aria-current={alert.id === chosen}
          aria-label={`${alert.level} ${t(`level.${alert.level}`)} ${say.title(alert)} ${format.time(alert.raisedAt)}`}
          title={`${say.title(alert)} ${format.time(alert.raisedAt)}`}
          onClick={() => onChoose(alert.id)}
        >
          <LevelBadge level={alert.level} size={16} />
        </button>
      ))}
    </div>
  );
}

function useWidth(of: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = of.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, [of]);
  return width;
}
