import type { CaseDetail, TimelineEntry, TimelineKind } from '@fourfold/api';
import { Icon, type IconName } from '@fourfold/ui';
import { Button, Input, Segmented } from 'antd';
import { useState } from 'react';
import { useI18n } from '../../i18n.ts';
import { useCaseWords } from './words.ts';

type Filter = 'all' | 'people' | 'alerts' | 'orders';

const icons: Record<TimelineKind, IconName> = {
  case: 'folder',
  alert: 'bell',
  'work-order': 'send',
  note: 'pen',
  deadline: 'clock',
  outcome: 'check',
};

const passes: Record<Filter, (entry: TimelineEntry) => boolean> = {
  all: () => true,
  people: (entry) => Boolean(entry.actor),
  alerts: (entry) => entry.kind === 'alert',
  orders: (entry) => entry.kind === 'work-order',
};

/** Half a minute between the device's clock and our receiving it is the network's ordinary pace. */
const lateMilliseconds = 30_000;

/** Every hand and every word, oldest first; a note can be added by anyone who sees the case. */
export function Timeline({
  shown,
  onNote,
  busy,
}: {
  shown: CaseDetail;
  onNote(text: string): Promise<boolean>;
  busy: boolean;
}) {
  const { t } = useI18n();
  const [filter, setFilter] = useState<Filter>('all');
  const entries = shown.timeline.filter(passes[filter]);
  return (
    <section className="timeline" aria-label={t('timeline.title')}>
      <header className="panel-head">
        <h2>{t('timeline.title')}</h2>
        <Segmented<Filter>
          size="small"
          aria-label={t('timeline.filter')}
          value={filter}
          onChange={setFilter}
          options={[
            { value: 'all', label: t('timeline.all', { count: shown.timeline.length }) },
            { value: 'people', label: t('timeline.people') },
            { value: 'alerts', label: t('timeline.alerts') },
            { value: 'orders', label: t('timeline.orders') },
          ]}
        />
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <ol className="case-scroll" tabIndex={0} aria-label={t('timeline.title')}>
        {entries.length === 0 ? <li className="t3">{t('timeline.empty')}</li> : null}
        {entries.map((entry) => (
          <Entry key={entry.sequence} entry={entry} />
        ))}
      </ol>
      <NoteLine onNote={onNote} busy={busy} />
    </section>
  );
}

function Entry({ entry }: { entry: TimelineEntry }) {
  const { t, format } = useI18n();
  const say = useCaseWords();
  const who = entry.actor?.name ?? entry.unit?.name ?? t('timeline.program');
  const late = Date.parse(entry.receivedAt) - Date.parse(entry.at) > lateMilliseconds;
  const beside = [
    entry.actor ? entry.unit?.name : null,
    ...say.details(entry),
    late ? t('timeline.offline', { time: format.time(entry.receivedAt) }) : null,
  ].filter(Boolean);
  return (
    <li data-kind={entry.kind}>
      <time dateTime={entry.at}>{format.clock(entry.at)}</time>
      <span className="entry-mark">
        <Icon name={icons[entry.kind] ?? 'check'} size={14} />
      </span>
      <div>
        <p>
          <b>{who}</b> {say.happened(entry)}
        </p>
        {beside.length > 0 ? <p className="t2">{beside.join(' · ')}</p> : null}
        {entry.text ? <p className="entry-text">{entry.text}</p> : null}
      </div>
    </li>
  );
}

function NoteLine({ onNote, busy }: { onNote(text: string): Promise<boolean>; busy: boolean }) {
  const { t } = useI18n();
  const [text, setText] = useState('');
  const send = async () => {
    if (text.trim() && (await onNote(text.trim()))) setText('');
  };
  return (
    <form
      className="note-line"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Input
        aria-label={t('timeline.note')}
        placeholder={t('timeline.note')}
        maxLength={2000}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button htmlType="submit" disabled={!text.trim()} loading={busy}>
        {t('timeline.add')}
      </Button>
    </form>
  );
}
