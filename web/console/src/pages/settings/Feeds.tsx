import type { Feed } from '@fourfold/api';
import { Dot, Icon } from '@fourfold/ui';
import { Button, Popconfirm, type TableColumnsType, Tooltip } from 'antd';
import { useState } from 'react';
import { useNow } from '../../data/live.ts';
import { useMay } from '../../data/session.ts';
import { deleteFeed, useChange, useFeeds } from '../../data/settings.ts';
import { known, useI18n } from '../../i18n.ts';
import { Listing } from '../../shell/Listing.tsx';
import { useWords } from '../../words.ts';
import { BadLines } from './BadLines.tsx';
import { FaultWord } from './FaultWord.tsx';
import { FeedDialog } from './FeedDialog.tsx';
import { useFeedback } from './feedback.ts';

const well = new Set(['live', 'connected', 'listening']);

/** Where the observations come from: state, counters by cause, bad lines. */
export function Feeds() {
  const { t } = useI18n();
  const may = useMay();
  const feeds = useFeeds();
  const [edited, setEdited] = useState<Feed | 'new' | null>(null);
  const [lines, setLines] = useState<Feed | null>(null);
  const columns = useColumns(setEdited, setLines);
  return (
    <>
      <p className="hint">{t('feed.intro')}</p>
      {may('feeds.write') ? (
        <Button type="primary" onClick={() => setEdited('new')}>
          {t('feed.add')}
        </Button>
      ) : null}
      <Listing
        query={feeds}
        columns={columns}
        rowKey={(feed) => feed.id}
        expanded={(feed) => <Counters feed={feed} />}
      />
      {edited ? <FeedDialog feed={edited === 'new' ? null : edited} onClose={() => setEdited(null)} /> : null}
      {lines ? <BadLines feed={lines} onClose={() => setLines(null)} /> : null}
    </>
  );
}

export function dropped(feed: Feed): number {
  return Object.values(feed.status?.dropped ?? {}).reduce((sum, count) => sum + count, 0);
}

function useColumns(onEdit: (feed: Feed) => void, onLines: (feed: Feed) => void): TableColumnsType<Feed> {
  const { t, format } = useI18n();
  const say = useWords();
  const now = useNow();
  const count = (value: number | undefined) => (value === undefined ? t('detail.none') : format.number(value));
  return [
    { title: t('feed.name'), dataIndex: 'name', render: (name: string, feed) => <FeedName name={name} feed={feed} /> },
    { title: t('feed.url'), dataIndex: 'url', render: (url: string) => <code>{url}</code> },
    { title: t('feed.state'), render: (_, feed) => <FeedState feed={feed} /> },
    {
      title: t('feed.lastByte'),
      render: (_, { status }) => (status?.lastByteAt ? say.ago(status.lastByteAt, now) : t('detail.none')),
    },
    { title: t('feed.messages'), align: 'right', render: (_, { status }) => count(status?.messages) },
    { title: t('feed.observations'), align: 'right', render: (_, { status }) => count(status?.observations) },
    { title: t('feed.duplicates'), align: 'right', render: (_, { status }) => count(status?.duplicates) },
    {
      title: t('feed.dropped'),
      align: 'right',
      render: (_, feed) => (
        <Button type="link" size="small" onClick={() => onLines(feed)}>
          {count(dropped(feed))}
        </Button>
      ),
    },
    { title: '', render: (_, feed) => <FeedTools feed={feed} onEdit={() => onEdit(feed)} /> },
  ];
}

function FeedName({ name, feed }: { name: string; feed: Feed }) {
  const { t } = useI18n();
  return (
    <span className="row">
      <b>{name}</b>
      {feed.simulated ? <span className="tag">{t('alert.simulated')}</span> : null}
    </span>
  );
}

function FeedState({ feed }: { feed: Feed }) {
  const { t } = useI18n();
  const state = feed.enabled ? (feed.status?.state ?? 'connecting') : 'off';
  const key = known(`feed.state.${state}`);
  const tone = state === 'off' ? 'off' : well.has(state) ? 'ok' : 'l2';
  return (
    <span className="row">
      <span data-tone={tone}>
        <Dot tone={tone} />
      </span>
      {key ? t(key as 'feed.state.live') : state}
    </span>
  );
}

function FeedTools({ feed, onEdit }: { feed: Feed; onEdit(): void }) {
  const { t } = useI18n();
  const may = useMay();
  const say = useFeedback();
  const remove = useChange('feeds', deleteFeed);
  if (!may('feeds.write')) return null;
  if (feed.pinned) {
    return (
      <Tooltip title={t('feed.pinned')}>
        <Icon name="lock" size={16} aria-hidden={false} aria-label={t('feed.pinned')} />
      </Tooltip>
    );
  }
  return (
    <span className="row">
      <Button
        type="text"
        aria-label={`${t('verb.edit')} ${feed.name}`}
        icon={<Icon name="pen" size={16} />}
        onClick={onEdit}
      />
      <Popconfirm
        title={t('settings.deleteAsk', { name: feed.name })}
        okText={t('verb.delete')}
        okButtonProps={{ danger: true }}
        cancelButtonProps={{ autoFocus: true }}
        onConfirm={() => remove.mutate(feed, { onSuccess: say.deleted, onError: say.failed })}
      >
        <Button type="text" aria-label={`${t('verb.delete')} ${feed.name}`} icon={<Icon name="trash" size={16} />} />
      </Popconfirm>
    </span>
  );
}

/** Everything counted about one feed, what was dropped by cause. */
function Counters({ feed }: { feed: Feed }) {
  const { t, format } = useI18n();
  const { status } = feed;
  if (!status) return <p className="hint">{t('detail.none')}</p>;
  return (
    <p className="counters">
      <span>
        {t('feed.lines')} <b>{format.number(status.lines)}</b>
      </span>
      <span>
        {t('feed.bytes')} <b>{format.number(status.bytes)}</b>
      </span>
      {status.connectedAt ? <span>{t('feed.connected', { time: format.dayTime(status.connectedAt) })}</span> : null}
      <span>{t('feed.reconnects', { count: status.reconnects })}</span>
      {Object.entries(status.dropped).map(([cause, count]) => (
        <span key={cause}>
          <FaultWord fault={cause} /> <b>{format.number(count)}</b>
        </span>
      ))}
    </p>
  );
}
