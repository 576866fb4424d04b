import { body, client, type FormDeletion } from '@fourfold/api';
import { Skeleton } from '@fourfold/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Modal, Table, type TableColumnsType } from 'antd';
import { useProblemText } from '../../../data/problems.ts';
import { useI18n } from '../../../i18n.ts';

const pageSize = 50;

/** That answers were deleted when their time was over: what, how many, and the link of the chain that proves it. */
export function Deletions({ code, onClose }: { code: string; onClose(): void }) {
  const { t, format } = useI18n();
  const problemText = useProblemText();
  const deletions = useInfiniteQuery({
    queryKey: ['form-deletions', code],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam }) => {
      const params = { path: { code }, query: { limit: pageSize, cursor: pageParam } };
      return body(await client.GET('/forms/{code}/deletions', { params }));
    },
    getNextPageParam: (last) => last.next ?? undefined,
    select: (data) => data.pages.flatMap((page) => page.items),
  });
  const columns: TableColumnsType<FormDeletion> = [
    { title: t('forms.deletedAt'), render: (_, row) => format.dayTime(row.at) },
    { title: t('forms.field'), dataIndex: 'field', render: (field: string) => <code>{field}</code> },
    { title: t('forms.version'), dataIndex: 'version' },
    { title: t('forms.area'), dataIndex: 'areaCode' },
    { title: t('forms.retention'), dataIndex: 'retentionDays' },
    { title: t('forms.deletedCount'), dataIndex: 'count' },
    { title: t('forms.chain'), dataIndex: 'hash', render: (hash: string) => <code>{hash.slice(0, 12)}…</code> },
  ];
  return (
    <Modal open title={t('forms.deletions')} footer={null} width={860} onCancel={onClose}>
      {deletions.isPending ? <Skeleton label={t('forms.loading')} /> : null}
      {deletions.isError ? <p className="fault">{problemText(deletions.error)}</p> : null}
      {deletions.data ? (
        <Table<FormDeletion>
          size="small"
          columns={columns}
          dataSource={deletions.data}
          rowKey={({ number }) => number}
          pagination={false}
          scroll={{ x: 'max-content' }}
          locale={{ emptyText: <span className="hint">{t('forms.noDeletions')}</span> }}
        />
      ) : null}
      {deletions.hasNextPage ? (
        <Button loading={deletions.isFetchingNextPage} onClick={() => void deletions.fetchNextPage()}>
          {t('verb.more')}
        </Button>
      ) : null}
    </Modal>
  );
}
