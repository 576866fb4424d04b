import type { FormText } from '@fourfold/forms';
import type { KeptSubmission } from '@fourfold/offline';
import { Icon, type IconName, StateCard } from '@fourfold/ui';
import { useI18n, useProblem } from '../i18n.ts';
import { useMe, usePhone, usePhoneState } from '../phone/context.tsx';
import { useDeed } from '../phone/deed.ts';
import { type FormRow, useFormRows, useSubmissions } from '../phone/forms.ts';
import { Menu } from '../pieces/Menu.tsx';
import { Screen } from '../pieces/Screen.tsx';
import { go, path } from '../router.ts';

/** Sent ones that are shown; the rest are at the desk. */
const sentAtMost = 20;

/** A form's own text in the language of the page. */
export function useTitleOf(): (title: FormText) => string {
  const { language } = useI18n();
  return (title) => title[language] || title.zh || title.en;
}

/** Forms to fill, what is half written, what was handed in. */
export function FormsPage() {
  const { t, format } = useI18n();
  const rows = useFormRows();
  const all = useSubmissions() ?? [];
  const drafts = all.filter(({ standing }) => standing === 'draft');
  const sent = all.filter(({ standing }) => standing !== 'draft').slice(0, sentAtMost);
  const { fetchedAt } = usePhoneState();
  return (
    <Screen title={t('page.forms')} menu={<Menu at="forms" />}>
      {drafts.length > 0 ? (
        <section className="forms-part" aria-labelledby="drafts">
          <h2 id="drafts">{t('forms.drafts')}</h2>
          <ul className="rows">
            {drafts.map((draft) => (
              <li key={draft.id}>
                <Draft draft={draft} rows={rows} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <section className="forms-part" aria-labelledby="open">
        <h2 id="open">{t('forms.open')}</h2>
        <Open rows={rows} />
      </section>
      {sent.length > 0 ? <Sent sent={sent} /> : null}
      {fetchedAt ? <p className="age">{t('today.age', { time: format.dayTime(fetchedAt) })}</p> : null}
    </Screen>
  );
}

function Open({ rows }: { rows: FormRow[] | undefined }) {
  const { t } = useI18n();
  if (!rows?.length)
    return (
      <StateCard icon="table" title={t(rows ? 'forms.none' : 'forms.never')}>
        {t(rows ? 'forms.noneHint' : 'forms.neverHint')}
      </StateCard>
    );
  return (
    <ul className="rows">
      {rows.map((row) => (
        <li key={row.code}>
          <ToFill row={row} />
        </li>
      ))}
    </ul>
  );
}

function ToFill({ row }: { row: FormRow }) {
  const { t } = useI18n();
  const titleOf = useTitleOf();
  const phone = usePhone();
  const owner = useMe().person.id;
  const deed = useDeed();
  const begin = async () => {
    const form = await phone.db.forms.get([row.code, row.version]);
    if (!form) return;
    const { newAnswers } = await import('@fourfold/forms');
    const id = await phone.forms.begin(owner, form.spec, newAnswers(form.spec.items));
    go({ page: 'fill', id });
  };
  return (
    <>
      <button type="button" className="row form-begin" disabled={!row.open} onClick={() => deed.run(begin)}>
        <Icon name="plus" size={24} />
        <span className="row-title">
          <strong>{titleOf(row.title)}</strong>
          <small>{row.open ? t('forms.version', { version: row.version }) : t('forms.closed')}</small>
        </span>
      </button>
      <p className="wrong" role="alert">
        {deed.wrong ? t(deed.wrong) : null}
      </p>
    </>
  );
}

function Draft({ draft, rows }: { draft: KeptSubmission; rows: FormRow[] | undefined }) {
  const { t, format } = useI18n();
  const titleOf = useTitleOf();
  const closed = rows && !rows.some(({ code, open }) => code === draft.form && open);
  return (
    <a className="row" href={path({ page: 'fill', id: draft.id })}>
      <Icon name="pen" size={24} />
      <span className="row-title">
        <strong>{titleOf(draft.title)}</strong>
        <small>{closed ? t('forms.closed') : t('forms.changed', { time: format.dayTime(draft.changedAt) })}</small>
      </span>
    </a>
  );
}

const looks: Record<Exclude<KeptSubmission['standing'], 'draft'>, IconName> = {
  waiting: 'clock',
  refused: 'warning',
  done: 'check',
  dropped: 'ban',
};

function Sent({ sent }: { sent: KeptSubmission[] }) {
  const { t, format } = useI18n();
  const titleOf = useTitleOf();
  const problemText = useProblem();
  return (
    <section className="forms-part" aria-labelledby="sent">
      <h2 id="sent">{t('forms.sent')}</h2>
      <ul className="outbox">
        {sent.map(({ id, title, standing, changedAt, settledAt, refusal }) => (
          <li className="outbox-item" key={id} data-stuck={standing === 'refused' || undefined}>
            <Icon name={standing === 'draft' ? 'pen' : looks[standing]} size={24} />
            <span className="row-title">
              <strong>{titleOf(title)}</strong>
              <small>
                {standing === 'done'
                  ? t('outbox.sent', { time: format.dayTime(settledAt ?? changedAt) })
                  : t(standing === 'refused' ? 'outbox.refused' : 'outbox.waiting', {
                      time: format.dayTime(changedAt),
                    })}
              </small>
              {refusal ? <span className="wrong">{problemText(refusal)}</span> : null}
              {standing === 'refused' ? (
                <a className="link" href={path({ page: 'outbox' })}>
                  {t('order.look')}
                </a>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
