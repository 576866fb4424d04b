import type { CaseItem, CaseOrder, CaseScope, CaseState } from '@fourfold/api';
import { Key, LevelBadge, Skeleton, StateCard } from '@fourfold/ui';
import { Button, Segmented, Select } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useNow } from '../../data/live.ts';
import { useProblemText } from '../../data/problems.ts';
import { useI18n } from '../../i18n.ts';
import { useCommands, useKeys } from '../../keys/KeysProvider.tsx';
import { link, navigate, setParams, useParam } from '../../router.ts';
import { More } from '../../shell/Listing.tsx';
import { type CaseFilter, useCases } from './data.ts';
import { useCaseWords } from './words.ts';

const scopes: CaseScope[] = ['open', 'closed', 'all'];
const openStates: CaseState[] = ['reported', 'accepted', 'assigned', 'in-progress', 'resolved', 'verified'];
const closedStates: CaseState[] = ['closed', 'archived', 'rejected', 'void', 'withdrawn'];
const statesOf: Record<CaseScope, CaseState[]> = {
  open: openStates,
  closed: closedStates,
  all: [...openStates, ...closedStates],
};

/** The filter lives in the address, so that a reload or a sent link shows the same. */
function useFilter(): CaseFilter {
  const given = useParam('scope');
  const scope = scopes.find((candidate) => candidate === given) ?? 'open';
  const order = useParam('order');
  const state = useParam('state');
  return {
    scope,
    // Only what is open has a deadline that presses.
    order: scope === 'open' && order !== 'newest' ? 'deadline' : 'newest',
    state: statesOf[scope].find((candidate) => candidate === state) ?? null,
  };
}

/** Cases of one's area: the most pressing first, or the newest. */
export function CaseList() {
  const { t } = useI18n();
  const filter = useFilter();
  const query = useCases(filter);
  const items = query.data ?? [];
  return (
    <div className="cases">
      <Head filter={filter} />
      {query.isPending ? <Skeleton rows={6} label={t('cases.loading')} /> : null}
      {query.isError ? <Broken error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.data && items.length === 0 ? <Empty filtered={filter.state !== null || filter.scope !== 'open'} /> : null}
      {items.length > 0 ? <Rows items={items} /> : null}
      <More query={query} className="cases-more" />
    </div>
  );
}

function Head({ filter }: { filter: CaseFilter }) {
  const { t } = useI18n();
  const { cap } = useKeys();
  return (
    <header className="cases-head">
      <h1>{t('cases.title')}</h1>
      <Segmented<CaseScope>
        aria-label={t('cases.scope')}
        value={filter.scope}
        options={scopes.map((value) => ({ value, label: t(`cases.scope.${value}`) }))}
        onChange={(scope) => setParams({ scope: scope === 'open' ? null : scope, order: null, state: null })}
      />
      {filter.scope === 'open' ? (
        <Segmented<CaseOrder>
          aria-label={t('cases.order')}
          value={filter.order}
          options={(['deadline', 'newest'] as const).map((value) => ({ value, label: t(`cases.order.${value}`) }))}
          onChange={(order) => setParams({ order: order === 'deadline' ? null : order })}
        />
      ) : null}
      <Select<CaseState | ''>
        aria-label={t('cases.state')}
        value={filter.state ?? ''}
        popupMatchSelectWidth={false}
        options={[
          { value: '' as const, label: t('cases.state.any') },
          ...statesOf[filter.scope].map((value) => ({ value, label: t(`case.state.${value}`) })),
        ]}
        onChange={(state) => setParams({ state: state || null })}
      />
      <span className="spacer" />
      <span className="t3 cases-keys">
        <Key>{cap('next')}</Key> <Key>{cap('previous')}</Key> {t('cases.keys')}
      </span>
    </header>
  );
}

