import { body, client, type Person, type Role } from '@fourfold/api';
import { Button, Input, Modal, Popconfirm, Select, type TableColumnsType } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useMay } from '../../data/session.ts';
import { useChange, usePeople, useUnits } from '../../data/settings.ts';
import { useI18n } from '../../i18n.ts';
import { Listing } from '../../shell/Listing.tsx';
import { dayStart } from './days.ts';
import { useFeedback } from './feedback.ts';

const roles: readonly Role[] = [
  'duty-officer',
  'shift-lead',
  'analyst',
  'responder',
  'centre-clerk',
  'centre-head',
  'commissioner',
  'grid-worker',
  'grid-lead',
  'hotline-agent',
  'mediator',
  'mediation-manager',
  'court-desk',
  'statistician',
  'administrator',
  'security-officer',
  'auditor',
];
const shortestPassword = 12;

type Dialog = { kind: 'add' } | { kind: 'post' | 'password'; person: Person };

/** Accounts and the posts they hold; what a person may do comes from the post alone. */
export function People() {
  const { t } = useI18n();
  const may = useMay();
  const people = usePeople();
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const columns: TableColumnsType<Person> = [
    { title: t('people.displayName'), dataIndex: 'displayName' },
    { title: t('people.userName'), dataIndex: 'userName' },
    {
      title: t('people.posts'),
      render: (_, person) => person.posts.map((post) => <PostLine key={post.id} post={post} />),
    },
    {
      title: '',
      render: (_, person) =>
        may('people.write') ? (
          <span className="row">
            <Button size="small" onClick={() => setDialog({ kind: 'post', person })}>
              {t('people.addPost')}
            </Button>
            <Button size="small" onClick={() => setDialog({ kind: 'password', person })}>
              {t('people.reset')}
            </Button>
          </span>
        ) : null,
    },
  ];
  const close = () => setDialog(null);
  return (
    <>
      {may('people.write') ? (
        <Button type="primary" onClick={() => setDialog({ kind: 'add' })}>
          {t('people.add')}
        </Button>
      ) : null}
      <Listing query={people} columns={columns} rowKey={(person) => person.id} />
      {dialog?.kind === 'add' ? <AddDialog onClose={close} /> : null}
      {dialog?.kind === 'post' ? <PostDialog person={dialog.person} onClose={close} /> : null}
      {dialog?.kind === 'password' ? <PasswordDialog person={dialog.person} onClose={close} /> : null}
    </>
  );
}

const addPerson = async (draft: { userName: string; displayName: string; password: string }) =>
  body(await client.POST('/people', { body: draft }));

const endPost = async ({ id, revision }: { id: string; revision: number }) =>
  body(
    await client.PUT('/posts/{id}', {
      params: { path: { id } },
      body: { until: new Date().toISOString(), expectedRevision: revision },
    }),
  );

function PostLine({ post }: { post: Person['posts'][number] }) {
  const { t, format } = useI18n();
  const may = useMay();
  const say = useFeedback();
  const end = useChange('people', endPost);
  const over = post.until !== null && Date.parse(post.until) <= Date.now();
  const name = `${t(`role.${post.role}`)} · ${post.unit.name}`;
  return (
    <div className={over ? 'hint row' : 'row'}>
      {name}
      {post.until ? ` · ${t('people.untilDay', { day: format.dayTime(post.until) })}` : null}
      {may('people.write') && !over ? (
        <Popconfirm
          title={t('people.endAsk', { post: name })}
          okText={t('people.endPost')}
          okButtonProps={{ danger: true }}
          cancelButtonProps={{ autoFocus: true }}
          onConfirm={() => end.mutate(post, { onSuccess: say.saved, onError: say.failed })}
        >
          <Button size="small" type="text">
            {t('people.endPost')}
          </Button>
        </Popconfirm>
      ) : null}
    </div>
  );
}

