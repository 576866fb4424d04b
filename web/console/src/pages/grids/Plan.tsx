import type { GridPlan } from '@fourfold/api';
import { Skeleton } from '@fourfold/ui';
import { Table, type TableColumnsType } from 'antd';
import { useProblemText } from '../../data/problems.ts';
import { useI18n } from '../../i18n.ts';
import { setParams, useParam } from '../../router.ts';
import { AreaSelect } from '../settings/AreaSelect.tsx';
import { usePlan } from './data.ts';

type Load = GridPlan['fullest'][number];
type Proposal = GridPlan['proposals'][number];

const percent = (share: number) => `${Math.round(share * 100)} %`;

/** How full the grids of a county are, and what would even it out: before and after. */
export function Plan() {
  const { t } = useI18n();
  const problemText = useProblemText();
  const area = useParam('area') ?? '';
  const plan = usePlan(area);
  return (
    <div className="grids-plan">
      <p className="row">
        <label htmlFor="plan-area">{t('plan.area')}</label>
        <AreaSelect id="plan-area" value={area} onChange={(code) => setParams({ area: code })} />
      </p>
      {area === '' ? <p className="hint">{t('plan.choose')}</p> : null}
      {plan.isLoading ? <Skeleton label={t('grids.loading')} /> : null}
      {plan.isError ? <p className="fault">{problemText(plan.error)}</p> : null}
      {plan.data ? <Shown plan={plan.data} /> : null}
    </div>
  );
}

function Shown({ plan }: { plan: GridPlan }) {
  const { t } = useI18n();
  const loads: TableColumnsType<Load> = [
    {
      title: t('plan.grid'),
      render: (_, row) => (
        <>
          {row.name} <small>{row.code}</small>
        </>
      ),
    },
    { title: t('grid.households'), dataIndex: 'households', align: 'right' },
    { title: t('plan.open'), dataIndex: 'openCases', align: 'right' },
    { title: t('plan.month'), dataIndex: 'casesAMonth', align: 'right' },
    { title: t('plan.walking'), dataIndex: 'walkingHours', align: 'right' },
    { title: t('plan.hours'), dataIndex: 'workHours', align: 'right' },
    { title: t('plan.workers'), dataIndex: 'workers', align: 'right' },
    { title: t('plan.load'), align: 'right', render: (_, row) => percent(row.load) },
    { title: t('plan.verdict'), render: (_, row) => t(`plan.verdict.${row.verdict}`) },
  ];
  const proposals: TableColumnsType<Proposal> = [
    { title: t('plan.what'), render: (_, row) => t(`plan.kind.${row.kind}` as 'plan.kind.split', { into: row.into }) },
    { title: t('plan.grids'), render: (_, row) => row.grids.join(' + ') },
    { title: t('plan.people'), render: (_, row) => `${row.workersBefore} → ${row.workersAfter}` },
    { title: t('plan.load'), render: (_, row) => `${percent(row.loadBefore)} → ${percent(row.loadAfter)}` },
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
          mean: percent(plan.meanLoad),
        })}
      </p>
      <p className="hint">
        {t('plan.counted', {
          visit: limits.visitMinutes,
          case: limits.caseMinutes,
          speed: limits.walkingKilometresPerHour,
          hours: limits.hoursAMonth,
          over: percent(limits.overloadedAbove),
          under: percent(limits.idleBelow),
        })}
      </p>
      <h2>{t('plan.proposals')}</h2>
      <Table<Proposal>
        size="small"
        pagination={false}
        columns={proposals}
        dataSource={plan.proposals}
        rowKey={(row) => row.grids.join()}
        locale={{ emptyText: t('plan.noProposals') }}
      />
      <h2>{t('plan.fullest')}</h2>
      <Table<Load> size="small" pagination={false} columns={loads} dataSource={plan.fullest} rowKey="code" />
      <h2>{t('plan.emptiest')}</h2>
      <Table<Load> size="small" pagination={false} columns={loads} dataSource={plan.emptiest} rowKey="code" />
    </>
  );
}
