import { Icon, type IconName } from '@fourfold/ui';
import { useI18n } from '../i18n.ts';
import { pendingCount, usePending } from '../phone/context.tsx';
import { path } from '../router.ts';

type Place = 'today' | 'outbox' | 'me';

const places: { page: Place; icon: IconName; label: 'nav.today' | 'nav.outbox' | 'nav.me' }[] = [
  { page: 'today', icon: 'tasks', label: 'nav.today' },
  { page: 'outbox', icon: 'send', label: 'nav.outbox' },
  { page: 'me', icon: 'person', label: 'nav.me' },
];

/** The main pages, below the thumb. */
export function Menu({ at }: { at: Place }) {
  const { t } = useI18n();
  const count = pendingCount(usePending());
  return (
    <nav className="menu" aria-label={t('nav.label')}>
      {places.map(({ page, icon, label }) => (
        <a key={page} href={path({ page })} aria-current={page === at ? 'page' : undefined}>
          <Icon name={icon} size={26} />
          <span>{t(label)}</span>
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
