import type { GridItem } from '@fourfold/api';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useProblemText } from '../../data/problems.ts';
import { useI18n } from '../../i18n.ts';
import { Boundary, useBoundary } from './Boundary.tsx';
import { Conflict } from './Conflict.tsx';
import { theirs, useRedraw } from './changes.ts';
import { drawnOf } from './drawing.ts';
import type { Area } from './drawn.ts';
import type { Scene } from './scene.ts';

export interface RedrawProps {
  scene: Scene;
  /** As the server has it now, which may be newer than what was begun with. */
  grid: GridItem;
  present: Area | null;
  /** What to begin with: the present boundary, or an earlier one. */
  first: Area | null;
  onDone(): void;
}

/** Another boundary for a grid; the one before stays in its history. */
export function Redraw({ scene, grid, present, first, onDone }: RedrawProps) {
  const { t } = useI18n();
  const { message } = App.useApp();
  const problemText = useProblemText();
  const save = useRedraw();
  const [base, setBase] = useState(grid.revision);
  const state = useBoundary(scene, drawnOf(first), { gridId: grid.id });
  const overtaken = grid.revision !== base && !save.isPending && !save.isSuccess;
  const submit = () => {
    if (!state.geometry) return;
    save.mutate(
      { id: grid.id, revision: base, geometry: state.geometry, acceptFaults: state.accept },
      {
        onSuccess: () => {
          void message.success(t('grid.redrawn'));
          onDone();
        },
        // Who was faster is told of above the buttons, as soon as the grid has come anew.
        onError: (error) => {
          if (!theirs(error)) void message.error(problemText(error));
        },
      },
    );
  };
  return (
    <>
      <Boundary scene={scene} state={state} />
      {overtaken ? (
        <Conflict
          at={grid.updatedAt}
          onMine={() => setBase(grid.revision)}
          onTheirs={() => {
            state.set(drawnOf(present));
            setBase(grid.revision);
          }}
        >
          {t('grid.conflictBoundary')}
        </Conflict>
      ) : null}
      <p className="row">
        <Button onClick={onDone}>{t('verb.cancel')}</Button>
        <Button type="primary" disabled={!state.ready || overtaken} loading={save.isPending} onClick={submit}>
          {t('verb.save')}
        </Button>
      </p>
    </>
  );
}
