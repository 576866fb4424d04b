import type { GridFault } from '@fourfold/api';
import { fault, type Outline, polygonOf } from '@fourfold/map';
import { Skeleton } from '@fourfold/ui';
import { App, Button, Checkbox, Tag } from 'antd';
import type { MultiPolygon, Polygon } from 'geojson';
import { useEffect, useState } from 'react';
import { useProblemText } from '../../data/problems.ts';
import { useMay } from '../../data/session.ts';
import { known, useI18n } from '../../i18n.ts';
import { useCheck, useGrid, useGridWorkers, useRedraw } from './data.ts';
import { GridDoor } from './GridDoor.tsx';
import { editable } from './shapes.ts';

export interface GridPanelProps {
  id: string;
  outline: Outline | null;
  faults: readonly GridFault[];
  onOutline(outline: Outline | null): void;
  onFaults(faults: readonly GridFault[]): void;
  onClose(): void;
}

/** One grid: its figures, who serves it, and its boundary, which is drawn on the map and checked before it is saved. */
export function GridPanel({ id, outline, faults, onOutline, onFaults, onClose }: GridPanelProps) {
  const { t } = useI18n();
  const may = useMay();
  const problemText = useProblemText();
  const grid = useGrid(id);
  if (grid.isPending) return <Skeleton label={t('grids.loading')} />;
  if (grid.isError) return <p className="fault">{problemText(grid.error)}</p>;
  const { grid: shown, geometry } = grid.data;
  const ring = editable((geometry ?? null) as unknown as Polygon | MultiPolygon | null);
  return (
    <aside className="grids-panel" aria-label={shown.name}>
      <h2>
        {shown.name} {shown.synthetic ? <Tag>{t('unit.synthetic')}</Tag> : null}
      </h2>
      <p className="t3">
        {shown.code} · {t(`grid.kind.${shown.kind}`)}
        {shown.use ? ` · ${t(`grid.use.${shown.use}`)}` : ''} · {shown.villageName}
      </p>
      <dl className="grids-figures">
        <dt>{t('grid.households')}</dt>
        <dd>{shown.households}</dd>
        <dt>{t('grid.residents')}</dt>
        <dd>{shown.residents}</dd>
        <dt>{t('grid.size')}</dt>
        <dd>{t('grid.squareKilometres', { size: (shown.squareMetres / 1e6).toFixed(2) })}</dd>
      </dl>
      {may('grid-workers.read') ? <Workers id={id} /> : null}
      {outline ? (
        <Drawing
          id={id}
          revision={shown.revision}
          outline={outline}
          faults={faults}
          onFaults={onFaults}
          onDone={() => onOutline(null)}
        />
      ) : (
        <p className="row">
          {may('grids.write') && !shown.closedAt ? (
            <Button disabled={ring === null} onClick={() => onOutline(ring)}>
              {t('grid.redraw')}
            </Button>
          ) : null}
          {shown.closedAt ? null : <GridDoor id={id} name={shown.name} />}
          <Button onClick={onClose}>{t('verb.close')}</Button>
        </p>
      )}
      {ring === null && may('grids.write') ? <p className="hint">{t('grid.byFile')}</p> : null}
    </aside>
  );
}

function Workers({ id }: { id: string }) {
  const { t } = useI18n();
  const problemText = useProblemText();
  const workers = useGridWorkers(id, true);
  if (workers.isPending) return <Skeleton label={t('grids.loading')} />;
  if (workers.isError) return <p className="fault">{problemText(workers.error)}</p>;
  const now = Date.now();
  const serving = workers.data.filter((post) => !post.until || Date.parse(post.until) > now);
  return (
    <>
      <h3>{t('grid.workers')}</h3>
      {serving.length === 0 ? <p className="hint">{t('grid.noWorkers')}</p> : null}
      <ul>
        {serving.map((post) => (
          <li key={post.id}>
            {post.personName ?? t('detail.none')} · {t(`grid.role.${post.role}`)}
            {post.away ? ` · ${t('grid.away', { deputy: post.away.deputyName ?? t('detail.none') })}` : ''}
          </li>
        ))}
      </ul>
    </>
  );
}

interface DrawingProps {
  id: string;
  revision: number;
  outline: Outline;
  faults: readonly GridFault[];
  onFaults(faults: readonly GridFault[]): void;
  onDone(): void;
}

const checkDelayMilliseconds = 400;

function Drawing({ id, revision, outline, faults, onFaults, onDone }: DrawingProps) {
  const { t } = useI18n();
  const { message } = App.useApp();
  const problemText = useProblemText();
  const { mutate: check, isPending: checking } = useCheck();
  const save = useRedraw();
  const [accept, setAccept] = useState(false);
  const wrong = fault(outline);
  // What is drawn is checked when the hand rests.
  useEffect(() => {
    if (wrong) return;
    const wait = setTimeout(
      () =>
        check(
          { id, geometry: polygonOf(outline) },
          { onSuccess: (found) => onFaults(found.faults), onError: (error) => void message.error(problemText(error)) },
        ),
      checkDelayMilliseconds,
    );
    return () => clearTimeout(wait);
  }, [id, outline, wrong, check, onFaults, message, problemText]);
  const blocking = faults.some(({ code }) => code !== 'boundary.gap');
  const submit = () =>
    save.mutate(
      { id, revision, geometry: polygonOf(outline), acceptFaults: accept },
      {
        onSuccess: () => {
          void message.success(t('grid.redrawn'));
          onFaults([]);
          onDone();
        },
        onError: (error) => void message.error(problemText(error)),
      },
    );
  return (
    <>
      <p className="hint">{t('zone.drawHint')}</p>
      <Faults faults={faults} />
      {blocking ? (
        <Checkbox checked={accept} onChange={(event) => setAccept(event.target.checked)}>
          {t('grid.acceptFaults')}
        </Checkbox>
      ) : null}
      <p className="fault" role="status">
        {wrong ? t(`zone.fault.${wrong}`) : null}
      </p>
      <p className="row">
        <Button
          onClick={() => {
            onFaults([]);
            onDone();
          }}
        >
          {t('verb.cancel')}
        </Button>
        <Button
          type="primary"
          disabled={wrong !== null || checking || (blocking && !accept)}
          loading={save.isPending}
          onClick={submit}
        >
          {t('verb.save')}
        </Button>
      </p>
    </>
  );
}

/** Faults of a boundary, numbered as on the map. */
export function Faults({ faults }: { faults: readonly GridFault[] }) {
  const { t } = useI18n();
  if (faults.length === 0) return <p role="status">{t('grid.noFaults')}</p>;
  return (
    <ol className="grids-faults" aria-label={t('grid.faults')}>
      {faults.map((found, index) => {
        const words = known(`problem.${found.code}`);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a fault has no identity but its place in the list
          <li key={index}>
            {words ? t(words as 'problem.boundary.overlap') : found.code} ·{' '}
            {t('grid.squareMetres', { size: Math.round(found.squareMetres) })}
            {found.other ? ` · ${found.other}` : ''}
          </li>
        );
      })}
    </ol>
  );
}
