import type { SentNotice } from '@fourfold/api';
import { Dot, Skeleton, StateCard } from '@fourfold/ui';
import { App, Button, Modal, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useProblemText } from '../../data/problems.ts';
import { useMay } from '../../data/session.ts';
import { useI18n } from '../../i18n.ts';
import { Listing, More } from '../../shell/Listing.tsx';
import { useReaders, useSentNotices, useWithdraw } from './data.ts';
import { SendDialog } from './SendDialog.tsx';
import './notices.css';

/** Notices to the workers of an area: what was sent, and how many have read it. */
export default function NoticesPage() {
  const { t } = useI18n();
  const may = useMay();
  const notices = useSentNotices();
  const [sending, setSending] = useState(false);
  return (
    <div className="notices">
      <header className="notices-head">
        <h1>{t('notices.title')}</h1>
        {may('notices.write') ? (
          <Button type="primary" onClick={() => setSending(true)}>
            {t('notices.new')}
          </Button>
        ) : null}
      </header>
      <p className="hint">{t('notices.hint')}</p>
      <Rows notices={notices} />
      {sending ? <SendDialog onClose={() => setSending(false)} /> : null}
    </div>
  );
}

const isOn = (row: SentNotice) => !row.withdrawnAt && Date.parse(row.until) > Date.now();

function Rows({ notices }: { notices: ReturnType<typeof useSentNotices> }) {
  const { t, format } = useI18n();
  const [asked, setAsked] = useState<SentNotice>();
  const columns: TableColumnsType<SentNotice> = [
    {
      title: t('notices.state'),
      render: (_, row) => (
        <>
          <Dot tone={isOn(row) ? 'ok' : 'off'} />{' '}
          {t(row.withdrawnAt ? 'notices.withdrawn' : isOn(row) ? 'notices.on' : 'notices.over')}
        </>
      ),
    },
    {
      title: t('notices.name'),
      render: (_, row) => (
        <div className="notices-text">
          <strong>{row.urgent ? `${t('notices.urgent')} · ${row.title}` : row.title}</strong>
          <p>{row.text}</p>
        </div>
      ),
    },
    { title: t('notices.area'), render: (_, row) => row.areaName ?? row.areaCode },
    { title: t('notices.sentAt'), render: (_, row) => format.dayTime(row.sentAt) },
    { title: t('notices.until'), render: (_, row) => format.dayTime(row.until) },
    {
      title: t('notices.read'),
      render: (_, row) => (
        <Button type="link" size="small" onClick={() => setAsked(row)}>
          {t('notices.readOf', { read: row.read, receivers: row.receivers })}
        </Button>
      ),
    },
    { title: t('notices.withdraw'), render: (_, row) => (isOn(row) ? <Withdraw row={row} /> : t('detail.none')) },
  ];
  return (
    <>
      <Listing
        query={notices}
        columns={columns}
        rowKey={({ id }) => id}
        waiting={t('notices.loading')}
        none={
          <StateCard icon="bell" title={t('notices.none')}>
            {t('notices.noneHint')}
          </StateCard>
        }
      />
      {asked ? <Readers notice={asked} onClose={() => setAsked(undefined)} /> : null}
    </>
  );
}

function Withdraw({ row }: { row: SentNotice }) {
  const { t } = useI18n();
  const { message, modal } = App.useApp();
  const problemText = useProblemText();
  const withdraw = useWithdraw();
  const ask = () =>
    void modal.confirm({
      title: t('notices.withdraw'),
      content: t('notices.withdrawHint', { title: row.title }),
      okText: t('notices.withdraw'),
      cancelText: t('verb.cancel'),
      autoFocusButton: 'cancel',
      onOk: () => withdraw.mutateAsync(row.id).catch((error: unknown) => void message.error(problemText(error))),
    });
  return (
    <Button size="small" onClick={ask}>
      {t('notices.withdraw')}
    </Button>
  );
}

/** Names are asked for by a person, and that they looked is written down. */
function Readers({ notice, onClose }: { notice: SentNotice; onClose(): void }) {
  const { t } = useI18n();
  const [sure, setSure] = useState(false);
  return (
    <Modal open title={notice.title} footer={null} onCancel={onClose}>
      <div className="stack">
        <p>{t('notices.readOf', { read: notice.read, receivers: notice.receivers })}</p>
        {sure ? (
          <Names id={notice.id} />
        ) : (
          <>
            <p className="hint">{t('notices.namesHint')}</p>
            <Button onClick={() => setSure(true)}>{t('notices.names')}</Button>
          </>
        )}
      </div>
    </Modal>
  );
}

function Names({ id }: { id: string }) {
  const { t, format } = useI18n();
  const problemText = useProblemText();
  const readers = useReaders(id);
  if (readers.isPending) return <Skeleton rows={3} label={t('notices.loading')} />;
  if (readers.isError) return <p className="fault">{problemText(readers.error)}</p>;
  return (
    <>
      <ul className="notices-names">
        {readers.data.map(({ person, name, readAt }) => (
          <li key={person}>
            {name ?? t('detail.none')} ·{' '}
            {readAt ? t('notices.readAt', { time: format.dayTime(readAt) }) : <strong>{t('notices.notRead')}</strong>}
          </li>
        ))}
      </ul>
      <More query={readers} />
    </>
  );
}
