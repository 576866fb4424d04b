import './patrols.css';
import type { PatrolPlan } from '@fourfold/api';
import { App, Button, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useProblemText } from '../../data/problems.ts';
import { useMay } from '../../data/session.ts';
import { useI18n } from '../../i18n.ts';
import { Listing } from '../../shell/Listing.tsx';
import { useEndPlan, usePatrolPlans } from './data.ts';
import { PlanDialog } from './PlanDialog.tsx';

/** Which points of a grid are walked, how often, and how often each was seen; numbers of places, never of people. */
export default function PatrolsPage() {
  const { t, format } = useI18n();
  const may = useMay();
  const plans = usePatrolPlans();
  const [dialog, setDialog] = useState<{ plan: PatrolPlan | null } | null>(null);
  const columns: TableColumnsType<PatrolPlan> = [
    { title: t('patrols.name'), dataIndex: 'name' },
    { title: t('patrols.grid'), render: (_, plan) => `${plan.gridName} ${plan.gridCode}` },
    {
      title: t('patrols.rhythm'),
      render: (_, { everyDays, byHour }) => t('patrols.rhythmIs', { count: everyDays, hour: byHour }),
    },
    { title: t('patrols.points'), render: (_, { points }) => format.number(points.length) },
    { title: t('patrols.due'), render: (_, { dueAt }) => format.dayTime(dueAt) },
    { title: t('patrols.last'), render: (_, { lastAt }) => (lastAt ? format.dayTime(lastAt) : t('patrols.never')) },
    {
      title: t('patrols.walks'),
      render: (_, { walks, wholeWalks }) => t('patrols.walksAre', { count: walks, whole: wholeWalks }),
    },
    {
      title: '',
      render: (_, plan) => (may('patrols.write') ? <Does plan={plan} onChange={() => setDialog({ plan })} /> : null),
    },
  ];
  return (
    <div className="patrols">
      <header className="patrols-head">
        <h1>{t('page.patrols')}</h1>
        {may('patrols.write') ? (
          <Button type="primary" onClick={() => setDialog({ plan: null })}>
            {t('patrols.add')}
          </Button>
        ) : null}
      </header>
      <p className="hint">{t('patrols.intro')}</p>
      <Listing
        query={plans}
        columns={columns}
        rowKey={(plan) => plan.id}
        empty={t('patrols.none')}
        expanded={(plan) => <ByPoint plan={plan} />}
      />
      {dialog ? <PlanDialog plan={dialog.plan} onClose={() => setDialog(null)} /> : null}
    </div>
  );
}

function Does({ plan, onChange }: { plan: PatrolPlan; onChange(): void }) {
  const { t } = useI18n();
  const { modal, message } = App.useApp();
  const problemText = useProblemText();
  const end = useEndPlan();
  const ask = () =>
    void modal.confirm({
      title: t('patrols.endSure', { name: plan.name }),
      content: t('patrols.endHint'),
      okText: t('patrols.end'),
      cancelText: t('verb.cancel'),
      onOk: () => end.mutateAsync(plan).catch((error: unknown) => void message.error(problemText(error))),
    });
  return (
    <span className="row">
      <Button size="small" onClick={onChange}>
        {t('patrols.change')}
      </Button>
      <Button size="small" onClick={ask}>
        {t('patrols.end')}
      </Button>
    </span>
  );
}

/** How often each point was seen in the last thirty days. */
function ByPoint({ plan }: { plan: PatrolPlan }) {
  const { t, format } = useI18n();
  return (
    <table className="table" aria-label={t('patrols.byPoint', { name: plan.name })}>
      <thead>
        <tr>
          <th scope="col">{t('patrols.point')}</th>
          <th scope="col">{t('patrols.radius')}</th>
          <th scope="col">{t('patrols.times')}</th>
          <th scope="col">{t('patrols.byHand')}</th>
        </tr>
      </thead>
      <tbody>
        {plan.points.map((point, index) => (
          <tr key={point.id}>
            <th scope="row">
              {index + 1}. {point.name}
            </th>
            <td>{format.number(point.radiusMetres)}</td>
            <td>{t('patrols.timesOf', { times: point.times, walks: plan.walks })}</td>
            <td>{format.number(point.byHand)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
