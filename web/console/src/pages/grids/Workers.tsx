import type { GridItem, GridPost } from '@fourfold/api';
import { Icon, Skeleton } from '@fourfold/ui';
import { App, Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { useProblemText } from '../../data/problems.ts';
import { useMay } from '../../data/session.ts';
import { useI18n } from '../../i18n.ts';
import { useChangePost } from './changes.ts';
import { useGridWorkers } from './data.ts';
import { LeaveDialog } from './LeaveDialog.tsx';
import { JoinDialog, PostDialog } from './PostDialogs.tsx';
import { Week } from './Shifts.tsx';

type Dialog = { kind: 'edit' | 'leave'; id: string };

export const isServing = (post: GridPost) => !post.until || Date.parse(post.until) > Date.now();

export interface WorkersProps {
  grid: GridItem;
  joining: boolean;
  onJoin(joining: boolean): void;
}

/** Who serves a grid, their week and who stands in; and who served it before. */
export function Workers({ grid, joining, onJoin }: WorkersProps) {
  const { t, format } = useI18n();
  const may = useMay();
  const problemText = useProblemText();
  const workers = useGridWorkers(grid.id);
  const [dialog, setDialog] = useState<Dialog | null>(null);
  if (workers.isPending) return <Skeleton label={t('grids.loading')} />;
  if (workers.isError) return <p className="fault">{problemText(workers.error)}</p>;
  const change = may('grid-workers.write') && !grid.closedAt;
  const serving = workers.data.filter(isServing);
  const before = workers.data.filter((post) => !isServing(post));
  const asked = serving.find(({ id }) => id === dialog?.id);
  return (
    <section aria-label={t('grid.workers')}>
      <h3 className="grids-workers-head">
        {t('grid.workers')}
        {change ? (
          <Button size="small" icon={<Icon name="plus" size={14} />} onClick={() => onJoin(true)}>
            {t('post.join')}
          </Button>
        ) : null}
      </h3>
      {serving.length === 0 ? <p className="hint">{t('grid.noWorkers')}</p> : null}
      <ul className="grids-posts">
        {serving.map((post) => (
          <Post key={post.id} post={post} change={change} onAsk={(kind) => setDialog({ kind, id: post.id })} />
        ))}
      </ul>
      {before.length > 0 ? (
        <details>
          <summary>{t('post.before', { count: before.length })}</summary>
          <ul className="grids-posts">
            {before.map((post) => (
              <li key={post.id}>
                {post.personName ?? t('detail.none')} · {t(`grid.role.${post.role}`)}
                <small>
                  {t('grid.fromUntil', { from: format.dayTime(post.from), until: format.dayTime(post.until ?? 0) })}
                </small>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {joining && change ? <JoinDialog grid={grid} onClose={() => onJoin(false)} /> : null}
      {asked && dialog?.kind === 'edit' ? <PostDialog post={asked} onClose={() => setDialog(null)} /> : null}
      {asked && dialog?.kind === 'leave' ? (
        <LeaveDialog grid={grid} post={asked} onClose={() => setDialog(null)} />
      ) : null}
    </section>
  );
}

interface PostProps {
  post: GridPost;
  change: boolean;
  onAsk(kind: Dialog['kind']): void;
}

function Post({ post, change, onAsk }: PostProps) {
  const { t, format } = useI18n();
  const { message } = App.useApp();
  const problemText = useProblemText();
  const end = useChangePost();
  const name = post.personName ?? t('detail.none');
  return (
    <li>
      <b>{name}</b> · {t(`grid.role.${post.role}`)}
      {post.onDuty === null ? null : (
        <span className="grids-duty" data-on={post.onDuty}>
          {post.onDuty ? `● ${t('post.onDuty')}` : `○ ${t('post.offDuty')}`}
        </span>
      )}
      {post.away ? (
        <p className="grids-away">
          {t('post.away', {
            until: format.dayTime(post.away.until),
            deputy: post.away.deputyName ?? t('detail.none'),
          })}
        </p>
      ) : null}
      {post.until ? <small>{t('post.until', { at: format.dayTime(post.until) })}</small> : null}
      <details>
        <summary>{t('post.shifts')}</summary>
        <Week shifts={post.shifts} />
      </details>
      {change ? (
        <p className="row">
          <Button size="small" aria-label={`${t('verb.edit')} ${name}`} onClick={() => onAsk('edit')}>
            {t('verb.edit')}
          </Button>
          <Button size="small" aria-label={t('post.leaveOf', { name })} onClick={() => onAsk('leave')}>
            {t('post.leave')}
          </Button>
          <Popconfirm
            title={t('post.endAsk', { name })}
            okText={t('post.end')}
            okButtonProps={{ danger: true }}
            cancelButtonProps={{ autoFocus: true }}
            onConfirm={() =>
              end.mutate(
                { ...post, until: new Date().toISOString() },
                {
                  onSuccess: () => void message.success(t('post.ended', { name })),
                  onError: (error) => void message.error(problemText(error)),
                },
              )
            }
          >
            <Button size="small" aria-label={t('post.endOf', { name })}>
              {t('post.end')}
            </Button>
          </Popconfirm>
        </p>
      ) : null}
    </li>
  );
}