function AddDialog({ onClose }: { onClose(): void }) {
  const { t } = useI18n();
  const say = useFeedback();
  const add = useChange('people', addPerson);
  const [draft, setDraft] = useState({ userName: '', displayName: '', password: '' });
  const ready = draft.userName.trim() && draft.displayName.trim() && draft.password.length >= shortestPassword;
  return (
    <Modal
      open
      title={t('people.add')}
      okText={t('verb.add')}
      okButtonProps={{ disabled: !ready, loading: add.isPending }}
      onOk={() => add.mutate(draft, { onSuccess: onClose, onError: say.failed })}
      onCancel={onClose}
    >
      <div className="stack">
        {(['userName', 'displayName', 'password'] as const).map((field) => (
          <div key={field} className="stack">
            <label htmlFor={`person-${field}`}>{t(`people.${field}`)}</label>
            <Input
              id={`person-${field}`}
              type={field === 'password' ? 'password' : 'text'}
              autoComplete={field === 'password' ? 'new-password' : 'off'}
              value={draft[field]}
              onChange={(event) => setDraft({ ...draft, [field]: event.target.value })}
            />
          </div>
        ))}
      </div>
    </Modal>
  );
}

interface NewPost {
  id: string;
  role: Role;
  unitId: string;
  /** Instant; absent for a post without an end. */
  until: string | undefined;
}

const addPost = async ({ id, ...post }: NewPost) =>
  body(await client.POST('/people/{id}/posts', { params: { path: { id } }, body: post }));

function PostDialog({ person, onClose }: { person: Person; onClose(): void }) {
  const { t } = useI18n();
  const say = useFeedback();
  const give = useChange('people', addPost);
  const [role, setRole] = useState<Role>('duty-officer');
  const [unitId, setUnitId] = useState<string>();
  const [last, setLast] = useState('');
  const [text, setText] = useState('');
  const units = useUnits(useDeferredValue(text)).data ?? [];
  return (
    <Modal
      open
      title={`${t('people.addPost')}: ${person.displayName}`}
      okText={t('verb.add')}
      okButtonProps={{ disabled: !unitId, loading: give.isPending }}
      onOk={() =>
        unitId &&
        give.mutate(
          { id: person.id, role, unitId, until: dayStart(last, 1) },
          { onSuccess: onClose, onError: say.failed },
        )
      }
      onCancel={onClose}
    >
      <div className="stack">
        <label htmlFor="post-role">{t('people.role')}</label>
        <Select
          id="post-role"
          value={role}
          onChange={setRole}
          options={roles.map((value) => ({ value, label: t(`role.${value}`) }))}
        />
        <label htmlFor="post-unit">{t('people.unit')}</label>
        <Select
          id="post-unit"
          value={unitId}
          onChange={setUnitId}
          showSearch={{ filterOption: false, onSearch: setText }}
          options={units.map((unit) => ({ value: unit.id, label: unit.name }))}
        />
        <label htmlFor="post-until">{t('people.until')}</label>
        <Input
          id="post-until"
          type="date"
          value={last}
          aria-describedby="post-until-hint"
          onChange={(event) => setLast(event.target.value)}
        />
        <p id="post-until-hint" className="hint">
          {t('people.untilHint')}
        </p>
      </div>
    </Modal>
  );
}

const resetPassword = async ({ id, password }: { id: string; password: string }) =>
  client.POST('/people/{id}/password', { params: { path: { id } }, body: { password } });

function PasswordDialog({ person, onClose }: { person: Person; onClose(): void }) {
  const { t } = useI18n();
  const say = useFeedback();
  const reset = useChange('people', resetPassword);
  const [password, setPassword] = useState('');
  return (
    <Modal
      open
      title={t('people.resetTitle', { name: person.displayName })}
      okText={t('people.reset')}
      okButtonProps={{ disabled: password.length < shortestPassword, loading: reset.isPending }}
      onOk={() =>
        reset.mutate(
          { id: person.id, password },
          {
            onSuccess: () => {
              say.saved();
              onClose();
            },
            onError: say.failed,
          },
        )
      }
      onCancel={onClose}
    >
      <Input
        type="password"
        aria-label={t('people.password')}
        placeholder={t('people.password')}
        autoComplete="new-password"
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
    </Modal>
  );
}
