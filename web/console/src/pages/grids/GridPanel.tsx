import type { GridItem } from '@fourfold/api';
import { Icon, Skeleton } from '@fourfold/ui';
import { Button, Tag } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useProblemText } from '../../data/problems.ts';
import { useMay } from '../../data/session.ts';
import { useI18n } from '../../i18n.ts';
import { CloseDialog, DetailsDialog } from './Details.tsx';
import { useGrid, useGridWorkers } from './data.ts';
import type { Area } from './drawn.ts';
import { GridDoor } from './GridDoor.tsx';
import { History } from './History.tsx';
import { Merge } from './Merge.tsx';
import { Redraw } from './Redraw.tsx';
import { Split } from './Split.tsx';
import type { Scene } from './scene.ts';
import { areaOf, boxOf } from './shapes.ts';
import { isServing, Workers } from './Workers.tsx';

/** What is being done with a grid; the address says it, so that a plan can lead there. */
export type Deed =
  | { kind: 'join' | 'edit' | 'close' | 'history' }
  | { kind: 'redraw'; first?: Area }
  | { kind: 'split'; into: number }
  | { kind: 'merge'; other: string | null };

export interface GridPanelProps {
  id: string;
  scene: Scene;
  deed: Deed | null;
  onDeed(deed: Deed | null): void;
  onClose(): void;
}

/** One grid: its figures, who serves it, where it lies and lay, and everything that can be done with it. */
export function GridPanel({ id, scene, deed, onDeed, onClose }: GridPanelProps) {
  const { t } = useI18n();
  const problemText = useProblemText();
  const grid = useGrid(id);
  const area = areaOf(grid.data?.geometry);
  const { goTo } = scene;
  const flown = useRef(false);
  // Once: a change by somebody else does not move the map under one's hands.
  useEffect(() => {
    if (flown.current || !area) return;
    flown.current = true;
    goTo(boxOf(area));
  }, [area, goTo]);
  if (grid.isPending)
    return (
      <aside className="grids-panel">
        <Skeleton label={t('grids.loading')} />
      </aside>
    );
  if (grid.isError)
    return (
      <aside className="grids-panel">
        <p className="fault">{problemText(grid.error)}</p>
        <Button onClick={onClose}>{t('verb.close')}</Button>
      </aside>
    );
  const shown = grid.data.grid;
  const done = () => onDeed(null);
  const drawing = deed && ['redraw', 'split', 'merge', 'history'].includes(deed.kind);
  return (
    <aside className="grids-panel" aria-label={shown.name}>
      <Head grid={shown} onClose={drawing ? null : onClose} />
      {deed?.kind === 'redraw' ? (
        <Redraw scene={scene} grid={shown} present={area} first={deed.first ?? area} onDone={done} />
      ) : null}
      {deed?.kind === 'split' ? (
        <Split
          scene={scene}
          grid={shown}
          into={deed.into}
          onInto={(into) => onDeed({ kind: 'split', into })}
          onDone={done}
        />
      ) : null}
      {deed?.kind === 'merge' ? (
        <Merge
          scene={scene}
          grid={shown}
          other={deed.other}
          onOther={(other) => onDeed({ kind: 'merge', other })}
          onDone={done}
        />
      ) : null}
      {deed?.kind === 'history' ? (
        <History
          id={id}
          scene={scene}
          open={!shown.closedAt}
          onRedraw={(first) => onDeed({ kind: 'redraw', first })}
          onDone={done}
        />
      ) : null}
      {drawing ? null : <Overview grid={shown} deed={deed} drawn={area !== null} onDeed={onDeed} />}
    </aside>
  );
}

function Head({ grid, onClose }: { grid: GridItem; onClose: (() => void) | null }) {
  const { t, format } = useI18n();
  return (
    <header>
      <div className="grids-panel-title">
        <h2>
          {grid.name} {grid.synthetic ? <Tag>{t('unit.synthetic')}</Tag> : null}
        </h2>
        {onClose ? (
          <button type="button" className="bare" aria-label={t('verb.close')} onClick={onClose}>
            <Icon name="close" />
          </button>
        ) : null}
      </div>
      <p className="t3">
        {grid.code} · {t(`grid.kind.${grid.kind}`)}
        {grid.use ? ` · ${t(`grid.use.${grid.use}`)}` : ''} · {grid.villageName}
      </p>
      {grid.closedAt ? (
        <p className="grids-closed">{t('grid.closedAt', { at: format.dayTime(grid.closedAt) })}</p>
      ) : null}
    </header>
  );
}

interface OverviewProps {
  grid: GridItem;
  deed: Deed | null;
  drawn: boolean;
  onDeed(deed: Deed | null): void;
}

function Overview({ grid, deed, drawn, onDeed }: OverviewProps) {
  const { t, format } = useI18n();
  const may = useMay();
  const change = may('grids.write') && !grid.closedAt;
  return (
    <>
      <dl className="grids-figures">
        <dt>{t('grid.households')}</dt>
        <dd>{format.number(grid.households)}</dd>
        <dt>{t('grid.residents')}</dt>
        <dd>{format.number(grid.residents)}</dd>
        <dt>{t('grid.size')}</dt>
        <dd>
          {drawn ? t('grid.squareKilometres', { size: format.number(grid.squareMetres / 1e6, 2) }) : t('grid.notDrawn')}
        </dd>
      </dl>
      <div className="grids-deeds">
        {change ? (
          <>
            <Button onClick={() => onDeed({ kind: 'edit' })}>{t('grid.editShort')}</Button>
            <Button onClick={() => onDeed({ kind: 'redraw' })}>{drawn ? t('grid.redraw') : t('grid.draw')}</Button>
            <Button disabled={!drawn} onClick={() => onDeed({ kind: 'split', into: 2 })}>
              {t('split.title')}
            </Button>
            <Button disabled={!drawn} onClick={() => onDeed({ kind: 'merge', other: null })}>
              {t('merge.title')}
            </Button>
          </>
        ) : null}
        <Button onClick={() => onDeed({ kind: 'history' })}>{t('grid.history')}</Button>
        {grid.closedAt ? null : <GridDoor id={grid.id} name={grid.name} />}
        {change ? (
          <Button danger onClick={() => onDeed({ kind: 'close' })}>
            {t('grid.close')}
          </Button>
        ) : null}
      </div>
      {may('grid-workers.read') ? (
        <Workers
          grid={grid}
          joining={deed?.kind === 'join'}
          onJoin={(joining) => onDeed(joining ? { kind: 'join' } : null)}
        />
      ) : null}
      {deed?.kind === 'edit' && change ? <DetailsDialog grid={grid} onClose={() => onDeed(null)} /> : null}
      {deed?.kind === 'close' ? <Closing grid={grid} onClose={() => onDeed(null)} /> : null}
    </>
  );
}

function Closing({ grid, onClose }: { grid: GridItem; onClose(): void }) {
  const may = useMay();
  const workers = useGridWorkers(grid.id, may('grid-workers.read'));
  const [people] = useState(() => (workers.data ?? []).filter(isServing).length);
  return <CloseDialog grid={grid} people={people} onClose={onClose} />;
}
