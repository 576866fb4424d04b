import { Skeleton } from '@fourfold/ui';
import type { UseQueryResult } from '@tanstack/react-query';
import { Button, Table, type TableColumnsType } from 'antd';
import type { ReactNode } from 'react';
import { useProblemText } from '../../data/problems.ts';
import { useI18n } from '../../i18n.ts';

/** A list that is whole, or one that is read page by page. */
type Pages<T> = Pick<UseQueryResult<T[]>, 'data' | 'error' | 'isError' | 'isPending'> & {
  hasNextPage?: boolean;
  isFetchingNextPage?: boolean;
  fetchNextPage?: () => Promise<unknown>;
};

export interface ListingProps<T extends object> {
  query: Pages<T>;
  columns: TableColumnsType<T>;
  rowKey: (row: T) => string;
  empty?: string;
  expanded?: (row: T) => ReactNode;
}

/** A list of the settings: waiting, failed, empty or there. */
export function Listing<T extends object>({ query, columns, rowKey, empty, expanded }: ListingProps<T>) {
  const { t } = useI18n();
  const problemText = useProblemText();
  if (query.isPending) return <Skeleton label={t('settings.loading')} />;
  if (query.isError && !query.data) return <p className="fault">{problemText(query.error)}</p>;
  return (
    <>
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
      {query.hasNextPage ? (
        <Button loading={query.isFetchingNextPage} onClick={() => query.fetchNextPage?.()}>
          {t('settings.more')}
        </Button>
      ) : null}
    </>
  );
}
