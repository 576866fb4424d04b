import type { GridItem, GridPost, GridRole, GridShift } from '@fourfold/api';
import { App, Modal, Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useProblemText } from '../../data/problems.ts';
import { useI18n } from '../../i18n.ts';
import { Conflict } from './Conflict.tsx';
import { theirs, useChangePost, useJoin } from './changes.ts';
import { useCandidates } from './data.ts';
import { Shifts } from './Shifts.tsx';
import { faultOf } from './shifts.ts';

export const roles: readonly GridRole[] = ['lead', 'deputy-lead', 'standing-lead', 'worker', 'deputy', 'micro-lead'];

function RoleSelect({ value, onChange }: { value: GridRole; onChange(role: GridRole): void }) {
  const { t } = useI18n();
  return (
    <>
      <label htmlFor="grid-role">{t('post.role')}</label>
      <Select
        id="grid-role"
        value={value}
        onChange={onChange}
        options={roles.map((role) => ({ value: role, label: t(`grid.role.${role}`) }))}
      />
    </>
  );
}

/** Somebody who has a post as grid worker or lead comes to serve a grid. */
export function JoinDialog({ grid, onClose }: { grid: GridItem; onClose(): void }) {
  const { t } = useI18n();
  const { message } = App.useApp();
  const problemText = useProblemText();
  const join = useJoin();
  const [text, setText] = useState('');
  const [postId, setPostId] = useState<string>();
  const [role, setRole] = useState<GridRole>(grid.kind === 'micro' ? 'micro-lead' : 'worker');
  const [shifts, setShifts] = useState<GridShift[]>([]);
  const found = useCandidates(grid.id, useDeferredValue(text.trim()));
  const submit = () => {
    if (!postId) return;
    join.mutate(
      { grid: grid.id, postId, role, shifts },
      {
        onSuccess: () => {
          void message.success(t('post.joined'));
          onClose();
        },
        onError: (error) => void message.error(problemText(error)),
      },
    );
  };
  return (
    <Modal
      open
      width={720}
      title={t('post.joinTitle', { name: grid.name })}
      okText={t('verb.add')}
      okButtonProps={{ disabled: !postId || faultOf(shifts) !== null, loading: join.isPending }}
      onOk={submit}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <div className="stack">
        <label htmlFor="grid-person">{t('post.person')}</label>
        <Select
          id="grid-person"
          value={postId}
          aria-describedby="grid-person-hint"
          loading={found.isFetching}
          onChange={setPostId}
          showSearch={{ filterOption: false, onSearch: setText }}
          notFoundContent={found.isError ? problemText(found.error) : t('post.nobodyFound')}
          options={(found.data ?? []).map((one) => ({
            value: one.post,
            disabled: one.here,
            label: `${one.personName} · ${one.unitName} · ${
              one.here ? t('post.here') : t('post.gridsOf', { count: one.grids })
            }`,
          }))}
        />
        <p id="grid-person-hint" className="hint">
          {t('post.personHint')}
        </p>
        <RoleSelect value={role} onChange={setRole} />
        <Shifts shifts={shifts} onChange={setShifts} />
      </div>
    </Modal>
  );
}

/** Another role, or other hours. */
export function PostDialog({ post, onClose }: { post: GridPost; onClose(): void }) {
  const { t } = useI18n();
  const { message } = App.useApp();
  const problemText = useProblemText();
  const change = useChangePost();
  const [base, setBase] = useState(post.revision);
  const [role, setRole] = useState(post.role);
  const [shifts, setShifts] = useState<GridShift[]>(post.shifts);
  const overtaken = post.revision !== base && !change.isPending && !change.isSuccess;
  return (
    <Modal
      open
      width={720}
      title={t('post.editTitle', { name: post.personName ?? t('detail.none') })}
      okText={t('verb.save')}
      okButtonProps={{ disabled: faultOf(shifts) !== null || overtaken, loading: change.isPending }}
      onOk={() =>
        change.mutate(
          { id: post.id, revision: base, role, shifts },
          {
            onSuccess: () => {
              void message.success(t('settings.saved'));
              onClose();
            },
            onError: (error) => {
              if (!theirs(error)) void message.error(problemText(error));
            },
          },
        )
      }
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <div className="stack">
        <RoleSelect value={role} onChange={setRole} />
        <Shifts shifts={shifts} onChange={setShifts} />
        {overtaken ? (
          <Conflict
            at={new Date().toISOString()}
            onMine={() => setBase(post.revision)}
            onTheirs={() => {
              setRole(post.role);
              setShifts(post.shifts);
              setBase(post.revision);
            }}
          >
            {t('post.conflict', { role: t(`grid.role.${post.role}`), count: post.shifts.length })}
          </Conflict>
        ) : null}
      </div>
    </Modal>
  );
}
