import type { AuditRow } from '@fourfold/api';
import { Icon } from '@fourfold/ui';
import { Input, type TableColumnsType } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useAudit, useAuditVerification } from '../../data/settings.ts';
import { known, useI18n } from '../../i18n.ts';
import { Listing } from '../../shell/Listing.tsx';
import { dayStart } from './days.ts';

/** Who saw or did what, and whether the chain that proves it is whole. */
export function Audit() {
  const { t, format } = useI18n();
  const [text, setText] = useState('');
  const [first, setFirst] = useState('');
  const [last, setLast] = useState('');
  const subject = useDeferredValue(text.trim());
  const rows = useAudit({ subject: subject || undefined, from: dayStart(first, 0), to: dayStart(last, 1) });
  const columns: TableColumnsType<AuditRow> = [
    { title: t('audit.at'), dataIndex: 'at', render: (at: string) => format.dayClock(at) },
    {
      title: t('audit.person'),
      render: (_, row) => row.personName ?? <span className="hint">{t('audit.program', { name: row.actorName })}</span>,
    },
    { title: t('audit.action'), dataIndex: 'action', render: (action: string) => <Action code={action} /> },
    { title: t('audit.subject'), dataIndex: 'subject', render: (id: string) => <code>{id}</code> },
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
      <search className="settings-filter">
        <Input
          className="settings-find"
          aria-label={t('audit.find')}
          placeholder={t('audit.find')}
          prefix={<Icon name="search" size={14} />}
          value={text}
          allowClear
          onChange={(event) => setText(event.target.value)}
        />
        <label htmlFor="audit-first">{t('audit.from')}</label>
        <Input id="audit-first" type="date" value={first} onChange={(event) => setFirst(event.target.value)} />
        <label htmlFor="audit-last">{t('audit.to')}</label>
        <Input id="audit-last" type="date" value={last} onChange={(event) => setLast(event.target.value)} />
      </search>
      <Listing query={rows} columns={columns} rowKey={(row) => row.id} expanded={(row) => <Details row={row} />} />
    </>
  );
}

/** What was done, in words where there are some. */
function Action({ code }: { code: string }) {
  const { t } = useI18n();
  const key = known(`action.${code}`);
  const step = code.startsWith('case.') ? known(`transition.${code.slice('case.'.length)}`) : null;
  if (step) return <span title={code}>{t('audit.case', { what: t(step as 'transition.accept') })}</span>;
  return key ? <span title={code}>{t(key as 'action.audit.listed')}</span> : <code>{code}</code>;
}

function Details({ row }: { row: AuditRow }) {
  const { t } = useI18n();
  return (
    <dl className="pairs">
      <dt>{t('audit.action')}</dt>
      <dd>
        <code>{row.action}</code>
      </dd>
      {row.details ? (
        <>
          <dt>{t('audit.details')}</dt>
          <dd>
            <code className="sample">{JSON.stringify(row.details)}</code>
          </dd>
        </>
      ) : null}
      <dt>{t('audit.correlation')}</dt>
      <dd>
        <code>{row.correlationId || t('detail.none')}</code>
      </dd>
      <dt>{t('audit.sealedAs')}</dt>
      <dd>{row.sealedAs === null ? t('audit.notSealed') : `${row.module} ${row.sealedAs}`}</dd>
    </dl>
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
