import type { Coverage, Sensor } from '@fourfold/api';
import { Icon } from '@fourfold/ui';
import { Button } from 'antd';
import { useMemo } from 'react';
import { useLive, useLiveValue, useNow } from '../../data/live.ts';
import { useMay } from '../../data/session.ts';
import { useFeeds } from '../../data/settings.ts';
import { useI18n } from '../../i18n.ts';
import { navigate } from '../../router.ts';
import { useWords } from '../../words.ts';
import { useFreshness } from './freshness.ts';
import { isDown, lastHeard, type Radars, radarOfFeed, reachOf, seenByOthers } from './radar.ts';

const silentSeconds = 60;
/** Less than this of its water seen by others, and it counts as unseen. */
const fewest = 0.05;

export interface StaleBarProps {
  radars: Radars;
  onSeeReach(outline: Coverage['outline']): void;
}

/** The most important thing to know about a picture: that it is not the present one. */
export function StaleBar({ radars, onSeeReach }: StaleBarProps) {
  const { t, format } = useI18n();
  const say = useWords();
  const live = useLive();
  const now = useNow();
  const { state, age, heardAt } = useFreshness();
  const connection = useLiveValue((client) => client.connection);
  if (state === 'amber') {
    return (
      <p className="notice notice-amber" role="status">
        <Icon name="clock" /> {t('stale.amber', { span: say.span(age) })}
      </p>
    );
  }
  if (state !== 'red') {
    const down = radars.sensors.filter(isDown);
    return (
      <>
        <SilentRadars radars={radars} down={down} onSeeReach={onSeeReach} />
        <SilentFeeds down={down} />
      </>
    );
  }
  return (
    <div className="notice notice-red" role="alert">
      <Icon name="warning" />
      <div>
        <b>{t('stale.title', { time: heardAt ? format.clock(heardAt) : t('detail.none'), span: say.span(age) })}</b>
        <p>
          {connection.state === 'refused' ? t('stale.refused', { reason: connection.reason ?? '' }) : t('stale.hint')}
        </p>
      </div>
      {connection.state === 'waiting' && connection.retryAt ? (
        <span>{t('stale.retry', { attempt: connection.attempts, span: say.span(connection.retryAt - now) })}</span>
      ) : null}
      <Button onClick={() => live.reconnect()}>{t('stale.reconnect')}</Button>
    </div>
  );
}

/** A radar that is down: since when, and which water nobody watches while it is. */
function SilentRadars({ radars, down, onSeeReach }: StaleBarProps & { down: readonly Sensor[] }) {
  const { t } = useI18n();
  const say = useWords();
  const now = useNow();
  const [first] = down;
  if (!first) return null;
  const outline = radars.coverages.find(({ sensor }) => sensor === first.id)?.outline;
  const at = lastHeard(first);
  return (
    <div className="notice notice-amber" role="status">
      <Icon name="warning" />
      <div>
        <b>
          {at
            ? t('stale.radar', { name: first.name, span: say.span(now - at) })
            : t('stale.radarLost', { name: first.name })}
        </b>
        {outline ? <LostWater radars={radars} lost={first} outline={outline} /> : null}
        {down.length > 1 ? <p>{t('stale.moreRadars', { count: down.length - 1 })}</p> : null}
      </div>
      {outline ? <Button onClick={() => onSeeReach(outline)}>{t('stale.seeReach')}</Button> : null}
      <Button onClick={() => navigate('/settings/sensors')}>{t('stale.seeSensors')}</Button>
    </div>
  );
}

function LostWater({ radars, lost, outline }: { radars: Radars; lost: Sensor; outline: Coverage['outline'] }) {
  const { t, format } = useI18n();
  const { side, farMetres } = useMemo(() => reachOf(outline), [outline]);
  const share = useMemo(() => {
    const seeing = new Set(radars.sensors.filter(({ status }) => status.state === 'live').map(({ id }) => id));
    return seenByOthers(
      outline,
      radars.coverages.filter(({ sensor }) => seeing.has(sensor)).map((other) => other.outline),
    );
  }, [radars, outline]);
  const near = format.number((lost.model.minimumRangeMetres ?? 0) / 1000, 1);
  const far = format.number(farMetres / 1000);
  const percent = format.percent(share);
  if (share < fewest) {
    return (
      <p>
        {side ? t('stale.radarReach', { side: t(`side.${side}`), near, far }) : t('stale.radarReachAll', { near, far })}
      </p>
    );
  }
  return (
    <p>
      {side
        ? t('stale.radarHelped', { side: t(`side.${side}`), near, far, percent })
        : t('stale.radarHelpedAll', { near, far, percent })}
    </p>
  );
}

/** A feed that fell silent is a hole in the picture. */
function SilentFeeds({ down }: { down: readonly Sensor[] }) {
  const { t } = useI18n();
  const say = useWords();
  const may = useMay();
  const feeds = useLiveValue((client) => client.status?.feeds);
  const addresses = useFeeds(may('feeds.read') && down.length > 0).data ?? [];
  const told = new Set(down.map(({ key }) => key));
  const lost = feeds?.filter((feed) => {
    // What a radar's silence means has been said already, and better.
    const radar = radarOfFeed(addresses.find(({ id }) => id === feed.id)?.url ?? '');
    return feed.state !== 'live' && feed.state !== 'off' && feed.ageSeconds > silentSeconds && !told.has(radar ?? '');
  });
  const first = lost?.[0];
  if (!first) return null;
  return (
    <div className="notice notice-amber" role="status">
      <Icon name="warning" />
      <div>
        <b>{t('stale.feed', { name: first.name, span: say.span(first.ageSeconds * 1000) })}</b>
        <p>{t('stale.feedHint')}</p>
      </div>
      {may('feeds.read') ? <Button onClick={() => navigate('/settings/feeds')}>{t('stale.seeFeeds')}</Button> : null}
    </div>
  );
}
