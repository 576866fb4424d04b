import type { Alert } from '@fourfold/api';
import { Dot, Icon, Key, LevelBadge } from '@fourfold/ui';
import { useLiveValue, useNow } from '../../data/live.ts';
import { useI18n } from '../../i18n.ts';
import { useKeys } from '../../keys/KeysProvider.tsx';
import { useSound } from '../../sound/SoundProvider.tsx';
import { useWords } from '../../words.ts';
import { useFreshness } from './freshness.ts';

export const stripHours = 6;
const hour = 3_600_000;
const clearOfNow = 15 * 60_000;

export interface StripProps {
  alerts: readonly Alert[];
  chosen: string | null;
  onChoose(id: string): void;
  onLive(): void;
}

/** Along the bottom: whether the picture is live, when the alerts came, how the feeds are. */
export function Strip({ alerts, chosen, onChoose, onLive }: StripProps) {
  const { t } = useI18n();
  const { cap } = useKeys();
  const say = useWords();
  const { state, age } = useFreshness();
  return (
    <footer className="strip">
      <div className="strip-live">
        <button type="button" className="live-button" data-state={state} onClick={onLive}>
          <span data-tone={state === 'fresh' ? 'l1' : 'l2'}>
            <Dot tone={state === 'fresh' ? 'l1' : 'l2'} />
          </span>
          {state === 'fresh'
            ? t('strip.live')
            : state === 'waiting'
              ? t('strip.waiting')
              : say.ago(Date.now() - age, Date.now())}
          <Key>{cap('live')}</Key>
        </button>
      </div>
      <Timeline alerts={alerts} chosen={chosen} onChoose={onChoose} />
      <Health />
    </footer>
  );
}

/** Alerts along the last hours; `[` and `]` step through them. */
function Timeline({ alerts, chosen, onChoose }: Omit<StripProps, 'onLive'>) {
  const { t, format } = useI18n();
  const say = useWords();
  const now = useNow(10_000);
  const from = now - stripHours * hour;
  const recent = alerts.filter((alert) => Date.parse(alert.raisedAt) >= from);
  const at = (time: number) => `${((time - from) / (stripHours * hour)) * 100}%`;
  const firstMark = Math.ceil(from / hour) * hour;
  // The last hour's mark would lie under the word for now.
  const marks = Array.from({ length: stripHours }, (_, i) => firstMark + i * hour).filter(
    (mark) => mark < now - clearOfNow,
  );
  return (
    <section
      className="timeline"
      aria-label={
        recent.length > 0 ? t('strip.events', { hours: stripHours }) : t('strip.noEvents', { hours: stripHours })
      }
    >
      <p className="t3 timeline-title">
        {recent.length > 0 ? t('strip.events', { hours: stripHours }) : t('strip.noEvents', { hours: stripHours })}
      </p>
      <div className="timeline-marks">
        {recent.map((alert) => (
          <button
            key={alert.id}
            type="button"
            className="bare timeline-mark"
            style={{ left: at(Date.parse(alert.raisedAt)) }}
            aria-current={alert.id === chosen}
            aria-label={`${alert.level} ${say.title(alert)} ${format.time(alert.raisedAt)}`}
            title={`${say.title(alert)} ${format.time(alert.raisedAt)}`}
            onClick={() => onChoose(alert.id)}
          >
            <LevelBadge level={alert.level} size={16} />
          </button>
        ))}
      </div>
      <div className="timeline-axis" aria-hidden="true">
        {marks.map((mark) => (
          <span key={mark} style={{ left: at(mark) }}>
            {format.time(mark)}
          </span>
        ))}
        <span className="timeline-now" style={{ left: '100%' }}>
          {t('strip.now')}
        </span>
      </div>
    </section>
  );
}

function Health() {
  const { t, format } = useI18n();
  const sound = useSound();
  const { state } = useFreshness();
  const status = useLiveValue((live) => live.status);
  const feeds = status?.feeds.filter((feed) => feed.state !== 'off') ?? [];
  const well = feeds.filter((feed) => feed.state === 'live').length;
  const ok = status !== null && state === 'fresh' && well === feeds.length;
  return (
    <dl className="health">
      <div>
        <dt data-tone={ok ? 'ok' : 'l2'}>
          {ok ? <Dot tone="ok" /> : <Icon name="warning" size={14} />}
          {status && state !== 'red' ? t('strip.feeds', { live: well, all: feeds.length }) : t('strip.feedsUnknown')}
        </dt>
        <dd className="t2">
          {feeds
            .filter((feed) => feed.state !== 'live')
            .map((feed) => `${feed.name} ${t(`feedState.${feed.state}`)}`)
            .join(' · ')}
        </dd>
      </div>
      <div>
        <dt>{t('strip.delay')}</dt>
        <dd>
          {status ? `${format.number(status.delayMilliseconds / 1000, 1)} ${t('unit.seconds')}` : t('detail.none')}
        </dd>
      </div>
      <div>
        <dt>{t('strip.drawn')}</dt>
        <dd>{status ? `${format.number(status.inView)} / ${format.number(status.total)}` : t('detail.none')}</dd>
      </div>
      <div>
        <dt>{t('strip.bell')}</dt>
        <dd data-tone={sound.testedAt ? undefined : 'l2'}>
          {sound.testedAt ? format.dayTime(sound.testedAt) : t('strip.never')}
        </dd>
      </div>
    </dl>
  );
}
