import type { CaseDetail } from '@fourfold/api';
import { isProblem } from '@fourfold/api';
import { LevelBadge, Skeleton, StateCard } from '@fourfold/ui';
import { Button } from 'antd';
import { useNow } from '../../data/live.ts';
import { useProblemText } from '../../data/problems.ts';
import { useI18n } from '../../i18n.ts';
import { link } from '../../router.ts';
import { Alerts } from './Alerts.tsx';
import { StateMark } from './CaseList.tsx';
import { CaseMap } from './CaseMap.tsx';
import { useCase } from './data.ts';
import { Next } from './Next.tsx';
import { Reports } from './Reports.tsx';
import { Stepper } from './Stepper.tsx';
import { Timeline } from './Timeline.tsx';
import { Told } from './Told.tsx';
import { useDeeds } from './useDeeds.tsx';
import { WorkOrders } from './WorkOrders.tsx';
import { useCaseWords } from './words.ts';

/** One case: where it stands, what happened, who works on it, what they found, and the one thing to do next. */
export function CasePage({ id }: { id: string }) {
  const { t } = useI18n();
  const { data, error, refetch } = useCase(id);
  if (data) return <Case shown={data} />;
  if (error) return <Gone error={error} onRetry={() => void refetch()} />;
  return <Skeleton rows={6} label={t('case.loading')} />;
}

function Gone({ error, onRetry }: { error: unknown; onRetry(): void }) {
  const { t } = useI18n();
  const problemText = useProblemText();
  const hidden = isProblem(error) && (error.status === 404 || error.status === 403);
  const back = (
    <Button key="back" {...link('/cases')}>
      {t('case.back')}
    </Button>
  );
  return hidden ? (
    <StateCard icon="lock" title={error.status === 403 ? problemText(error) : t('case.gone')} actions={back}>
      {t('case.goneHint')}
    </StateCard>
  ) : (
    <StateCard
      icon="warning"
      tone="l2"
      title={t('cases.error')}
      actions={[
        <Button key="retry" type="primary" onClick={onRetry}>
          {t('verb.retry')}
        </Button>,
        back,
      ]}
    >
      {problemText(error)}
    </StateCard>
  );
}

function Case({ shown }: { shown: CaseDetail }) {
  const deeds = useDeeds(shown);
  return (
    <div className="case">
      <Head shown={shown} />
      <Stepper shown={shown} />
      <Timeline shown={shown} onNote={deeds.note} busy={deeds.busy} />
      <div className="case-work">
        <div className="case-scroll">
          <Told shown={shown} />
          <WorkOrders shown={shown} onIssue={deeds.askIssue} onCancel={deeds.askCancel} />
          <Reports shown={shown} />
        </div>
        <Next shown={shown} deeds={deeds} />
      </div>
      <div className="case-side">
        <CaseMap shown={shown} />
        <Alerts shown={shown} />
      </div>
      {deeds.dialog}
    </div>
  );
}

function Head({ shown }: { shown: CaseDetail }) {
  const { t, format } = useI18n();
  const say = useCaseWords();
  const now = useNow();
  const due = say.due(shown.deadlineAt, now);
  return (
    <header className="case-head">
      <LevelBadge level={shown.level} size={30} label={t(`level.${shown.level}`)} />
      <div className="case-name">
        <h1>{say.title(shown)}</h1>
        <p className="t2">
          {shown.number} ·{' '}
          {t('case.by', {
            origin: t(`case.origin.${shown.origin}`),
            owner: shown.ownerUnit?.name ?? '—',
            handler: shown.handlingUnit?.name ?? t('cases.noUnit'),
          })}
          {shown.simulated ? ` · ${t('case.simulated')}` : ''}
        </p>
      </div>
      <StateMark item={shown} />
      <dl className="case-due">
        <dt>{t('case.deadline')}</dt>
        <dd>
          {shown.closedAt ? (
            t('case.closedAt', { time: format.dayTime(shown.closedAt) })
          ) : shown.pausedAt ? (
            t('case.paused', { time: format.dayTime(shown.pausedAt) })
          ) : (
            <>
              {format.dayTime(shown.deadlineAt)} · <b data-tone={due.late ? 'l1' : 'ok'}>{due.text}</b>
            </>
          )}
        </dd>
      </dl>
    </header>
  );
}
