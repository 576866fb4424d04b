import type { Form } from '@fourfold/api';
import { Dot, StateCard } from '@fourfold/ui';
import { Button, type TableColumnsType, Tag } from 'antd';
import { useState } from 'react';
import { useMay } from '../../data/session.ts';
import { useI18n } from '../../i18n.ts';
import { link } from '../../router.ts';
import { Listing } from '../../shell/Listing.tsx';
import { CollectDialog } from './CollectDialog.tsx';
import { useForms } from './data.ts';
import { NewForm } from './NewForm.tsx';
import { useFormWords } from './words.ts';

/** Forms of one's area, with what can be done with each. */
export function FormList() {
  const { t } = useI18n();
  const may = useMay();
  const [dialog, setDialog] = useState<'new' | 'collect' | null>(null);
  const forms = useForms(may('forms.write'));
  return (
    <div className="forms">
      <header className="forms-head">
        <h1>{t('page.forms')}</h1>
        {may('submissions.read') ? <a {...link('/forms/unmask-requests')}>{t('forms.requests')}</a> : null}
        <a {...link('/forms/declared-emergencies')}>{t('emergency.title')}</a>
        {may('forms.fill') ? <Button onClick={() => setDialog('collect')}>{t('collect.title')}</Button> : null}
        {may('forms.write') ? (
          <Button type="primary" onClick={() => setDialog('new')}>
            {t('forms.new')}
          </Button>
        ) : null}
      </header>
      <Rows forms={forms} />
      {dialog === 'new' ? <NewForm onClose={() => setDialog(null)} /> : null}
      {dialog === 'collect' ? <CollectDialog onClose={() => setDialog(null)} /> : null}
    </div>
  );
}

/** The word says it; the dot is only quicker. */
const tones = { draft: 'off', published: 'ok', retired: 'l2' } as const;

function Rows({ forms }: { forms: ReturnType<typeof useForms> }) {
  const { t, format } = useI18n();
  const may = useMay();
  const words = useFormWords();
  const columns: TableColumnsType<Form> = [
    {
      title: t('forms.title'),
      render: (_, form) =>
        form.editable && may('forms.write') ? (
          <a {...link(`/forms/${form.code}`)}>{words.say(form.title)}</a>
        ) : (
          words.say(form.title)
        ),
    },
    { title: t('forms.code'), dataIndex: 'code', render: (code: string) => <code>{code}</code> },
    {
      title: t('forms.state'),
      render: (_, form) => (
        <>
          <Dot tone={tones[form.state]} /> {t(`forms.state.${form.state}`)}{' '}
          {form.emergencyOnly ? <Tag>{t(form.open ? 'forms.emergencyOn' : 'forms.emergencyOff')}</Tag> : null}
        </>
      ),
    },
    {
      title: t('forms.version'),
      render: (_, form) => form.publishedVersion ?? t('detail.none'),
    },
    {
      title: t('forms.draft'),
      render: (_, form) => (form.draftRevision === null ? t('detail.none') : t('forms.draftThere')),
    },
    { title: t('forms.changed'), render: (_, form) => format.dayTime(form.updatedAt) },
    {
      title: t('forms.received'),
      render: (_, form) =>
        may('submissions.read') && form.publishedVersion !== null ? (
          <a {...link(`/forms/${form.code}/submissions`)}>
            {t('forms.open')}
            <span className="visually-hidden"> {words.say(form.title)}</span>
          </a>
        ) : (
          t('detail.none')
        ),
    },
  ];
  return (
    <Listing
      query={forms}
      columns={columns}
      rowKey={({ code }) => code}
      waiting={t('forms.loading')}
      none={
        <StateCard icon="table" title={t('forms.empty')}>
          {t('forms.emptyHint')}
        </StateCard>
      }
    />
  );
}
