import type { GridPlan, GridProposal } from '@fourfold/api';
import { Skeleton } from '@fourfold/ui';
import { Button } from 'antd';
import type { MultiPolygon } from 'geojson';
import { useState } from 'react';
import { useProblemText } from '../../data/problems.ts';
import { useMay } from '../../data/session.ts';
import { useI18n } from '../../i18n.ts';
import { navigate } from '../../router.ts';
import { useGrid, useMergeProposal, useSplitProposal } from './data.ts';
import type { Area } from './drawn.ts';
import { barLength, shapes } from './load.ts';
import { Sketch } from './Sketch.tsx';
import { areaOf } from './shapes.ts';

const firstShown = 20;

/** Where the plan leads to when somebody takes it. */
function hrefOf({ kind, grids: [grid, other], into }: GridProposal): string {
  if (kind === 'staff') return `/grids?id=${grid?.id}&do=join`;
  return kind === 'split'
    ? `/grids?id=${grid?.id}&do=split&into=${into}`
    : `/grids?id=${grid?.id}&do=merge&with=${other?.id}`;
}

export function Proposals({ plan, onShow }: { plan: GridPlan; onShow(grids: GridProposal['grids']): void }) {
  const { t } = useI18n();
  const [open, setOpen] = useState<string | null>(null);
  const [most, setMost] = useState(firstShown);
  if (plan.proposals.length === 0) return <p className="hint">{t('plan.noProposals')}</p>;
  return (
    <>
      <ul className="grids-proposals">
        {plan.proposals.slice(0, most).map((proposal) => {
          const key = proposal.grids.map(({ id }) => id).join();
          return (
            <li key={key}>
              <Proposal
                proposal={proposal}
                open={key === open}
                onOpen={() => {
                  setOpen(key === open ? null : key);
                  if (key !== open) onShow(proposal.grids);
                }}
              />
            </li>
          );
        })}
      </ul>
      {plan.proposals.length > most ? (
        <Button onClick={() => setMost(most + firstShown)}>
          {t('plan.more', { count: plan.proposals.length - most })}
        </Button>
      ) : null}
    </>
  );
}

interface ProposalProps {
  proposal: GridProposal;
  open: boolean;
  onOpen(): void;
}

function Proposal({ proposal, open, onOpen }: ProposalProps) {
  const { t, format } = useI18n();
  const may = useMay();
  const whatOf = useWhat();
  const names = proposal.grids.map(({ name }) => name).join(' + ');
  const what = whatOf(proposal);
  const mayTake = may(proposal.kind === 'staff' ? 'grid-workers.write' : 'grids.write');
  return (
    <article aria-label={`${what} ${names}`}>
      <h3>
        {what} <span className="t2">{names}</span>
      </h3>
      <div className="grids-before-after">
        <Side
          title={t('plan.before')}
          people={proposal.workersBefore}
          bars={proposal.grids.map((grid) => ({ key: grid.code, load: grid.load, shape: shapes[grid.verdict] }))}
        />
        <Side
          title={t('plan.after')}
          people={proposal.workersAfter}
          bars={Array.from({ length: proposal.into }, (_, i) => ({
            key: String(i),
            load: proposal.loadAfter,
            shape: shapes.fit,
          }))}
        />
      </div>
      {open ? <Pictures proposal={proposal} /> : null}
      <p className="row">
        <Button size="small" aria-expanded={open} onClick={onOpen}>
          {t(open ? 'plan.hide' : 'plan.show')}
        </Button>
        {mayTake ? (
          <Button size="small" type="primary" onClick={() => navigate(hrefOf(proposal))}>
            {t(`plan.take.${proposal.kind}`)}
          </Button>
        ) : null}
        <small className="t3">
          {proposal.grids
            .map(({ code, workHours }) => `${code} · ${t('plan.hoursOf', { hours: format.number(workHours, 0) })}`)
            .join('  ')}
        </small>
      </p>
    </article>
  );
}

function useWhat() {
  const { t } = useI18n();
  return ({ kind, into, workersAfter: workers }: GridProposal) =>
    kind === 'split'
      ? t('plan.kind.split', { into })
      : kind === 'staff'
        ? t('plan.kind.staff', { workers })
        : t('plan.kind.merge');
}

interface SideProps {
  title: string;
  people: number;
  bars: readonly { key: string; load: number; shape: string }[];
}

function Side({ title, people, bars }: SideProps) {
  const { t } = useI18n();
  return (
    <div>
      <small>
        {title} · {t('plan.peopleCount', { count: people })}
      </small>
      {bars.map(({ key, load, shape }) => (
        <LoadBar key={key} load={load} shape={shape} />
      ))}
    </div>
  );
}

/** Twice a person's time long, with a stroke where it is full. The figure stands beside it. */
export function LoadBar({ load, shape }: { load: number; shape: string }) {
  const { format } = useI18n();
  return (
    <span className="grids-load">
      <span className="grids-bar" data-over={load > 1} aria-hidden="true">
        <span style={{ width: `${barLength(load)}%` }} />
      </span>
      {shape} {format.percent(load)}
    </span>
  );
}

function Pictures({ proposal }: { proposal: GridProposal }) {
  const { t } = useI18n();
  const problemText = useProblemText();
  const [one, two] = proposal.grids;
  const first = useGrid(one?.id ?? null);
  const second = useGrid(two?.id ?? null);
  const split = useSplitProposal(one?.id ?? '', proposal.into, { enabled: proposal.kind === 'split' });
  const merge = useMergeProposal(one?.id ?? '', proposal.kind === 'merge' ? (two?.id ?? null) : null);
  const problem = first.error ?? second.error ?? split.error ?? merge.error;
  if (problem) return <p className="fault">{problemText(problem)}</p>;
  const areas = [first.data, second.data].map((detail) => areaOf(detail?.geometry));
  const present = areas.flatMap((area, i) =>
    area ? [{ area, text: numberOf(proposal.grids[i]?.code ?? ''), tone: 'l1' as const }] : [],
  );
  const then: (Area | null)[] =
    proposal.kind === 'split'
      ? (split.data?.parts ?? []).map(({ geometry }) => areaOf(geometry))
      : [proposal.kind === 'merge' ? areaOf(merge.data?.geometry) : (areas[0] ?? null)];
  if (
    first.isPending ||
    (proposal.kind === 'split' && split.isPending) ||
    (proposal.kind === 'merge' && merge.isPending)
  )
    return <Skeleton rows={1} label={t('grids.loading')} />;
  if (present.length === 0) return <p className="hint">{t('grid.notDrawn')}</p>;
  const frame = { type: 'MultiPolygon', coordinates: present.flatMap(({ area }) => parts(area)) } as MultiPolygon;
  return (
    <div className="grids-before-after">
      <Sketch title={t('plan.before')} areas={present} frame={frame} />
      <Sketch
        title={t('plan.after')}
        frame={frame}
        areas={then.flatMap((area, i) =>
          area
            ? [{ area, text: then.length > 1 ? String(i + 1) : numberOf(one?.code ?? ''), tone: 'ok' as const }]
            : [],
        )}
      />
    </div>
  );
}

/** Its number in the village, which the code ends with. */
const numberOf = (code: string) => code.slice(12);

const parts = (area: Area) => (area.type === 'Polygon' ? [area.coordinates] : area.coordinates);
