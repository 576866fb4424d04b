import { client, type PoisonEvent } from '@fourfold/api';
import { Button, Input, Modal, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useChange, usePoison } from '../../data/settings.ts';
import { useI18n } from '../../i18n.ts';
import { Listing } from '../../shell/Listing.tsx';
import { useFeedback } from './feedback.ts';

const resend = async (id: string) => client.POST('/outbox/poison/{id}/resend', { params: { path: { id } } });
const discard = async ({ id, note }: { id: string; note: string }) =>
  client.POST('/outbox/poison/{id}/discard', { params: { path: { id } }, body: { note } });

/** Events that a handler could not take, waiting for a person. */
export function Outbox() {
  const { t, format } = useI18n();
  const say = useFeedback();
  const poison = usePoison();
  const again = useChange('poison', resend);
  const [discarded, setDiscarded] = useState<PoisonEvent | null>(null);
  const columns: TableColumnsType<PoisonEvent> = [
    { title: t('outbox.at'), dataIndex: 'occurredAt', render: (at: string) => format.dayTime(at) },
    {
      title: t('outbox.event'),
      render: (_, row) => (
        <code>
          {row.module}.{row.event} v{row.schemaVersion} · {row.orderingKey}
        </code>
      ),
    },
    { title: t('outbox.handler'), dataIndex: 'handler' },
    { title: t('outbox.attempts'), dataIndex: 'attempts', align: 'right' },
    {
      title: t('outbox.error'),
      dataIndex: 'error',
      render: (error: string | null) => <code className="sample">{error}</code>,
    },
    {
      title: '',
      render: (_, row) => (
        <span className="row">
          <Button size="small" onClick={() => again.mutate(row.id, { onSuccess: say.saved, onError: say.failed })}>
            {t('outbox.resend')}
          </Button>
          <Button size="small" danger onClick={() => setDiscarded(row)}>
            {t('outbox.discard')}
          </Button>
        </span>
      ),
    },
  ];
  return (
    <>
      <p className="hint">{t('outbox.intro')}</p>
      <Listing query={poison} columns={columns} rowKey={(row) => row.id} empty={t('outbox.none')} />
      {discarded ? <DiscardDialog row={discarded} onClose={() => setDiscarded(null)} /> : null}
    </>
  );
}

function DiscardDialog({ row, onClose }: { row: PoisonEvent; onClose(): void }) {
  const { t } = useI18n();
  const say = useFeedback();
  const drop = useChange('poison', discard);
  const [note, setNote] = useState('');
  return (
    <Modal
      open
      title={t('outbox.discardTitle', { event: row.event })}
      okText={t('outbox.discard')}
      okButtonProps={{ danger: true, disabled: !note.trim(), loading: drop.isPending }}
      cancelButtonProps={{ autoFocus: true }}
      onCancel={onClose}
      onOk={() =>
        drop.mutate(
          { id: row.id, note: note.trim() },
          {
            onSuccess: () => {
              say.saved();
              onClose();
            },
            onError: say.failed,
          },
        )
      }
    >
      <Input.TextArea
        aria-label={t('dismiss.note')}
        placeholder={t('dismiss.note')}
        rows={2}
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
    </Modal>
  );
}
