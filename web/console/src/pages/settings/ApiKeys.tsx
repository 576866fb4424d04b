import { type ApiKey, type ApiKeyDraft, body, client, type Purpose } from '@fourfold/api';
import { Button, Input, InputNumber, Modal, Popconfirm, Select, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useSignedIn } from '../../data/session.ts';
import { useApiKeys, useChange } from '../../data/settings.ts';
import { useI18n } from '../../i18n.ts';
import { Listing } from '../../shell/Listing.tsx';
import { useFeedback } from './feedback.ts';

/** Those that a program may reasonably be given. */
const scopes = ['picture.read', 'alerts.read', 'cases.read', 'zones.read', 'feeds.read', 'metrics.read'];

const purposes: readonly Purpose[] = ['sea-watch', 'case-work', 'field-work', 'statistics'];
const day = 86_400_000;
const longestDays = 366;

const revoke = async (id: string) => client.DELETE('/api-keys/{id}', { params: { path: { id } } });
const issue = async (draft: ApiKeyDraft) => body(await client.POST('/api-keys', { body: draft }));

export function ApiKeys() {
  const { t, format } = useI18n();
  const say = useFeedback();
  const keys = useApiKeys();
  const remove = useChange('api-keys', revoke);
  const [adding, setAdding] = useState(false);
  const columns: TableColumnsType<ApiKey> = [
    { title: t('key.name'), dataIndex: 'name' },
    { title: t('key.scopes'), dataIndex: 'scopes', render: (list: string[]) => <code>{list.join(' ')}</code> },
    { title: t('key.area'), dataIndex: 'areaCode' },
    { title: t('audit.purpose'), dataIndex: 'purpose', render: (purpose: Purpose) => t(`purpose.${purpose}`) },
    {
      title: t('key.expires'),
      dataIndex: 'expiresAt',
      render: (at: string) => format.dayTime(at),
    },
    {
      title: '',
      render: (_, key) => (
        <Popconfirm
          title={t('settings.deleteAsk', { name: key.name })}
          okText={t('key.revoke')}
          okButtonProps={{ danger: true }}
          cancelButtonProps={{ autoFocus: true }}
          onConfirm={() => remove.mutate(key.id, { onSuccess: say.deleted, onError: say.failed })}
        >
          <Button size="small" danger>
            {t('key.revoke')}
          </Button>
        </Popconfirm>
      ),
    },
  ];
  return (
    <>
      <Button type="primary" onClick={() => setAdding(true)}>
        {t('key.add')}
      </Button>
      <Listing query={keys} columns={columns} rowKey={(key) => key.id} />
      {adding ? <IssueDialog onClose={() => setAdding(false)} /> : null}
    </>
  );
}

function IssueDialog({ onClose }: { onClose(): void }) {
  const { t } = useI18n();
  const { post } = useSignedIn();
  const say = useFeedback();
  const make = useChange('api-keys', issue);
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<string[]>([]);
  const [purpose, setPurpose] = useState<Purpose>('sea-watch');
  const [days, setDays] = useState(90);
  const secret = make.data?.secret;
  const submit = () =>
    secret
      ? onClose()
      : make.mutate(
          {
            name: name.trim(),
            scopes: chosen,
            areaCode: post.area.code,
            purpose,
            expiresAt: new Date(Date.now() + days * day).toISOString(),
          },
          { onError: say.failed },
        );
  return (
    <Modal
      open
      title={t('key.add')}
      okText={secret ? t('verb.close') : t('key.add')}
      okButtonProps={{ disabled: !secret && (!name.trim() || chosen.length === 0), loading: make.isPending }}
      onOk={submit}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      {secret ? (
        <div className="stack">
          <p data-tone="l2">{t('key.secret')}</p>
          <Input readOnly value={secret} onFocus={(event) => event.target.select()} />
        </div>
      ) : (
        <div className="stack">
          <label htmlFor="key-name">{t('key.name')}</label>
          <Input id="key-name" value={name} maxLength={80} onChange={(event) => setName(event.target.value)} />
          <label htmlFor="key-scopes">{t('key.scopes')}</label>
          <Select
            id="key-scopes"
            mode="multiple"
            value={chosen}
            onChange={setChosen}
            options={scopes.map((value) => ({ value, label: value }))}
          />
          <label htmlFor="key-purpose">{t('audit.purpose')}</label>
          <Select
            id="key-purpose"
            value={purpose}
            onChange={setPurpose}
            options={purposes.map((value) => ({ value, label: t(`purpose.${value}`) }))}
          />
          <label htmlFor="key-days">{t('key.days')}</label>
          <InputNumber id="key-days" min={1} max={longestDays} value={days} onChange={(value) => setDays(value ?? 1)} />
        </div>
      )}
    </Modal>
  );
}
