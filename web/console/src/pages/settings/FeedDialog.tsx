import type { Feed } from '@fourfold/api';
import { Input, Modal, Switch } from 'antd';
import { useState } from 'react';
import { saveFeed, useChange } from '../../data/settings.ts';
import { useI18n } from '../../i18n.ts';
import { useFeedback } from './feedback.ts';

export function FeedDialog({ feed, onClose }: { feed: Feed | null; onClose(): void }) {
  const { t } = useI18n();
  const say = useFeedback();
  const save = useChange('feeds', saveFeed);
  const [name, setName] = useState(feed?.name ?? '');
  const [url, setUrl] = useState(feed?.url ?? '');
  const [enabled, setEnabled] = useState(feed?.enabled ?? true);
  const submit = () =>
    save.mutate(
      { id: feed?.id, revision: feed?.revision, draft: { name: name.trim(), url: url.trim(), enabled } },
      {
        onSuccess: () => {
          say.saved();
          onClose();
        },
        onError: say.failed,
      },
    );
  return (
    <Modal
      open
      title={feed?.name ?? t('feed.add')}
      okText={t('verb.save')}
      okButtonProps={{ disabled: !name.trim() || !url.trim(), loading: save.isPending }}
      onOk={submit}
      onCancel={onClose}
    >
      <div className="stack">
        <label htmlFor="feed-name">{t('feed.name')}</label>
        <Input id="feed-name" value={name} maxLength={80} onChange={(event) => setName(event.target.value)} />
        <label htmlFor="feed-url">{t('feed.url')}</label>
        <Input id="feed-url" value={url} maxLength={500} onChange={(event) => setUrl(event.target.value)} />
        <p className="hint">{t('feed.urlHint')}</p>
        <span className="row">
          <Switch id="feed-enabled" checked={enabled} onChange={setEnabled} />
          <label htmlFor="feed-enabled">{t('feed.enabled')}</label>
        </span>
      </div>
    </Modal>
  );
}
