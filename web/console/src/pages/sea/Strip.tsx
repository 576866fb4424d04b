import type { Alert } from '@fourfold/api';
import { Dot, Icon, Key } from '@fourfold/ui';
import { useState } from 'react';
import { useLiveValue } from '../../data/live.ts';
import { useI18n } from '../../i18n.ts';
import { useKeys } from '../../keys/KeysProvider.tsx';
import { useSound } from '../../sound/SoundProvider.tsx';
import { useWords } from '../../words.ts';
import { useFreshness } from './freshness.ts';
import { Timeline } from './Timeline.tsx';
import { type RangeHours, ranges } from './timeAxis.ts';

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
  const [range, setRange] = useState<RangeHours>(6);
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
        <fieldset className="segmented" aria-label={t('strip.range')}>
          {ranges.map((hours) => (
            <button key={hours} type="button" aria-pressed={hours === range} onClick={() => setRange(hours)}>
              {t('strip.hours', { hours })}
            </button>
          ))}
        </fieldset>
      </div>
      <Timeline alerts={alerts} range={range} chosen={chosen} onChoose={onChoose} />
      <Health />
    </footer>
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
