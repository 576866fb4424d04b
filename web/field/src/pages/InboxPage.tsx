import type { Notice } from '@fourfold/api';
import { Icon, StateCard } from '@fourfold/ui';
import { useI18n } from '../i18n.ts';
import { useMe, usePhoneState } from '../phone/context.tsx';
import { mayAnswer, type ShownQuestion, useNotices, useQuestions } from '../phone/inbox.ts';
import { Menu } from '../pieces/Menu.tsx';
import { Screen } from '../pieces/Screen.tsx';
import { path } from '../router.ts';

/** Notices of the centre, and what residents ask: what waits for this person first. */
export default function InboxPage() {
  const { t, format } = useI18n();
  const notices = useNotices() ?? [];
  const { fetchedAt } = usePhoneState();
  return (
    <Screen title={t('page.inbox')} backable menu={<Menu at="today" below />}>
      {notices.length > 0 ? (
        <section className="forms-part" aria-labelledby="notices">
          <h2 id="notices">{t('inbox.notices')}</h2>
          <ul className="rows">
            {notices.map((notice) => (
              <li key={notice.id}>
                <NoticeRow notice={notice} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {mayAnswer(useMe()) ? <Questions /> : null}
      {fetchedAt ? <p className="age">{t('today.age', { time: format.dayTime(fetchedAt) })}</p> : null}
    </Screen>
  );
}

function NoticeRow({ notice }: { notice: Notice }) {
  const { t, format } = useI18n();
  const state = t(notice.readAt ? 'inbox.read' : 'inbox.unread');
  return (
    <a
      className="row"
      href={path({ page: 'notice', id: notice.id })}
      data-urgent={(notice.urgent && !notice.readAt) || undefined}
    >
      <Icon name={notice.readAt ? 'check' : 'bell'} size={24} />
      <span className="row-title">
        <strong>{notice.urgent ? `${t('inbox.urgent')} · ${notice.title}` : notice.title}</strong>
        <small>{`${state} · ${t('notice.from', { unit: notice.from, time: format.dayTime(notice.sentAt) })}`}</small>
      </span>
    </a>
  );
}

function Questions() {
  const { t } = useI18n();
  const questions = useQuestions();
  if (!questions)
    return (
      <StateCard icon="clock" title={t('inbox.never')}>
        {t('inbox.neverHint')}
      </StateCard>
    );
  const waiting = questions.filter(({ state }) => state === 'open');
  const over = questions.filter(({ state }) => state !== 'open');
  return (
    <>
      <section className="forms-part" aria-labelledby="waiting">
        <h2 id="waiting">{t('inbox.waiting')}</h2>
        {waiting.length > 0 ? (
          <Rows questions={waiting} />
        ) : (
          <StateCard icon="check" tone="ok" title={t('inbox.none')}>
            {t('inbox.noneHint')}
          </StateCard>
        )}
      </section>
      {over.length > 0 ? (
        <details className="done">
          <summary>
            <Icon name="chevron" size={20} />
            {t('inbox.over', { count: over.length })}
          </summary>
          <Rows questions={over} />
        </details>
      ) : null}
    </>
  );
}

function Rows({ questions }: { questions: ShownQuestion[] }) {
  const { t, format } = useI18n();
  return (
    <ul className="rows">
      {questions.map(({ id, lines, gridName, lastAt, state }) => (
        <li key={id}>
          <a className="row" href={path({ page: 'question', id })}>
            <Icon name={state === 'open' ? 'mail' : 'check'} size={24} />
            <span className="row-title">
              <strong>{lines.findLast(({ byResident }) => byResident)?.text ?? ''}</strong>
              <small>{[gridName, format.dayTime(lastAt), t(`question.state.${state}`)].join(' · ')}</small>
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}
