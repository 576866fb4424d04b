import type { BadLine, Feed } from '@fourfold/api';
import { Modal, type TableColumnsType } from 'antd';
import { useBadLines } from '../../data/settings.ts';
import { useI18n } from '../../i18n.ts';
import { Listing } from '../../shell/Listing.tsx';
import { FaultWord } from './FaultWord.tsx';

/** The ring of lines that could not be read: when, where in the stream, why, what. */
export function BadLines({ feed, onClose }: { feed: Feed; onClose(): void }) {
  const { t, format } = useI18n();
  const lines = useBadLines(feed.id);
  const columns: TableColumnsType<BadLine> = [
    { title: t('feed.at'), dataIndex: 'at', render: (at: string) => format.clock(at) },
    { title: t('feed.offset'), dataIndex: 'offset', align: 'right', render: (offset: number) => format.number(offset) },
    { title: t('feed.fault'), dataIndex: 'fault', render: (fault: string) => <FaultWord fault={fault} /> },
    {
      title: t('feed.sample'),
      dataIndex: 'sample',
      render: (sample: string) => <code className="sample">{sample}</code>,
    },
  ];
  return (
    <Modal open width={900} footer={null} title={t('feed.badLinesTitle', { name: feed.name })} onCancel={onClose}>
      <Listing
        query={lines}
        columns={columns}
        rowKey={(line) => `${line.offset} ${line.at}`}
        empty={t('feed.badLinesNone')}
      />
    </Modal>
  );
}
