import { body, client, type FormDeletion } from '@fourfold/api';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Modal, type TableColumnsType } from 'antd';
import { useI18n } from '../../../i18n.ts';
import { Listing } from '../../../shell/Listing.tsx';

const pageSize = 50;

/** That answers were deleted when their time was over: what, how many, and the link of the chain that proves it. */
export function Deletions({ code, onClose }: { code: string; onClose(): void }) {
  const { t, format } = useI18n();
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
      <Listing
        query={deletions}
        columns={columns}
        rowKey={({ number }) => String(number)}
        waiting={t('forms.loading')}
        empty={t('forms.noDeletions')}
      />
    </Modal>
  );
}
