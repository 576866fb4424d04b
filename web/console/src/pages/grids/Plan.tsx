import type { GridLoad, GridPlan } from '@fourfold/api';
import { Skeleton } from '@fourfold/ui';
import { Table, type TableColumnsType } from 'antd';
import { lazy, Suspense, useEffect, useMemo } from 'react';
import { useProblemText } from '../../data/problems.ts';
import { useSignedIn } from '../../data/session.ts';
import { useI18n } from '../../i18n.ts';
import { link, navigate, setParams, useParam } from '../../router.ts';
import { AreaSelect } from '../settings/AreaSelect.tsx';
import { usePlan } from './data.ts';
import type { Standing, Window } from './drawn.ts';
import { shapes, tones } from './load.ts';
import { LoadBar, Proposals } from './Proposals.tsx';
import { type Scene, useScene } from './scene.ts';

const countyDigits = 6;

const GridMap = lazy(() => import('./GridMap.tsx'));

/** How full the grids of a county are, and what would even it out: on the map, as proposals to take, and as figures. */
export function Plan() {
  const { t } = useI18n();
  const problemText = useProblemText();
  const { post } = useSignedIn();
  // A plan is a county's or less: whoever has no more than that sees their own at once.
  const area = useParam('area') ?? (post.area.path.length >= countyDigits ? post.area.code : '');
  const plan = usePlan(area);
  const scene = useScene();
  const standing = useStanding(plan.data);
  const { goTo } = scene;
  useEffect(() => goTo(boxOfLoads(loadsOf(plan.data))), [plan.data, goTo]);
  return (
    <div className="grids-body">
      <div className="grids-plan">
        <p className="row">
          <label htmlFor="plan-area">{t('plan.area')}</label>
          <AreaSelect id="plan-area" value={area} onChange={(code) => setParams({ area: code })} />
        </p>
        {area === '' ? <p className="hint">{t('plan.choose')}</p> : null}
        {plan.isLoading ? <Skeleton label={t('grids.loading')} /> : null}
        {plan.isError ? <p className="fault">{problemText(plan.error)}</p> : null}
        {plan.data ? <Shown plan={plan.data} scene={scene} /> : null}
      </div>
      <Suspense fallback={<Skeleton label={t('grids.loading')} />}>
        <GridMap
          scene={scene}
          chosen={null}
          micro={false}
          standing={standing}
          area={area || undefined}
          onPick={(id) => navigate(`/grids?id=${id}`)}
        />
      </Suspense>
    </div>
  );
}

const loadsOf = (plan: GridPlan | undefined): GridLoad[] => (plan ? [...plan.fullest, ...plan.emptiest] : []);

function useStanding(plan: GridPlan | undefined): Standing {
  const { t, format } = useI18n();
  return useMemo(
    () =>
      new Map(
        (plan?.marks ?? []).map(({ id, load, verdict }) => [
          id,
          {
            tone: tones[verdict],
            text: `${shapes[verdict]} ${verdict === 'unstaffed' ? t('plan.verdict.unstaffed') : format.percent(load)}`,
          },
        ]),
      ),
    [plan, t, format],
  );
}

const margin = 0.02;

function boxOfLoads(loads: readonly Pick<GridLoad, 'position'>[]): Window | null {
  const places = loads.flatMap(({ position }) => (position ? [position] : []));
  if (places.length === 0) return null;
  const [longitudes, latitudes] = [places.map((at) => at.longitude), places.map((at) => at.latitude)];
  return [
    Math.min(...longitudes) - margin,
    Math.min(...latitudes) - margin,
    Math.max(...longitudes) + margin,
    Math.max(...latitudes) + margin,
  ];
}

function Shown({ plan, scene }: { plan: GridPlan; scene: Scene }) {
  const { t, format } = useI18n();
  const columns: TableColumnsType<GridLoad> = [
    {
      title: t('plan.grid'),
      render: (_, row) => (
        <a {...link(`/grids?id=${row.id}`)}>
          {row.name} <small>{row.code}</small>
        </a>
      ),
    },
    { title: t('plan.verdict'), render: (_, { verdict }) => `${shapes[verdict]} ${t(`plan.verdict.${verdict}`)}` },
    { title: t('plan.load'), render: (_, { load }) => <LoadBar load={load} shape="" /> },
    { title: t('plan.workers'), dataIndex: 'workers', align: 'right' },
    { title: t('grid.households'), dataIndex: 'households', align: 'right' },
    { title: t('plan.open'), dataIndex: 'openCases', align: 'right' },
    { title: t('plan.month'), dataIndex: 'casesAMonth', align: 'right' },
    { title: t('plan.walking'), align: 'right', render: (_, row) => format.number(row.walkingHours, 1) },
    {
      title: t('plan.walkingEach'),
      align: 'right',
      render: (_, { walkingHours, workers }) => (workers > 0 ? format.number(walkingHours / workers, 1) : '—'),
    },
    { title: t('plan.hours'), align: 'right', render: (_, row) => format.number(row.workHours, 1) },
  ];
  const { limits } = plan;
  return (
    <>
      <p>
        {t('plan.summary', {
          grids: plan.grids,
          workers: plan.workers,
          overloaded: plan.overloaded,
          idle: plan.idle,
          unstaffed: plan.unstaffed,
          mean: format.percent(plan.meanLoad),
        })}
      </p>
      <details>
        <summary>{t('plan.how')}</summary>
        <p className="hint">
          {t('plan.counted', {
            visit: limits.visitMinutes,
            case: limits.caseMinutes,
            speed: limits.walkingKilometresPerHour,
            hours: limits.hoursAMonth,
            over: format.percent(limits.overloadedAbove),
            under: format.percent(limits.idleBelow),
          })}
        </p>
      </details>
      <h2>{t('plan.proposals')}</h2>
      <Proposals plan={plan} onShow={(grids) => scene.goTo(boxOfLoads(grids))} />
      {(['fullest', 'emptiest'] as const).map((which) =>
        plan[which].length > 0 ? (
          <section key={which} aria-labelledby={`plan-${which}`}>
            <h2 id={`plan-${which}`}>{t(`plan.${which}`)}</h2>
            <Table<GridLoad>
              size="small"
              pagination={{ pageSize: 20, showSizeChanger: false, hideOnSinglePage: true }}
              columns={columns}
              dataSource={plan[which]}
              rowKey="code"
              scroll={{ x: 'max-content' }}
            />
          </section>
        ) : null,
      )}
    </>
  );
}
