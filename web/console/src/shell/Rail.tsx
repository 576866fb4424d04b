import { Icon } from '@fourfold/ui';
import { useAlerts } from '../data/alerts.ts';
import { useMay } from '../data/session.ts';
import { useI18n } from '../i18n.ts';
import { pageOf, pages } from '../pages/registry.ts';
import { link, usePath } from '../router.ts';

/** The pages there are, and that this person may open. */
export function Rail({ onKeys }: { onKeys: () => void }) {
  const { t } = useI18n();
  const may = useMay();
  const current = pageOf(usePath(), may);
  const { alerts } = useAlerts('todo', may('alerts.read'));
  const urgent = alerts.filter((alert) => alert.level <= 2 && alert.state === 'new').length;
  const shown = pages.filter((page) => page.rail && (!page.permission || may(page.permission)));
  return (
    <nav className="rail" aria-label={t('shell.rail')}>
      {shown.map((page) => (
        <a
          key={page.path}
          {...link(page.path)}
          className={page.rail === 'bottom' ? 'rail-item bottom' : 'rail-item'}
          aria-current={page === current ? 'page' : undefined}
        >
          <Icon name={page.icon} size={22} />
          {t(page.title)}
          {page.path === '/sea' && urgent > 0 ? <span className="rail-count">{urgent}</span> : null}
        </a>
      ))}
      <button type="button" className="rail-item bottom bare" onClick={onKeys}>
        <Icon name="keyboard" size={22} />
        {t('keys.short')}
      </button>
    </nav>
  );
}
