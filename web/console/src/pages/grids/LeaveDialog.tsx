import type { GridItem, GridLeave, GridPost } from '@fourfold/api';
import { Skeleton } from '@fourfold/ui';
import { App, Button, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useProblemText } from '../../data/problems.ts';
import { useI18n } from '../../i18n.ts';
import { useEndLeave, useTakeLeave } from './changes.ts';
import { useLeaves, useWorkersOf } from './data.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
const townshipDigits = 9;

/** As a `datetime-local` field wants it: the wall clock here. */
const localOf = (at: number) => new Date(at - new Date(at).getTimezoneOffset() * minute).toISOString().slice(0, 16);
const instantOf = (local: string) => (local ? new Date(local).toISOString() : '');

/** Who stands in for somebody from when until when; beside it the leaves there were and will be. Why is not asked. */
export function LeaveDialog({ grid, post, onClose }: { grid: GridItem; post: GridPost; onClose(): void }) {
  const { t } = useI18n();
  const { message } = App.useApp();
  const problemText = useProblemText();
  const take = useTakeLeave();
  const others = useWorkersOf(grid.code.slice(0, townshipDigits));
  const [deputyId, setDeputyId] = useState<string>();
  const [from, setFrom] = useState(() => localOf(Date.now()));
  const [until, setUntil] = useState(() => localOf(Date.now() + 7 * day));
  const ready = deputyId && from && until && from < until;
  const submit = () => {
    if (!deputyId) return;
    take.mutate(
      { id: post.id, deputyId, from: instantOf(from), until: instantOf(until) },
      {
        onSuccess: () => {
          void message.success(t('leave.entered'));
          onClose();
        },
        onError: (error) => void message.error(problemText(error)),
      },
    );
  };
  return (
    <Modal
      open
      title={t('leave.title', { name: post.personName ?? t('detail.none') })}
      okText={t('leave.enter')}
      okButtonProps={{ disabled: !ready, loading: take.isPending }}
      onOk={submit}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <div className="stack">
        <Leaves id={post.id} />
        <h3>{t('leave.new')}</h3>
        <label htmlFor="leave-deputy">{t('leave.deputy')}</label>
        <Select
          id="leave-deputy"
          value={deputyId}
          loading={others.isFetching}
          onChange={setDeputyId}
          showSearch={{ optionFilterProp: 'label' }}
          aria-describedby="leave-deputy-hint"
          options={(others.data ?? [])
            .filter(({ person }) => person !== post.person)
            .map((other) => ({
              value: other.id,
              disabled: other.away !== null,
              label: `${other.personName ?? t('detail.none')} · ${other.gridName} · ${t(`grid.role.${other.role}`)}${
                other.away ? ` · ${t('leave.isAway')}` : ''
              }`,
            }))}
        />
        <p id="leave-deputy-hint" className="hint">
          {t('leave.hint')}
        </p>
        <label htmlFor="leave-from">{t('leave.from')}</label>
        <Input id="leave-from" type="datetime-local" value={from} onChange={(event) => setFrom(event.target.value)} />
        <label htmlFor="leave-until">{t('leave.until')}</label>
        <Input
          id="leave-until"
          type="datetime-local"
          value={until}
          onChange={(event) => setUntil(event.target.value)}
        />
        <p className="fault" role="status">
          {from && until && from >= until ? t('leave.order') : null}
        </p>
      </div>
    </Modal>
  );
}

function Leaves({ id }: { id: string }) {
  const { t } = useI18n();
  const problemText = useProblemText();
  const leaves = useLeaves(id);
  if (leaves.isPending) return <Skeleton rows={1} label={t('grids.loading')} />;
  if (leaves.isError) return <p className="fault">{problemText(leaves.error)}</p>;
  if (leaves.data.length === 0) return <p className="hint">{t('leave.none')}</p>;
  return (
    <ul className="grids-leaves" aria-label={t('leave.all')}>
      {leaves.data.map((leave) => (
        <Row key={leave.id} leave={leave} />
      ))}
    </ul>
  );
}

function Row({ leave }: { leave: GridLeave }) {
  const { t, format } = useI18n();
  const { message } = App.useApp();
  const problemText = useProblemText();
  const end = useEndLeave();
  const now = Date.now();
  const state = Date.parse(leave.until) <= now ? 'over' : Date.parse(leave.from) <= now ? 'now' : 'coming';
  return (
    <li data-state={state}>
      <span>
        <b>{t(`leave.state.${state}`)}</b>{' '}
        {t('grid.fromUntil', { from: format.dayTime(leave.from), until: format.dayTime(leave.until) })} ·{' '}
        {t('leave.by', { deputy: leave.deputyName ?? t('detail.none') })}
      </span>
      {state === 'over' ? null : (
        <Button
          size="small"
          loading={end.isPending}
          onClick={() =>
            end.mutate(leave, {
              onSuccess: () => void message.success(t('leave.ended')),
              onError: (error) => void message.error(problemText(error)),
            })
          }
        >
          {t(state === 'now' ? 'leave.end' : 'leave.cancel')}
        </Button>
      )}
    </li>
  );
}
