import { Icon, Key, Skeleton, StateCard } from '@fourfold/ui';
import { Button } from 'antd';
import { useLiveValue, useNow } from '../../data/live.ts';
import { useProblemText } from '../../data/problems.ts';
import { useI18n } from '../../i18n.ts';
import { useKeys } from '../../keys/KeysProvider.tsx';
import { More } from '../../shell/Listing.tsx';
import { useScope } from '../../shell/scope.tsx';
import { useSound } from '../../sound/SoundProvider.tsx';
import { AlertCard } from './AlertCard.tsx';
import { type Selection, tabs } from './selection.ts';

/** What waits for a person, the most urgent first. */
export function Queue({ selection }: { selection: Selection }) {
  const { t, format } = useI18n();
  const now = useNow();
  const { scope } = useScope();
  const { tab, setTab, alerts, list, todo } = selection;
  const waiting = todo.alerts.length;
  return (
    <section className="queue" aria-label={t('queue.title')}>
      <header className="queue-head">
        <h2>{t('queue.title')}</h2>
        <span className="t2">
          {todo.hasNextPage ? t('queue.summaryMore', { count: waiting }) : t('queue.summary', { count: waiting })}
          {scope.code ? ` · ${t('queue.inScope', { area: scope.name })}` : null}
        </span>
      </header>
      <div className="tabs" role="tablist" aria-label={t('queue.title')}>
        {tabs.map((name) => (
          <button key={name} type="button" role="tab" aria-selected={name === tab} onClick={() => setTab(name)}>
            {t(`queue.tab.${name}`)}
            {name === tab ? ` ${alerts.length}` : name === 'todo' ? ` ${waiting}` : null}
          </button>
        ))}
      </div>
      <p className="queue-order">
        <Icon name="sort" size={14} /> {t('queue.order')}
      </p>
      <div className="queue-body">
        {list.isError ? <QueueFault error={list.error} onRetry={() => void list.refetch()} /> : null}
        {list.isPending ? <Skeleton label={t('queue.loading')} rows={4} /> : null}
        {list.isSuccess && alerts.length === 0 ? <QueueEmpty selection={selection} /> : null}
        <ol>
          {alerts.map((alert) => (
            <AlertCard
              key={alert.id}
              alert={alert}
              now={now}
              chosen={alert.id === selection.alertId}
              onChoose={() => selection.selectAlert(alert.id)}
            />
          ))}
        </ol>
        <More query={list} block type="text" />
        {list.isError && list.dataUpdatedAt > 0 ? (
          <p className="hint pad">{t('queue.refreshing', { time: format.time(list.dataUpdatedAt) })}</p>
        ) : null}
      </div>
      <QueueKeys />
    </section>
  );
}

function QueueKeys() {
  const { t } = useI18n();
  const { cap } = useKeys();
  return (
    <footer className="queue-keys">
      <span>
        <Key>{cap('next')}</Key> <Key>{cap('previous')}</Key> {t('queue.next')}
      </span>
      <span>
        <Key>{cap('mute')}</Key> {t('queue.mute')}
      </span>
      <span>
        <Key>{cap('help')}</Key> {t('queue.all')}
      </span>
    </footer>
  );
}

function QueueFault({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const { t } = useI18n();
  const problemText = useProblemText();
  return (
    <StateCard
      icon="warning"
      tone="l2"
      title={t('queue.error')}
      actions={<Button onClick={onRetry}>{t('verb.retry')}</Button>}
    >
      {problemText(error)}
    </StateCard>
  );
}

/** Nothing to do, and what shows that it is really nothing. */
function QueueEmpty({ selection }: { selection: Selection }) {
  const { t, format } = useI18n();
  const sound = useSound();
  const status = useLiveValue((live) => live.status);
  const { tab } = selection;
  if (tab !== 'todo') {
    const text = { mine: 'queue.emptyMine', 'handed-over': 'queue.emptyHandedOver', dismissed: 'queue.emptyDismissed' };
    return <StateCard icon="check" tone="ok" title={t(text[tab] as 'queue.emptyMine')} />;
  }
  return (
    <StateCard
      icon="check"
      tone="ok"
      title={t('queue.emptyTodo')}
      actions={
        <>
          <Button onClick={() => selection.setTab('dismissed')}>{t('queue.seeDismissed')}</Button>
          <Button onClick={sound.test}>{t('shell.sound.test')}</Button>
        </>
      }
    >
      {status ? (
        <>
          <p>{t('queue.emptyChecked', { shoreline: status.rings.shoreline, nearSea: status.rings.nearSea })}</p>
          <p>
            {t('queue.emptyFeeds', {
              live: status.feeds.filter((feed) => feed.state === 'live').length,
              all: status.feeds.length,
            })}
          </p>
        </>
      ) : null}
      <p>
        {sound.testedAt ? t('shell.sound.tested', { time: format.dayTime(sound.testedAt) }) : t('shell.sound.untested')}
      </p>
    </StateCard>
  );
}
