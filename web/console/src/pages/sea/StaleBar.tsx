import { Icon } from '@fourfold/ui';
import { Button } from 'antd';
import { useLive, useLiveValue, useNow } from '../../data/live.ts';
import { useMay } from '../../data/session.ts';
import { useI18n } from '../../i18n.ts';
import { navigate } from '../../router.ts';
import { useWords } from '../../words.ts';
import { useFreshness } from './freshness.ts';

const silentSeconds = 60;

/** The most important thing to know about a picture: that it is not the present one. */
export function StaleBar() {
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
  if (state !== 'red') return <SilentFeeds />;
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

/** A feed that fell silent is a hole in the picture. */
function SilentFeeds() {
  const { t } = useI18n();
  const say = useWords();
  const may = useMay();
  const feeds = useLiveValue((client) => client.status?.feeds);
  const lost = feeds?.filter(
    (feed) => feed.state !== 'live' && feed.state !== 'off' && feed.ageSeconds > silentSeconds,
  );
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