function Broken({ error, onRetry }: { error: unknown; onRetry(): void }) {
  const { t } = useI18n();
  const problemText = useProblemText();
  return (
    <StateCard
      icon="warning"
      tone="l2"
      title={t('cases.error')}
      actions={<Button onClick={onRetry}>{t('verb.retry')}</Button>}
    >
      {problemText(error)}
    </StateCard>
  );
}

function Empty({ filtered }: { filtered: boolean }) {
  const { t } = useI18n();
  if (!filtered)
    return (
      <StateCard icon="check" tone="ok" title={t('cases.empty')}>
        {t('cases.emptyHint')}
      </StateCard>
    );
  const all = () => setParams({ scope: 'all', order: null, state: null });
  return (
    <StateCard
      icon="search"
      title={t('cases.emptyFilter')}
      actions={<Button onClick={all}>{t('cases.seeAll')}</Button>}
    >
      {t('cases.emptyFilterHint')}
    </StateCard>
  );
}

function Rows({ items }: { items: CaseItem[] }) {
  const { t } = useI18n();
  const now = useNow();
  const [chosen, setChosen] = useState<string | null>(null);
  const table = useRef<HTMLTableElement>(null);
  const move = (by: number) => {
    const at = items.findIndex((item) => item.id === chosen);
    setChosen(items[Math.max(0, Math.min(items.length - 1, at + by))]?.id ?? null);
  };
  useCommands({
    next: () => move(1),
    previous: () => move(-1),
    open: () => chosen && navigate(`/cases/${chosen}`),
  });
  useEffect(() => {
    if (chosen) table.current?.querySelector<HTMLElement>(`[data-id="${chosen}"] a`)?.focus();
  }, [chosen]);
  return (
    <div className="cases-scroll">
      <table className="table" ref={table} aria-label={t('cases.list')}>
        <thead>
          <tr>
            <th scope="col">{t('cases.level')}</th>
            <th scope="col">{t('cases.what')}</th>
            <th scope="col">{t('cases.state')}</th>
            <th scope="col">{t('cases.unit')}</th>
            <th scope="col">{t('cases.due')}</th>
            <th scope="col">{t('cases.opened')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <Row key={item.id} item={item} now={now} chosen={item.id === chosen} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ item, now, chosen }: { item: CaseItem; now: number; chosen: boolean }) {
  const { t, format } = useI18n();
  const say = useCaseWords();
  const open = openStates.includes(item.state);
  const due = say.due(item.deadlineAt, now);
  return (
    <tr data-id={item.id} data-chosen={chosen || undefined}>
      <td>
        <LevelBadge level={item.level} size={22} label={t(`level.${item.level}`)} />
      </td>
      <th scope="row">
        <a {...link(`/cases/${item.id}`)}>{say.title(item)}</a>
        <small>
          {item.number} · {t(`case.origin.${item.origin}`)}
          {item.simulated ? ` · ${t('case.simulated')}` : ''}
        </small>
      </th>
      <td>
        <StateMark item={item} />
      </td>
      <td>{item.handlingUnit?.name ?? <span className="t3">{t('cases.noUnit')}</span>}</td>
      <td>
        {open && !item.pausedAt ? (
          <span data-tone={due.late ? 'l1' : undefined}>{due.text}</span>
        ) : (
          <span className="t3">{format.dayTime(item.deadlineAt)}</span>
        )}
      </td>
      <td className="t2">{format.dayTime(item.openedAt)}</td>
    </tr>
  );
}

/** State, outcome and flags in words. */
export function StateMark({ item }: { item: CaseItem }) {
  const { t } = useI18n();
  const say = useCaseWords();
  return (
    <span className="case-state" data-state={item.state}>
      {item.outcome ? t(`outcome.${item.outcome}`) : t(`case.state.${item.state}`)}
      {item.flags.map((flag) => (
        <span className="tag" key={flag}>
          {say.code('flag', flag)}
        </span>
      ))}
    </span>
  );
}
