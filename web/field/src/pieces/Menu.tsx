import { Icon, type IconName } from '@fourfold/ui';
import { useI18n } from '../i18n.ts';
import { pendingCount, useMe, usePending } from '../phone/context.tsx';
import { mayFill } from '../phone/forms.ts';
import { hasInbox, useUnread } from '../phone/inbox.ts';
import { mayTell } from '../phone/told.ts';
import { path } from '../router.ts';

type Place = 'today' | 'tell' | 'inbox' | 'forms' | 'outbox' | 'me';

const places: { page: Place; icon: IconName; label: `nav.${Place}` }[] = [
  { page: 'today', icon: 'tasks', label: 'nav.today' },
  { page: 'tell', icon: 'camera', label: 'nav.tell' },
  { page: 'inbox', icon: 'mail', label: 'nav.inbox' },
  { page: 'forms', icon: 'table', label: 'nav.forms' },
  { page: 'outbox', icon: 'send', label: 'nav.outbox' },
  { page: 'me', icon: 'person', label: 'nav.me' },
];

/** The main pages, below the thumb. */
export function Menu({ at }: { at: Exclude<Place, 'tell'> }) {
  const { t } = useI18n();
  const count = pendingCount(usePending());
  const me = useMe();
  const unread = useUnread();
  const offered: Record<Place, boolean> = {
    today: true,
    tell: mayTell(me),
    inbox: hasInbox(me),
    forms: mayFill(me),
    outbox: true,
    me: true,
  };
  return (
    <nav className="menu" aria-label={t('nav.label')}>
      {places
        .filter(({ page }) => offered[page])
        .map(({ page, icon, label }) => (
          <a key={page} href={path({ page })} aria-current={page === at ? 'page' : undefined}>
            <Icon name={icon} size={26} />
            <span>{t(label)}</span>
            {page === 'inbox' && unread > 0 ? (
              <span className="count">
                <span aria-hidden="true">{unread}</span>
                <span className="visually-hidden">{t('nav.unread', { count: unread })}</span>
              </span>
            ) : null}
            {page === 'outbox' && count > 0 ? (
              <span className="count">
                <span aria-hidden="true">{count}</span>
                <span className="visually-hidden">{t('nav.pending', { count })}</span>
              </span>
            ) : null}
          </a>
        ))}
    </nav>
  );
}
