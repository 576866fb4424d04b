import { StateCard } from '@fourfold/ui';
import { useState } from 'react';
import { useI18n } from '../i18n.ts';
import { useMe, usePhone } from '../phone/context.tsx';
import { useDeed } from '../phone/deed.ts';
import { useDraft } from '../phone/drafts.ts';
import { type ShownLine, type ShownQuestion, useQuestions } from '../phone/inbox.ts';
import { mayTell, reportDraft } from '../phone/told.ts';
import { BigButton } from '../pieces/BigButton.tsx';
import { DeedButton } from '../pieces/DeedButton.tsx';
import { Refused } from '../pieces/OutboxItem.tsx';
import { ReadyAnswers } from '../pieces/ReadyAnswers.tsx';
import { Screen } from '../pieces/Screen.tsx';
import { go as goTo } from '../router.ts';

const longestText = 500;

/** What a resident asked, and the answer to it: written with or without a network, with a ready one in two taps. */
export default function QuestionPage({ id }: { id: string }) {
  const { t } = useI18n();
  const questions = useQuestions();
  if (!questions) return null;
  const question = questions.find((candidate) => candidate.id === id);
  if (question) return <Open question={question} />;
  return (
    <Screen title={t('page.question')} backable>
      <StateCard icon="ban" title={t('inbox.gone')}>
        {t('inbox.goneHint')}
      </StateCard>
    </Screen>
  );
}

function Open({ question }: { question: ShownQuestion }) {
  const { t } = useI18n();
  const phone = usePhone();
  const owner = useMe().person.id;
  const draft = useDraft(`${question.id}/answer`);
  const deed = useDeed();
  const over = question.state === 'solved' || question.state === 'closed';
  const text = draft.value.note ?? '';
  const said = text.trim();
  const wrong = deed.wrong ?? draft.wrong;
  const send = async () => {
    await phone.say(owner, {
      kind: 'question.answer',
      path: `questions/${question.id}/answers`,
      body: { id: '', text: said },
      about: question.id,
      title: said,
    });
    await draft.change({ note: '' });
    scrollTo(0, 0);
  };
  if (!draft.loaded) return null;
  return (
    <Screen
      title={question.gridName}
      under={t(`question.state.${question.state}`)}
      backable
      actions={
        over ? null : (
          <>
            <p className="wrong" role="alert">
              {wrong ? t(wrong) : null}
            </p>
            <BigButton look="main" icon="save" disabled={!said} onClick={() => deed.run(send)}>
              {t('question.send')}
            </BigButton>
          </>
        )
      }
    >
      <ol className="thread" aria-label={t('page.question')}>
        {question.lines.map((line) => (
          <li key={line.letter?.id ?? `${line.at}${line.text}`} data-own={!line.byResident || undefined}>
            <Line line={line} />
          </li>
        ))}
      </ol>
      {over ? (
        <p className="under">{t('question.over')}</p>
      ) : (
        <>
          <label className="field">
            <span>{t('question.answer')}</span>
            <textarea
              rows={3}
              maxLength={longestText}
              value={text}
              onChange={(event) => void draft.change({ note: event.target.value })}
            />
          </label>
          <ReadyAnswers text={said} onChoose={(chosen) => void draft.change({ note: chosen })} />
          <Report question={question} />
          <Close question={question} />
          <p className="under">{t('question.hint')}</p>
        </>
      )}
    </Screen>
  );
}

function Line({ line: { byResident, name, text, at, letter } }: { line: ShownLine }) {
  const { t, format } = useI18n();
  const phone = usePhone();
  const who = byResident ? t('question.resident') : (name ?? t('question.me'));
  const how =
    letter && letter.standing !== 'done'
      ? t(letter.standing === 'refused' ? 'question.refused' : 'question.waiting')
      : null;
  const retry = async () => {
    await phone.letters.retry(letter?.id ?? '');
    phone.sendNow();
  };
  return (
    <>
      <small>{[who, format.dayTime(at), how].filter(Boolean).join(' · ')}</small>
      <p>{text}</p>
      {letter?.standing === 'refused' ? (
        <Refused refusal={letter.refusal} onRetry={retry} onGiveUp={() => phone.letters.drop(letter.id)} />
      ) : null}
    </>
  );
}

/** What is for a centre goes on as a report, on behalf of the resident; what was begun there stays. */
function Report({ question }: { question: ShownQuestion }) {
  const { t } = useI18n();
  const me = useMe();
  const report = useDraft(reportDraft);
  const deed = useDeed();
  const asked = question.lines[0]?.text ?? '';
  if (!mayTell(me) || !report.loaded) return null;
  const go = async () => {
    const { note = '', behalf } = report.value;
    const text = note.includes(asked) ? note : [note, asked].filter(Boolean).join('\n');
    await report.change({ note: text, behalf: { ...behalf, on: true } });
    goTo({ page: 'tell' });
  };
  return (
    <>
      <BigButton icon="camera" onClick={() => deed.run(go)}>
        {t('question.report')}
      </BigButton>
      <p className="wrong" role="alert">
        {deed.wrong ? t(deed.wrong) : null}
      </p>
    </>
  );
}

/** Ends the matter; asked once more, for the resident reads it. */
function Close({ question }: { question: ShownQuestion }) {
  const { t } = useI18n();
  const phone = usePhone();
  const owner = useMe().person.id;
  const [sure, setSure] = useState(false);
  const close = () =>
    phone.say(owner, {
      kind: 'question.close',
      path: `questions/${question.id}/close`,
      body: {},
      about: question.id,
      title: question.lines[0]?.text ?? '',
    });
  return (
    <DeedButton icon="check" look={sure ? 'danger' : 'plain'} work={async () => (sure ? close() : setSure(true))}>
      {t(sure ? 'question.closeSure' : 'question.close')}
    </DeedButton>
  );
}
