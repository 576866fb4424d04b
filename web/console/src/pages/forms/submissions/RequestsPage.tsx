import type { UnmaskRequest } from '@fourfold/api';
import { Icon, StateCard } from '@fourfold/ui';
import { App, Button, Segmented, type TableColumnsType, Tag } from 'antd';
import { useState } from 'react';
import { useProblemText } from '../../../data/problems.ts';
import { useMay } from '../../../data/session.ts';
import { useI18n } from '../../../i18n.ts';
import { link } from '../../../router.ts';
import { Listing } from '../../../shell/Listing.tsx';
import { useForm, useVersion } from '../data.ts';
import { useFormWords } from '../words.ts';
import { useDecide, useRequests } from './data.ts';
import { useFieldText } from './useFieldText.ts';

/** Who asks to see what is sealed, and why: somebody else than the asker decides. */
export function RequestsPage() {
  const { t } = useI18n();
  const [waiting, setWaiting] = useState(true);
  const requests = useRequests(waiting);
  return (
    <div className="forms">
      <header className="forms-head">
        <a {...link('/forms')}>
          <Icon name="back" size={20} />
          <span className="visually-hidden">{t('forms.back')}</span>
        </a>
        <h1>{t('forms.requests')}</h1>
        <Segmented<boolean>
          aria-label={t('forms.which')}
          value={waiting}
          onChange={setWaiting}
          options={[true, false].map((value) => ({
            value,
            label: t(value ? 'forms.requestsWaiting' : 'forms.requestsAll'),
          }))}
        />
      </header>
      <Rows requests={requests} />
    </div>
  );
}

function Rows({ requests }: { requests: ReturnType<typeof useRequests> }) {
  const { t, format } = useI18n();
  const columns: TableColumnsType<UnmaskRequest> = [
    { title: t('forms.askedAt'), render: (_, row) => format.dayTime(row.askedAt) },
    { title: t('forms.askedBy'), render: (_, row) => row.askedByName ?? t('detail.none') },
    {
      title: t('forms.submission'),
      render: (_, row) => (
        <a {...link(`/forms/${row.form}/submissions?id=${row.submissionId}`)}>
          <FormTitle code={row.form} />
        </a>
      ),
    },
    { title: t('forms.askFields'), render: (_, row) => <Fields row={row} /> },
    { title: t('forms.askPurpose'), render: (_, row) => t(`forms.unmaskPurpose.${row.purpose}`) },
    {
      title: t('forms.askCase'),
      render: (_, row) => <a {...link(`/cases/${row.caseId}`)}>{t('forms.open')}</a>,
    },
    { title: t('forms.askReason'), dataIndex: 'reason' },
    { title: t('forms.state'), render: (_, row) => <State row={row} /> },
  ];
  return (
    <Listing
      query={requests}
      columns={columns}
      rowKey={({ id }) => id}
      waiting={t('forms.loading')}
      none={
        <StateCard icon="check" tone="ok" title={t('forms.noRequests')}>
          {t('forms.noRequestsHint')}
        </StateCard>
      }
    />
  );
}

/** Whoever decides should not have to read codes; one stands there while its form is fetched, or cannot be had. */
function FormTitle({ code }: { code: string }) {
  const words = useFormWords();
  const form = useForm(code);
  return words.say(form.data?.title) || <code>{code}</code>;
}

/** As they were called when it was filled in; a version since then may have dropped them. */
function Fields({ row }: { row: UnmaskRequest }) {
  const fieldText = useFieldText();
  const form = useForm(row.form);
  const version = useVersion(row.form, row.formVersion ?? form.data?.publishedVersion ?? null);
  return row.fields.map((field) => <Tag key={field}>{fieldText(version.data, field)}</Tag>);
}

function State({ row }: { row: UnmaskRequest }) {
  const { t, format } = useI18n();
  const may = useMay();
  const { message } = App.useApp();
  const problemText = useProblemText();
  const decide = useDecide();
  const go = (consents: boolean) =>
    decide.mutate({ id: row.id, consents }, { onError: (error) => void message.error(problemText(error)) });
  if (row.state === 'waiting' && !row.mine && may('submissions.consent'))
    return (
      <span className="row">
        <Button size="small" loading={decide.isPending} onClick={() => go(true)}>
          {t('forms.consent')}
        </Button>
        <Button size="small" danger loading={decide.isPending} onClick={() => go(false)}>
          {t('forms.refuse')}
        </Button>
      </span>
    );
  return (
    <>
      <Tag>{t(`forms.request.${row.state}`)}</Tag>
      {row.decidedByName ? `${row.decidedByName} · ` : ''}
      {row.validUntil ? t('forms.revealedUntil', { time: format.dayTime(row.validUntil) }) : ''}
      {row.mine && row.state === 'waiting' ? <span className="hint">{t('forms.otherDecides')}</span> : null}
    </>
  );
}
