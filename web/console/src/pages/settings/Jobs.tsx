import { client, type Job } from '@fourfold/api';
import { Button, Progress, type TableColumnsType } from 'antd';
import { useMay } from '../../data/session.ts';
import { useChange, useJobs } from '../../data/settings.ts';
import { known, useI18n } from '../../i18n.ts';
import { useFeedback } from './feedback.ts';
import { Listing } from './Listing.tsx';

const cancel = async (id: string) => client.POST('/jobs/{id}/cancel', { params: { path: { id } } });

export function Jobs() {
  const { t, format } = useI18n();
  const may = useMay();
  const say = useFeedback();
  const jobs = useJobs();
  const stop = useChange('jobs', cancel);
  const time = (at: string | null | undefined) => (at ? format.dayTime(at) : t('detail.none'));
  const columns: TableColumnsType<Job> = [
    { title: t('job.kind'), dataIndex: 'kind' },
    {
      title: t('job.state'),
      dataIndex: 'state',
      render: (state: string, job) => {
        const key = known(`job.state.${state}`);
        return `${key ? t(key as 'job.state.done') : state}${job.error ? ` · ${job.error}` : ''}`;
      },
    },
    {
      title: t('job.progress'),
      render: (_, { progress }) =>
        progress && progress.total > 0 ? (
          <Progress percent={Math.round((progress.done / progress.total) * 100)} size="small" />
        ) : null,
    },
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
  return <Listing query={jobs} columns={columns} rowKey={(job) => job.id} />;
}
