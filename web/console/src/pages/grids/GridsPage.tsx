import './grids.css';
import type { GridFault, GridKind } from '@fourfold/api';
import type { Outline } from '@fourfold/map';
import { Skeleton, StateCard } from '@fourfold/ui';
import { Button, Input, Select } from 'antd';
import type { MultiPolygon, Polygon } from 'geojson';
import { lazy, Suspense, useDeferredValue, useMemo, useState } from 'react';
import { useProblemText } from '../../data/problems.ts';
import { useI18n } from '../../i18n.ts';
import { link, setParams, useParam, usePath } from '../../router.ts';
import { exportHref, useGrid, useGrids } from './data.ts';
import { GridPanel } from './GridPanel.tsx';
import { Plan } from './Plan.tsx';
import { boxOf } from './shapes.ts';

const GridMap = lazy(() => import('./GridMap.tsx'));
const kinds: readonly GridKind[] = ['comprehensive', 'special', 'micro'];
const none: readonly GridFault[] = [];

/** `/grids` is the map with its list, `/grids/plan` how full grids are. */
export default function GridsPage() {
  const { t } = useI18n();
  const plan = usePath() === '/grids/plan';
  return (
    <div className="grids">
      <header className="grids-head">
        <h1>{t('page.grids')}</h1>
        <nav className="row">
          <a {...link('/grids')} aria-current={plan ? undefined : 'page'}>
            {t('grids.tab.map')}
          </a>
          <a {...link('/grids/plan')} aria-current={plan ? 'page' : undefined}>
            {t('grids.tab.plan')}
          </a>
        </nav>
      </header>
      {plan ? <Plan /> : <Browse />}
    </div>
  );
}

function Browse() {
  const { t } = useI18n();
  const chosen = useParam('id');
  const [text, setText] = useState('');
  const [kind, setKind] = useState<GridKind | undefined>();
  const [outline, setOutline] = useState<Outline | null>(null);
  const [faults, setFaults] = useState<readonly GridFault[]>(none);
  const { data } = useGrid(chosen);
  const geometry = (data?.geometry ?? null) as unknown as Polygon | MultiPolygon | null;
  const target = useMemo(() => boxOf(geometry), [geometry]);
  const choose = (id: string | null) => {
    if (outline) return; // What is being drawn is ended first.
    setFaults(none);
    setParams({ id });
  };
  return (
    <div className="grids-body">
      <section className="grids-list" aria-label={t('grids.list')}>
        <div className="grids-filter">
          <Input
            aria-label={t('grids.find')}
            placeholder={t('grids.find')}
            value={text}
            maxLength={60}
            allowClear
            onChange={(event) => setText(event.target.value)}
          />
          <Select
            aria-label={t('grids.kind')}
            placeholder={t('grids.kind')}
            value={kind}
            allowClear
            onChange={setKind}
            options={kinds.map((value) => ({ value, label: t(`grid.kind.${value}`) }))}
          />
        </div>
        <List text={useDeferredValue(text.trim())} kind={kind} chosen={chosen} onChoose={choose} />
        <p className="grids-export">
          {t('grids.export')} <a href={exportHref('geojson', '')}>GeoJSON</a> <a href={exportHref('csv', '')}>CSV</a>{' '}
          <a href={exportHref('xlsx', '')}>XLSX</a>
        </p>
      </section>
      <Suspense fallback={<Skeleton label={t('grids.loading')} />}>
        <GridMap
          chosen={chosen}
          target={target}
          faults={faults}
          outline={outline}
          onOutline={setOutline}
          onPick={choose}
        />
      </Suspense>
      {chosen ? (
        <GridPanel
          key={chosen}
          id={chosen}
          outline={outline}
          faults={faults}
          onOutline={setOutline}
          onFaults={setFaults}
          onClose={() => choose(null)}
        />
      ) : null}
    </div>
  );
}

interface ListProps {
  text: string;
  kind: GridKind | undefined;
  chosen: string | null;
  onChoose(id: string): void;
}

function List({ text, kind, chosen, onChoose }: ListProps) {
  const { t } = useI18n();
  const problemText = useProblemText();
  const grids = useGrids({ q: text || undefined, kind });
  if (grids.isPending) return <Skeleton label={t('grids.loading')} />;
  if (grids.isError) return <p className="fault">{problemText(grids.error)}</p>;
  if (grids.data.length === 0)
    return (
      <StateCard icon="search" title={text || kind ? t('grids.emptyFilter') : t('grids.empty')}>
        {text || kind ? t('grids.emptyFilterHint') : t('grids.emptyHint')}
      </StateCard>
    );
  return (
    <>
      <ul className="grids-rows">
        {grids.data.map((grid) => (
          <li key={grid.id}>
            <button type="button" aria-pressed={grid.id === chosen} onClick={() => onChoose(grid.id)}>
              <strong>{grid.name}</strong>
              <small>
                {grid.code} · {t(`grid.kind.${grid.kind}`)} · {t('grids.households', { count: grid.households })}
              </small>
            </button>
          </li>
        ))}
      </ul>
      {grids.hasNextPage ? (
        <Button loading={grids.isFetchingNextPage} onClick={() => void grids.fetchNextPage()}>
          {t('settings.more')}
        </Button>
      ) : null}
    </>
  );
}
