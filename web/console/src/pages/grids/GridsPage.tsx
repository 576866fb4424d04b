import './grids.css';
import './panel.css';
import { useI18n } from '../../i18n.ts';
import { link, usePath } from '../../router.ts';
import { Browse } from './Browse.tsx';
import { Files } from './Files.tsx';
import { Plan } from './Plan.tsx';

const tabs = [
  ['/grids', 'grids.tab.map'],
  ['/grids/plan', 'grids.tab.plan'],
  ['/grids/files', 'grids.tab.files'],
] as const;

/** `/grids` is the map with its list, `/grids/plan` how full grids are, `/grids/files` how they come and go in files. */
export default function GridsPage() {
  const { t } = useI18n();
  const path = usePath();
  return (
    <div className="grids">
      <header className="grids-head">
        <h1>{t('page.grids')}</h1>
        <nav className="row" aria-label={t('page.grids')}>
          {tabs.map(([to, name]) => (
            <a key={to} {...link(to)} aria-current={path === to ? 'page' : undefined}>
              {t(name)}
            </a>
          ))}
        </nav>
      </header>
      {path === '/grids/plan' ? <Plan /> : path === '/grids/files' ? <Files /> : <Browse />}
    </div>
  );
}
