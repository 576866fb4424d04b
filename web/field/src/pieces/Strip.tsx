import { Icon, type IconName } from '@fourfold/ui';
import { useEffect } from 'react';
import { useI18n } from '../i18n.ts';
import { needPerson, pendingCount, useMe, useOnline, usePending, usePhoneState } from '../phone/context.tsx';
import { news, seen, seenListed, seenOne } from '../phone/news.ts';
import { useStore } from '../phone/store.ts';
import { shell, takeOver } from '../phone/update.ts';
import { path, useRoute } from '../router.ts';
import { useWords } from '../words.ts';

/** What everybody should know before they read on: that it is a demonstration, a wrong clock, a new version. */
export function Notices() {
  const { t } = useI18n();
  const { waiting } = useStore(shell);
  const { simulated } = useMe();
  return (
    <>
      {simulated ? <p className="simulated">{t('strip.simulated')}</p> : null}
      <Clock />
      <News />
      {waiting ? (
        <p className="strip" data-tone="news">
          <span className="strip-text">{t('strip.update')}</span>
          <button type="button" className="link" onClick={takeOver}>
            {t('strip.takeOver')}
          </button>
        </p>
      ) : null}
    </>
  );
}

const kinds = [
  { kind: 'orders', one: 'order', all: 'today' },
  { kind: 'questions', one: 'question', all: 'inbox' },
  { kind: 'notices', one: 'notice', all: 'inbox' },
] as const;

/** What came while the app was open: said once, in one line, whatever page is on the screen. */
function News() {
  const { t } = useI18n();
  const all = useStore(news);
  const route = useRoute();
  const open = 'id' in route ? route.id : '';
  useEffect(() => {
    if (all.orders.length + all.questions.length + all.notices.length > 0) seenOne(open);
  }, [open, all]);
  useEffect(() => seenListed(route.page), [route.page]);
  const there = kinds.filter(({ kind }) => all[kind].length > 0);
  const [next] = there;
  const ids = next ? all[next.kind] : [];
  return (
    <div role="status">
      {next && ids[0] ? (
        <p className="strip news" data-tone="news">
          <Icon name="bell" size={22} />
          <span className="strip-text">
            {there.map(({ kind }) => t(`news.${kind}`, { count: all[kind].length })).join(t('list.comma'))}
          </span>
          <a
            className="link"
            href={path(ids.length === 1 ? { page: next.one, id: ids[0] } : { page: next.all })}
            onClick={() => seen(next.kind)}
          >
            {t('news.look')}
          </a>
          <button type="button" className="icon-button" onClick={() => seen()}>
            <Icon name="close" size={22} />
            <span className="visually-hidden">{t('news.seen')}</span>
          </button>
        </p>
      ) : null}
    </div>
  );
}

/** A wrong clock makes wrong deadlines, so they go by the server's; and the person should know why. */
function Clock() {
  const { t } = useI18n();
  const words = useWords();
  const { clockGap } = usePhoneState();
  if (clockGap === 0) return null;
  const span = words.span(Math.abs(clockGap));
  return (
    <p className="strip" data-tone="news">
      <Icon name="clock" size={22} />
      <span className="strip-text">{t(clockGap < 0 ? 'strip.clockFast' : 'strip.clockSlow', { span })}</span>
    </p>
  );
}

/** The line under every title: whether there is a network, and what waits to be sent. It is calm, and always there. */
export function Sending() {
  const { t } = useI18n();
  const pending = usePending();
  const count = pendingCount(pending);
  const { signedOut } = usePhoneState();
  const say = useSaying(count, needPerson(pending));
  return (
    <section
      className="strip sending"
      data-tone={say.tone}
      data-unsent={count > 0 || undefined}
      aria-label={t('page.outbox')}
    >
      <Icon name={say.icon} size={22} />
      <span className="strip-text" role="status">
        {say.text}
      </span>
      {signedOut ? (
        <a className="link" href={path({ page: 'signIn' })}>
          {t('strip.signIn')}
        </a>
      ) : null}
      <a className="link" href={path({ page: 'outbox' })}>
        {count > 0 ? t('strip.count', { count }) : t('page.outbox')}
        <Icon name="chevron" size={18} />
      </a>
    </section>
  );
}

interface Saying {
  tone: 'calm' | 'amber' | 'red';
  icon: IconName;
  text: string;
}

function useSaying(count: number, stuck: number): Saying {
  const { t } = useI18n();
  const online = useOnline();
  const { signedOut, replay } = usePhoneState();
  if (stuck > 0) return { tone: 'red', icon: 'warning', text: t('strip.stuck', { count: stuck }) };
  if (!online) return { tone: 'amber', icon: 'cloudOff', text: t('strip.offline') };
  if (signedOut) return { tone: 'amber', icon: 'lock', text: t('strip.signedOut') };
  if (replay.end === 'not-allowed') return { tone: 'amber', icon: 'lock', text: t('strip.notAllowed') };
  if (count === 0) return { tone: 'calm', icon: 'check', text: t('strip.clear') };
  if (replay.end === 'full') return { tone: 'amber', icon: 'warning', text: t('strip.full') };
  if (replay.sending) return { tone: 'calm', icon: 'send', text: t('strip.sending') };
  return { tone: 'amber', icon: 'clock', text: t('strip.waiting') };
}
