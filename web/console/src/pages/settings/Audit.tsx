import type { AuditRow } from '@fourfold/api';
import { Icon } from '@fourfold/ui';
import { Input, type TableColumnsType } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useAudit, useAuditVerification } from '../../data/settings.ts';
import { known, useI18n } from '../../i18n.ts';
import { Listing } from './Listing.tsx';

/** Who saw or did what, and whether the chain that proves it is whole. */
export function Audit() {
  const { t, format } = useI18n();
  const [text, setText] = useState('');
  const rows = useAudit(useDeferredValue(text.trim()));
  const columns: TableColumnsType<AuditRow> = [
    { title: t('audit.at'), dataIndex: 'at', render: (at: string) => `${format.dayTime(at)}` },
    { title: t('audit.person'), dataIndex: 'actorName' },
    { title: t('audit.action'), dataIndex: 'action', render: (action: string) => <code>{action}</code> },
    { title: t('audit.subject'), dataIndex: 'subject', render: (subject: string) => <code>{subject}</code> },
    {
      title: t('audit.purpose'),
      dataIndex: 'purpose',
      render: (purpose: string | null) => {
        const key = known(`purpose.${purpose}`);
        return key ? t(key as 'purpose.audit') : purpose;
      },
    },
  ];
  return (
    <>
      <p className="hint">{t('audit.intro')}</p>
      <Chain />
      <Input
        className="settings-find"
        aria-label={t('audit.find')}
        placeholder={t('audit.find')}
        prefix={<Icon name="search" size={14} />}
        value={text}
        allowClear
        onChange={(event) => setText(event.target.value)}
      />
      <Listing query={rows} columns={columns} rowKey={(row) => row.id} />
    </>
  );
}

function Chain() {
  const { t } = useI18n();
  const { data } = useAuditVerification();
  if (!data) return null;
  const broken = data.partitions.find((partition) => !partition.ok);
  const sum = (name: 'sealed' | 'unsealed') => data.partitions.reduce((total, part) => total + part[name], 0);
  return broken ? (
    <p data-tone="l1" role="alert">
      <Icon name="warning" size={16} /> {t('audit.broken', { name: broken.name, gap: broken.firstGap ?? '?' })}
    </p>
  ) : (
    <p data-tone="ok">
      <Icon name="check" size={16} /> {t('audit.chain', { sealed: sum('sealed'), unsealed: sum('unsealed') })}
    </p>
  );
}
