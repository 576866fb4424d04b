import type { GridItem, GridPart, GridPost, GridSplit } from '@fourfold/api';
import { add, middle } from '@fourfold/map';
import { Icon, Skeleton } from '@fourfold/ui';
import { App, Button, Checkbox, Input, InputNumber, Segmented, Select } from 'antd';
import { useState } from 'react';
import { useProblemText } from '../../data/problems.ts';
import { useMay } from '../../data/session.ts';
import { useI18n } from '../../i18n.ts';
import { Corners } from '../sea/Corners.tsx';
import { Conflict } from './Conflict.tsx';
import { theirs, useSplit } from './changes.ts';
import { useGridWorkers, useSplitProposal } from './data.ts';
import { longestName, mostPeople } from './NewGrid.tsx';
import type { Scene } from './scene.ts';
import { partName } from './shapes.ts';
import { type CutsState, useCuts } from './useCuts.ts';
import { isServing } from './Workers.tsx';

const mostParts = 8;
const centimetres = 7;

export interface SplitProps {
  scene: Scene;
  grid: GridItem;
  into: number;
  onInto(into: number): void;
  onDone(): void;
}

/** A grid in parts: the server proposes where, the hand moves the lines, and one press does all of it or nothing. */
export function Split({ scene, grid, into, onInto, onDone }: SplitProps) {
  const { t } = useI18n();
  const problemText = useProblemText();
  const may = useMay();
  const [round, setRound] = useState(0);
  const proposal = useSplitProposal(grid.id, into, { round });
  const workers = useGridWorkers(grid.id, may('grid-workers.read'));
  if (proposal.isError) return <Wrong text={problemText(proposal.error)} onDone={onDone} />;
  if (proposal.isPending || (may('grid-workers.read') && workers.isPending))
    return <Skeleton label={t('grids.loading')} />;
  return (
    <>
      <h3>{t('split.title')}</h3>
      <p className="hint">{t('split.hint')}</p>
      <label htmlFor="split-into">{t('split.into')}</label>
      <Select
        id="split-into"
        value={into}
        onChange={onInto}
        options={Array.from({ length: mostParts - 1 }, (_, i) => ({
          value: i + 2,
          label: t('split.parts', { count: i + 2 }),
        }))}
      />
      <Drawing
        // Another number of parts, or asked for anew: other lines.
        key={`${into} ${round}`}
        scene={scene}
        grid={grid}
        proposal={proposal.data}
        workers={(workers.data ?? []).filter(isServing)}
        onAgain={() => setRound(round + 1)}
        onDone={onDone}
      />
    </>
  );
}

function Wrong({ text, onDone }: { text: string; onDone(): void }) {
  const { t } = useI18n();
  return (
    <>
      <p className="fault">{text}</p>
      <Button onClick={onDone}>{t('verb.cancel')}</Button>
    </>
  );
}

interface DrawingProps {
  scene: Scene;
  grid: GridItem;
  proposal: GridSplit;
  workers: readonly GridPost[];
  onAgain(): void;
  onDone(): void;
}

function Drawing({ scene, grid, proposal, workers, onAgain, onDone }: DrawingProps) {
  const { t } = useI18n();
  const { message } = App.useApp();
  const problemText = useProblemText();
  const split = useSplit();
  const state = useCuts(scene, proposal);
  const [edits, setEdits] = useState<readonly Partial<GridPart>[]>([]);
  const count = proposal.cuts.length + 1;
  const shared = shareOut(workers, count);
  const parts = Array.from(
    { length: count },
    (_, i): GridPart => ({
      name: partName(grid, i),
      households: state.parts?.[i]?.households ?? proposal.parts[i]?.households ?? 0,
      residents: state.parts?.[i]?.residents ?? proposal.parts[i]?.residents ?? 0,
      workers: shared[i] ?? [],
      ...edits[i],
    }),
  );
  const set = (index: number, change: Partial<GridPart>) =>
    setEdits(parts.map((_, i) => (i === index ? { ...edits[i], ...change } : { ...edits[i] })));
  const leftOut = workers.filter(({ id }) => !parts.some((part) => part.workers?.includes(id)));
  const nameless = parts.some(({ name }) => !name.trim());
  const overtaken = grid.revision !== proposal.grid.revision && !split.isPending && !split.isSuccess;
  const submit = () =>
    split.mutate(
      { id: grid.id, revision: proposal.grid.revision, cuts: state.cuts, parts },
      {
        onSuccess: ({ grids }) => {
          void message.success(t('split.done', { count: grids.length }));
          onDone();
        },
        onError: (error) => {
          if (!theirs(error)) void message.error(problemText(error));
        },
      },
    );
  return (
    <>
      <Lines state={state} scene={scene} />
      {parts.map((part, index) => (
        <Part
          // biome-ignore lint/suspicious/noArrayIndexKey: a part is its number
          key={index}
          index={index}
          part={part}
          size={state.parts?.[index]?.squareMetres}
          workers={workers}
          onChange={(change) => set(index, change)}
        />
      ))}
      <p className="hint">{t('split.sum', sums(grid, parts))}</p>
      <p className="fault" role="status">
        {state.problem
          ? problemText(state.problem)
          : nameless
            ? t('grid.needsName')
            : leftOut.length > 0
              ? t('split.leftOut', { names: leftOut.map((post) => post.personName ?? '?').join(t('post.hoursAnd')) })
              : null}
      </p>
      {overtaken ? (
        <Conflict at={grid.updatedAt} onTheirs={onAgain}>
          {t('grid.conflictPlan')}
        </Conflict>
      ) : null}
      <p className="row">
        <Button onClick={onDone}>{t('verb.cancel')}</Button>
        <Button
          type="primary"
          disabled={!state.parts || nameless || leftOut.length > 0 || overtaken}
          loading={split.isPending}
          onClick={submit}
        >
          {t('split.do', { count })}
        </Button>
      </p>
    </>
  );
}

