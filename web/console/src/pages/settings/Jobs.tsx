import { client, type Job, type RecurringJob } from '@fourfold/api';
import { Icon } from '@fourfold/ui';
import { Button, Progress, type TableColumnsType } from 'antd';
import { useMay } from '../../data/session.ts';
import { useChange, useJobs, useRecurringJobs } from '../../data/settings.ts';
import { known, useI18n } from '../../i18n.ts';
import { Listing } from '../../shell/Listing.tsx';
import { useFeedback } from './feedback.ts';

const cancel = async (id: string) => client.POST('/jobs/{id}/cancel', { params: { path: { id } } });

/** What the server does beside its answers: asked for once, and again and again. */
export function Jobs() {
  const { t, format } = useI18n();
  const may = useMay();
  const say = useFeedback();
  const jobs = useJobs();
  const stop = useChange('jobs', cancel);
  const time = (at: string | null | undefined) => (at ? format.dayTime(at) : t('detail.none'));
  const columns: TableColumnsType<Job> = [
    { title: t('job.kind'), dataIndex: 'kind', render: (kind: string) => <JobName code={kind} /> },
    {
      title: t('job.state'),
      dataIndex: 'state',
      render: (state: string, job) => {
        const key = known(`job.state.${state}`);
        return `${key ? t(key as 'job.state.done') : state}${job.error ? ` · ${job.error}` : ''}`;
      },
    },
    { title: t('job.progress'), render: (_, job) => <Done progress={job.progress} /> },
    { title: t('job.started'), dataIndex: 'startedAt', render: time },
    { title: t('job.ended'), dataIndex: 'endedAt', render: time },
    {
      title: '',
      render: (_, job) =>
        may('jobs.write') && !job.endedAt ? (
          <Button size="small" onClick={() => stop.mutate(job.id, { onSuccess: say.saved, onError: say.failed })}>
            {t('job.cancel')}
          </Button>
        ) : null,
    },
  ];
  return (
    <>
      <Recurring />
      <h3>{t('job.asked')}</h3>
      <Listing query={jobs} columns={columns} rowKey={(job) => job.id} empty={t('job.none')} />
    </>
  );
}

function Recurring() {
  const { t, format } = useI18n();
  const turns = useRecurringJobs();
  const time = (at: string | null | undefined) => (at ? format.dayClock(at) : t('detail.none'));
  const columns: TableColumnsType<RecurringJob> = [
    { title: t('job.kind'), dataIndex: 'name', render: (name: string) => <JobName code={name} /> },
    { title: t('job.every'), dataIndex: 'everySeconds', render: (seconds: number) => <Every seconds={seconds} /> },
    { title: t('job.lastStarted'), dataIndex: 'startedAt', render: time },
    { title: t('job.due'), dataIndex: 'dueAt', render: time },
    { title: t('job.progress'), render: (_, turn) => <Done progress={turn.progress} /> },
    {
      title: t('job.state'),
      render: (_, { error }) =>
        error ? (
          <span data-tone="l1">
            <Icon name="warning" size={14} /> {error}
          </span>
        ) : (
          <span data-tone="ok">
            <Icon name="check" size={14} /> {t('job.well')}
          </span>
        ),
    },
  ];
  return (
    <>
      <h3>{t('job.recurring')}</h3>
      <Listing query={turns} columns={columns} rowKey={(turn) => turn.name} />
    </>
  );
}

function JobName({ code }: { code: string }) {
  const { t } = useI18n();
  const key = known(`job.name.${code}`);
  return key ? <span title={code}>{t(key as 'job.name.audit-seal')}</span> : <code>{code}</code>;
}

function Every({ seconds }: { seconds: number }) {
  const { t } = useI18n();
  if (seconds < 60) return t('job.everySeconds', { count: seconds });
  if (seconds < 3600) return t('job.everyMinutes', { count: Math.round(seconds / 60) });
  return t('job.everyHours', { count: Math.round(seconds / 3600) });
}

function Done({ progress }: { progress: Job['progress'] }) {
  if (!progress || progress.total <= 0) return null;
  return <Progress percent={Math.round((progress.done / progress.total) * 100)} size="small" />;
}
