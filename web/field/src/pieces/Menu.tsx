import { Icon, type IconName } from '@fourfold/ui';
import { useI18n } from '../i18n.ts';
import { pendingCount, useMe, usePending } from '../phone/context.tsx';
import { mayFill } from '../phone/forms.ts';
import { hasInbox, useUnread } from '../phone/inbox.ts';
import { mayTell } from '../phone/told.ts';
import { path } from '../router.ts';

type Place = 'today' | 'tell' | 'forms' | 'me';

const places: { page: Place; icon: IconName; label: `nav.${Place}` }[] = [
  { page: 'today', icon: 'tasks', label: 'nav.today' },
  { page: 'tell', icon: 'camera', label: 'nav.tell' },
  { page: 'forms', icon: 'home', label: 'nav.forms' },
  { page: 'me', icon: 'person', label: 'nav.me' },
];

interface MenuProps {
  at: Exclude<Place, 'tell'>;
  /** The page is one below that place, not the place itself. */
  below?: boolean;
}

/** The four main pages, below the thumb. */
export function Menu({ at, below }: MenuProps) {
  const { t } = useI18n();
  const me = useMe();
  const pending = pendingCount(usePending());
  const unread = useUnread();
  const offered: Record<Place, boolean> = { today: true, tell: mayTell(me), forms: mayFill(me), me: true };
  const counted: Partial<Record<Place, { count: number; says: string }>> = {
    today: { count: hasInbox(me) ? unread : 0, says: t('nav.unread', { count: unread }) },
    me: { count: pending, says: t('nav.pending', { count: pending }) },
  };
  return (
    <nav className="menu" aria-label={t('nav.label')}>
      {places
        .filter(({ page }) => offered[page])
        .map(({ page, icon, label }) => (
          <a key={page} href={path({ page })} aria-current={page === at ? (below ? 'true' : 'page') : undefined}>
            <Icon name={icon} size={26} />
            <span>{t(label)}</span>
            <Count {...counted[page]} />
          </a>
        ))}
    </nav>
  );
}

/** How many wait there: the number to be seen, the sentence to be heard. */
export function Count({ count = 0, says }: { count?: number; says?: string }) {
  return count > 0 ? (
    <span className="count">
      <span aria-hidden="true">{count}</span>
      <span className="visually-hidden">{says}</span>
    </span>
  ) : null;
}