const sums = (grid: GridItem, parts: readonly GridPart[]) => ({
  households: parts.reduce((sum, part) => sum + part.households, 0),
  of: grid.households,
  residents: parts.reduce((sum, part) => sum + part.residents, 0),
  ofResidents: grid.residents,
});

/** One after the other, so that no part is without anybody; where there are too few, everybody serves each. */
function shareOut(workers: readonly GridPost[], parts: number): string[][] {
  const ids = workers.map(({ id }) => id);
  return Array.from({ length: parts }, (_, part) =>
    ids.length < parts ? ids : ids.filter((_, worker) => worker % parts === part),
  );
}

/** The lines as numbers: what the hand does on the map can be typed. */
function Lines({ state, scene }: { state: CutsState; scene: Scene }) {
  const { t } = useI18n();
  const cut = state.cuts[state.current] ?? [];
  return (
    <details>
      <summary>{t('split.lines')}</summary>
      {state.cuts.length > 1 ? (
        <Segmented
          aria-label={t('split.lines')}
          value={state.current}
          onChange={state.choose}
          options={state.cuts.map((_, i) => ({ value: i, label: t('split.line', { number: i + 1 }) }))}
        />
      ) : null}
      <Corners
        outline={cut}
        chosen={scene.corner}
        decimals={centimetres}
        fewest={2}
        onChange={state.change}
        onChoose={scene.setCorner}
      />
      <Button
        icon={<Icon name="plus" size={14} />}
        onClick={() => state.change(add(cut, middle(cut, cut.length - 2), cut.length - 1))}
      >
        {t('zone.addCorner')}
      </Button>
    </details>
  );
}

interface PartProps {
  index: number;
  part: GridPart;
  size: number | undefined;
  workers: readonly GridPost[];
  onChange(change: Partial<GridPart>): void;
}

function Part({ index, part, size, workers, onChange }: PartProps) {
  const { t, format } = useI18n();
  const id = `part-${index}`;
  return (
    <fieldset className="grids-part">
      <legend>
        {t('split.part', { number: index + 1 })}
        {size === undefined ? '' : ` · ${t('grid.squareKilometres', { size: format.number(size / 1e6, 2) })}`}
        {index === 0 ? ` · ${t('split.keepsCode')}` : ''}
      </legend>
      <label htmlFor={`${id}-name`}>{t('grid.name')}</label>
      <Input
        id={`${id}-name`}
        value={part.name}
        maxLength={longestName}
        onChange={(event) => onChange({ name: event.target.value })}
      />
      <div className="grids-two">
        {(['households', 'residents'] as const).map((field) => (
          <span key={field}>
            <label htmlFor={`${id}-${field}`}>{t(`grid.${field}`)}</label>
            <InputNumber
              id={`${id}-${field}`}
              min={0}
              max={mostPeople}
              precision={0}
              value={part[field]}
              onChange={(value) => onChange({ [field]: value ?? 0 })}
            />
          </span>
        ))}
      </div>
      {workers.length > 0 ? (
        <Checkbox.Group
          aria-label={t('split.whoServes', { number: index + 1 })}
          value={part.workers ?? []}
          onChange={(ids) => onChange({ workers: ids })}
          options={workers.map((post) => ({
            value: post.id,
            label: `${post.personName ?? t('detail.none')} · ${t(`grid.role.${post.role}`)}`,
          }))}
        />
      ) : null}
    </fieldset>
  );
}
