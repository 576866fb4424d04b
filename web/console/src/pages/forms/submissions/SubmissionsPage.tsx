import type { Submission, SubmissionFilter } from '@fourfold/api';
import type { FormSpec } from '@fourfold/forms';
import { Icon, StateCard } from '@fourfold/ui';
import { Button, Input, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useMay } from '../../../data/session.ts';
import { useI18n } from '../../../i18n.ts';
import { link, setParams, useParam } from '../../../router.ts';
import { Listing } from '../../../shell/Listing.tsx';
import { AreaSelect } from '../../settings/AreaSelect.tsx';
import { dayStart } from '../../settings/days.ts';
import { useForm, useVersion } from '../data.ts';
import { useFormWords } from '../words.ts';
import { columnsOf } from './answers.ts';
import { Deletions } from './Deletions.tsx';
import { exportFormats, exportHref, useSubmissions } from './data.ts';
import { Matches, matchable } from './Matches.tsx';
import { SubmissionDetail } from './SubmissionDetail.tsx';
import { useAnswerText } from './useAnswerText.ts';

/** Columns of answers in the table; a submission's own page has all of them. */
const answersAtMost = 5;

/** What came in for a form: the newest first, sensitive answers masked. */
export function SubmissionsPage({ code }: { code: string }) {
  const { t } = useI18n();
  const words = useFormWords();
  const form = useForm(code);
  const version = useVersion(code, form.data?.publishedVersion ?? null);
  const [area, setArea] = useState('');
  const [first, setFirst] = useState('');
  const [last, setLast] = useState('');
  const chosen = useParam('id');
  const [deletions, setDeletions] = useState(false);
  const [matching, setMatching] = useState(false);
  const may = useMay();
  const filter: SubmissionFilter = {
    ...(area ? { area } : {}),
    ...(dayStart(first, 0) ? { from: dayStart(first, 0) } : {}),
    ...(dayStart(last, 1) ? { to: dayStart(last, 1) } : {}),
  };
  const submissions = useSubmissions(code, filter);
  return (
    <div className="forms">
      <header className="forms-head">
        <a {...link('/forms')}>
          <Icon name="back" size={20} />
          <span className="visually-hidden">{t('forms.back')}</span>
        </a>
        <h1>{t('forms.receivedOf', { title: words.say(form.data?.title) || code })}</h1>
        <Button onClick={() => setDeletions(true)}>{t('forms.deletions')}</Button>
        {version.data && may('submissions.unmask') && matchable(version.data).length > 0 ? (
          <Button onClick={() => setMatching(true)}>{t('forms.match')}</Button>
        ) : null}
        <Exports code={code} filter={filter} />
      </header>
      <search className="forms-filter">
        <label htmlFor="forms-area">{t('forms.area')}</label>
        <span className="forms-area">
          <AreaSelect id="forms-area" value={area} onChange={setArea} />
        </span>
        {area ? <Button onClick={() => setArea('')}>{t('forms.anyArea')}</Button> : null}
        <label htmlFor="forms-first">{t('audit.from')}</label>
        <Input id="forms-first" type="date" value={first} onChange={(event) => setFirst(event.target.value)} />
        <label htmlFor="forms-last">{t('audit.to')}</label>
        <Input id="forms-last" type="date" value={last} onChange={(event) => setLast(event.target.value)} />
      </search>
      <Rows submissions={submissions} spec={version.data} />
      {deletions ? <Deletions code={code} onClose={() => setDeletions(false)} /> : null}
      {matching && version.data ? <Matches code={code} spec={version.data} onClose={() => setMatching(false)} /> : null}
      {chosen ? <SubmissionDetail key={chosen} id={chosen} onClose={() => setParams({ id: null })} /> : null}
    </div>
  );
}

function Exports({ code, filter }: { code: string; filter: SubmissionFilter }) {
  const { t } = useI18n();
  const may = useMay();
  if (!may('submissions.export')) return null;
  return (
    <p className="row-end">
      {t('forms.export')}
      {exportFormats.map((format) => (
        <Button key={format} href={exportHref(code, format, filter)} download>
          {format === 'geojson' ? 'GeoJSON' : format.toUpperCase()}
        </Button>
      ))}
    </p>
  );
}

interface RowsProps {
  submissions: ReturnType<typeof useSubmissions>;
  spec: FormSpec | undefined;
}

function Rows({ submissions, spec }: RowsProps) {
  const { t, format } = useI18n();
  const words = useFormWords();
  const text = useAnswerText();
  const open = (id: string) => setParams({ id });
  const columns: TableColumnsType<Submission> = [
    {
      title: t('forms.filledAt'),
      render: (_, row) => (
        <button type="button" className="forms-open" onClick={() => open(row.id)}>
          {format.dayTime(row.filledAt)}
        </button>
      ),
    },
    { title: t('forms.filledBy'), render: (_, row) => row.filledByName ?? t('detail.none') },
    { title: t('forms.area'), render: (_, row) => row.areaName ?? <code>{row.areaCode}</code> },
    { title: t('forms.version'), dataIndex: 'version' },
    ...(spec ? columnsOf(spec, answersAtMost) : []).map((item) => ({
      title: words.say(item.label),
      key: item.code,
      render: (_: unknown, row: Submission) =>
        row.masked.includes(`/${item.code}`) ? (
          <Masked />
        ) : spec ? (
          text(spec, item, (row.answers as Record<string, unknown>)[item.code])
        ) : null,
    })),
  ];
  return (
    <Listing
      query={submissions}
      columns={columns}
      rowKey={({ id }) => id}
      waiting={t('forms.loading')}
      none={
        <StateCard icon="table" title={t('forms.nothingReceived')}>
          {t('forms.nothingReceivedHint')}
        </StateCard>
      }
    />
  );
}

/** There is an answer, and it is sealed. */
export function Masked({ what }: { what?: string | undefined }) {
  const { t } = useI18n();
  return (
    <span className="forms-masked">
      <Icon name="lock" size={14} /> {what ?? t('forms.masked')}
    </span>
  );
}
