import { Skeleton } from '@fourfold/ui';
import type { UseQueryResult } from '@tanstack/react-query';
import { Button, type ButtonProps, Table, type TableColumnsType } from 'antd';
import type { ReactNode } from 'react';
import { useProblemText } from '../data/problems.ts';
import { useI18n } from '../i18n.ts';

/** What is read page by page; a list that is whole has no next one. */
interface Paged {
  hasNextPage?: boolean;
  isFetchingNextPage?: boolean;
  fetchNextPage?: () => Promise<unknown>;
}

type Pages<T> = Pick<UseQueryResult<T[]>, 'data' | 'error' | 'isError' | 'isPending'> & Paged;

export interface ListingProps<T extends object> {
  query: Pages<T>;
  columns: TableColumnsType<T>;
  rowKey: (row: T) => string;
  /** What is fetched, for those who hear the page. */
  waiting?: string;
  /** The line that an empty table holds. */
  empty?: string;
  /** What stands in place of an empty table. */
  none?: ReactNode;
  expanded?: (row: T) => ReactNode;
}

/** A list in a table: waiting, failed, empty or there. */
export function Listing<T extends object>({ query, columns, rowKey, waiting, empty, none, expanded }: ListingProps<T>) {
  const { t } = useI18n();
  const problemText = useProblemText();
  if (query.isPending) return <Skeleton label={waiting ?? t('settings.loading')} />;
  const fault = query.isError ? <p className="fault">{problemText(query.error)}</p> : null;
  if (!query.data) return fault;
  return (
    <>
      {fault}
      {none && query.data.length === 0 ? (
        none
      ) : (
        <Table<T>
          size="small"
          columns={columns}
          dataSource={query.data}
          rowKey={rowKey}
          pagination={false}
          scroll={{ x: 'max-content' }}
          locale={{ emptyText: <span className="hint">{empty ?? t('settings.empty')}</span> }}
          expandable={expanded ? { expandedRowRender: expanded } : undefined}
        />
      )}
      <More query={query} />
    </>
  );
}

/** Fetches the next page, as long as there is one. */
export function More({ query, ...look }: { query: Paged } & ButtonProps) {
  const { t } = useI18n();
  if (!query.hasNextPage) return null;
  return (
    <Button {...look} loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage?.()}>
      {t('verb.more')}
    </Button>
  );
}
