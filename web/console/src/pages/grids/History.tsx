import { Skeleton } from '@fourfold/ui';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useProblemText } from '../../data/problems.ts';
import { useMay } from '../../data/session.ts';
import { useI18n } from '../../i18n.ts';
import { More } from '../../shell/Listing.tsx';
import { useBoundaries } from './data.ts';
import type { Area } from './drawn.ts';
import type { Scene } from './scene.ts';
import { areaOf, boxOf } from './shapes.ts';

export interface HistoryProps {
  id: string;
  scene: Scene;
  /** The grid is one still, so that it may be drawn anew. */
  open: boolean;
  onRedraw(from: Area): void;
  onDone(): void;
}

/** The boundaries a grid had, each to be seen on the map, and to be begun with again. */
export function History({ id, scene, open, onRedraw, onDone }: HistoryProps) {
  const { t, format } = useI18n();
  const may = useMay();
  const problemText = useProblemText();
  const boundaries = useBoundaries(id);
  const [number, setNumber] = useState<number | null>(null);
  const shown = boundaries.data?.find((boundary) => boundary.number === number);
  const area = areaOf(shown?.geometry);
  const { setMarks, goTo } = scene;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the area is that of the number
  useEffect(() => {
    setMarks(area ? [{ area, text: t('grid.boundaryNumber', { number: number ?? 0 }), tone: 'accent' }] : []);
    goTo(boxOf(area));
    return () => setMarks([]);
  }, [number, shown, setMarks, goTo]);
  if (boundaries.isPending) return <Skeleton label={t('grids.loading')} />;
  if (boundaries.isError) return <p className="fault">{problemText(boundaries.error)}</p>;
  return (
    <>
      <h3>{t('grid.history')}</h3>
      <p className="hint">{t('grid.historyHint')}</p>
      <ol className="grids-history" reversed>
        {boundaries.data.map((boundary) => (
          <li key={boundary.number}>
            <button
              type="button"
              className="bare"
              aria-pressed={boundary.number === number}
              onClick={() => setNumber(boundary.number === number ? null : boundary.number)}
            >
              <b>{t('grid.boundaryNumber', { number: boundary.number })}</b>
              <small>
                {boundary.until
                  ? t('grid.fromUntil', { from: format.dayTime(boundary.from), until: format.dayTime(boundary.until) })
                  : t('grid.fromNow', { from: format.dayTime(boundary.from) })}
                {' · '}
                {t('grid.squareKilometres', { size: format.number(boundary.squareMetres / 1e6, 2) })}
                {boundary.acceptedFaults > 0 ? ` · ${t('grid.accepted', { count: boundary.acceptedFaults })}` : ''}
              </small>
            </button>
          </li>
        ))}
      </ol>
      <More query={boundaries} />
      <p className="row">
        {may('grids.write') && open && area && shown?.until ? (
          <Button onClick={() => onRedraw(area)}>{t('grid.restore')}</Button>
        ) : null}
        <Button onClick={onDone}>{t('grid.back')}</Button>
      </p>
    </>
  );
}
