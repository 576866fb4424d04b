import { Skeleton } from '@fourfold/ui';
import { App, Button } from 'antd';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useMay } from '../../data/session.ts';
import { useI18n } from '../../i18n.ts';
import { setParams, useParam } from '../../router.ts';
import { useGrid } from './data.ts';
import { GridList } from './GridList.tsx';
import { type Deed, GridPanel } from './GridPanel.tsx';
import { NewGrid } from './NewGrid.tsx';
import { useScene, windowOf } from './scene.ts';

const GridMap = lazy(() => import('./GridMap.tsx'));

/** `?do=` of a link from the plan. */
function deedOf(what: string | null, into: string | null, other: string | null): Deed | null {
  if (what === 'join') return { kind: 'join' };
  if (what === 'split') return { kind: 'split', into: Math.min(8, Math.max(2, Number(into) || 2)) };
  return what === 'merge' ? { kind: 'merge', other } : null;
}

/** The list, the map, and beside them one grid: chosen, or being made. */
export function Browse() {
  const { t } = useI18n();
  const may = useMay();
  const { message } = App.useApp();
  const chosen = useParam('id');
  const [what, into, other, at] = [useParam('do'), useParam('into'), useParam('with'), useParam('at')];
  const [micro, setMicro] = useState(false);
  const [making, setMaking] = useState(false);
  const [deed, setDeed] = useState<Deed | null>(() => deedOf(what, into, other));
  const scene = useScene();
  const village = useGrid(chosen).data?.grid.villageCode ?? '';
  const { goTo } = scene;
  // A link leads here once; afterwards the deed is the panel's own.
  useEffect(() => {
    if (what || into || other) setParams({ do: null, into: null, with: null });
  }, [what, into, other]);
  useEffect(() => {
    const [latitude, longitude] = (at ?? '').split(',').map(Number);
    if (latitude === undefined || longitude === undefined || Number.isNaN(latitude + longitude)) return;
    goTo(windowOf({ geometry: null, place: { latitude, longitude } }));
  }, [at, goTo]);
  const busy = making || (deed !== null && ['redraw', 'split', 'merge'].includes(deed.kind));
  const choose = (id: string | null) => {
    // What is being drawn is ended first.
    if (busy) void message.info(t('grids.endFirst'));
    else {
      setDeed(null);
      setParams({ id, at: null });
    }
  };
  return (
    <div className="grids-body">
      <section className="grids-list" aria-label={t('grids.list')}>
        {may('grids.write') ? (
          <p className="grids-new">
            <Button type="primary" block disabled={busy} onClick={() => setMaking(true)}>
              {t('grid.new')}
            </Button>
          </p>
        ) : null}
        <GridList chosen={chosen} micro={micro} onMicro={setMicro} onChoose={choose} />
      </section>
      <Suspense fallback={<Skeleton label={t('grids.loading')} />}>
        <GridMap scene={scene} chosen={making ? null : chosen} micro={micro} onPick={choose} />
      </Suspense>
      {making ? (
        <NewGrid
          scene={scene}
          village={village}
          onDone={(id) => {
            setMaking(false);
            if (id) setParams({ id, at: null });
          }}
        />
      ) : chosen ? (
        <GridPanel key={chosen} id={chosen} scene={scene} deed={deed} onDeed={setDeed} onClose={() => choose(null)} />
      ) : null}
    </div>
  );
}
