import type { GridItem, GridMerge } from '@fourfold/api';
import { Skeleton } from '@fourfold/ui';
import { App, Button, Input, Select } from 'antd';
import { useEffect, useState } from 'react';
import { useProblemText } from '../../data/problems.ts';
import { useI18n } from '../../i18n.ts';
import { Conflict } from './Conflict.tsx';
import { theirs, useMerge } from './changes.ts';
import { useMergeProposal, useNeighbours } from './data.ts';
import { longestName, People } from './NewGrid.tsx';
import type { Scene } from './scene.ts';
import { areaOf, boxOf } from './shapes.ts';

export interface MergeProps {
  scene: Scene;
  grid: GridItem;
  other: string | null;
  onOther(id: string): void;
  onDone(): void;
}

/** One grid of two neighbours: this one keeps its code, the other is closed and its people come along. */
export function Merge({ scene, grid, other, onOther, onDone }: MergeProps) {
  const { t } = useI18n();
  const problemText = useProblemText();
  const neighbours = useNeighbours(grid.id);
  const [round, setRound] = useState(0);
  const proposal = useMergeProposal(grid.id, other, round);
  const { setMarks, goTo } = scene;
  const area = areaOf(proposal.data?.geometry);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the area is that of the answer
  useEffect(() => {
    setMarks(area ? [{ area, text: t('merge.together'), tone: 'accent' }] : []);
    goTo(boxOf(area));
    return () => setMarks([]);
  }, [proposal.data, setMarks, goTo]);
  if (neighbours.isPending) return <Skeleton label={t('grids.loading')} />;
  if (neighbours.isError)
    return (
      <>
        <p className="fault">{problemText(neighbours.error)}</p>
        <Button onClick={onDone}>{t('verb.cancel')}</Button>
      </>
    );
  return (
    <>
      <h3>{t('merge.title')}</h3>
      <p className="hint">{neighbours.data.length === 0 ? t('merge.none') : t('merge.hint')}</p>
      <label htmlFor="merge-with">{t('merge.with')}</label>
      <Select
        id="merge-with"
        value={other}
        onChange={onOther}
        options={neighbours.data.map(({ id, name, code, households }) => ({
          value: id,
          label: `${name} ${code} · ${t('grids.households', { count: households })}`,
        }))}
      />
      {proposal.isError ? <p className="fault">{problemText(proposal.error)}</p> : null}
      {proposal.data ? (
        <Form
          key={`${other} ${round}`}
          grid={grid}
          proposal={proposal.data}
          onAgain={() => setRound(round + 1)}
          onDone={onDone}
        />
      ) : (
        <p className="row">
          <Button onClick={onDone}>{t('verb.cancel')}</Button>
        </p>
      )}
    </>
  );
}

interface FormProps {
  grid: GridItem;
  proposal: GridMerge;
  onAgain(): void;
  onDone(): void;
}

function Form({ grid, proposal, onAgain, onDone }: FormProps) {
  const { t, format } = useI18n();
  const { message } = App.useApp();
  const problemText = useProblemText();
  const merge = useMerge();
  const [name, setName] = useState(proposal.grid.name);
  const [people, setPeople] = useState({ households: proposal.households, residents: proposal.residents });
  const [stale, setStale] = useState(false);
  const overtaken = (stale || grid.revision !== proposal.grid.revision) && !merge.isPending && !merge.isSuccess;
  const submit = () =>
    merge.mutate(
      { grid: proposal.grid, other: proposal.with, name: name.trim(), ...people },
      {
        onSuccess: () => {
          void message.success(t('merge.done', { code: proposal.grid.code }));
          onDone();
        },
        onError: (error) => {
          if (theirs(error)) setStale(true);
          else void message.error(problemText(error));
        },
      },
    );
  return (
    <div className="stack">
      <p>
        {t('merge.what', {
          kept: proposal.grid.code,
          closed: proposal.with.code,
          size: format.number(proposal.squareMetres / 1e6, 2),
        })}
      </p>
      <label htmlFor="merge-name">{t('grid.name')}</label>
      <Input id="merge-name" value={name} maxLength={longestName} onChange={(event) => setName(event.target.value)} />
      <People {...people} onChange={(change) => setPeople((before) => ({ ...before, ...change }))} />
      {overtaken ? (
        <Conflict at={grid.updatedAt} onTheirs={onAgain}>
          {t('grid.conflictPlan')}
        </Conflict>
      ) : null}
      <p className="row">
        <Button onClick={onDone}>{t('verb.cancel')}</Button>
        <Button type="primary" disabled={!name.trim() || overtaken} loading={merge.isPending} onClick={submit}>
          {t('merge.do')}
        </Button>
      </p>
    </div>
  );
}
