import { draftEnds, isForbidden, type KeptSubmission, type QueuedLetter } from '@fourfold/offline';
import { useI18n } from '../i18n.ts';
import { useOnline, usePhone, usePhoneState } from '../phone/context.tsx';
import { useFormRows, useSubmission } from '../phone/forms.ts';
import { DeedButton } from '../pieces/DeedButton.tsx';
import { Forbidden, OutboxItem, Refused } from '../pieces/OutboxItem.tsx';
import { go } from '../router.ts';
import { useTitleOf } from './FormsPage.tsx';

/** A filled form that waits, or that the server did not take: it can be corrected, sent again or given up. */
export function FormItem({ form }: { form: KeptSubmission }) {
  const { t, format } = useI18n();
  const titleOf = useTitleOf();
  const phone = usePhone();
  const online = useOnline();
  const { replay } = usePhoneState();
  const time = format.time(form.changedAt);
  const refused = form.standing === 'refused';
  const forbidden = isForbidden(form);
  const how = refused
    ? t('outbox.refused', { time })
    : forbidden
      ? t('outbox.forbidden', { time })
      : online
        ? t(replay.sending ? 'outbox.sending' : 'outbox.waiting', { time })
        : t('outbox.offline', { time });
  const retry = async () => {
    await phone.forms.retry(form.id);
    phone.sendNow();
  };
  const correct = async () => {
    const id = await phone.forms.reopen(form.id);
    go({ page: 'fill', id });
  };
  return (
    <OutboxItem
      icon={refused ? 'warning' : forbidden ? 'lock' : 'clock'}
      title={titleOf(form.title)}
      how={how}
      stuck={refused}
    >
      {refused ? (
        <>
          <Ends form={form} />
          <Refused refusal={form.refusal} onRetry={retry} onGiveUp={() => phone.forms.drop(form.id)} />
          <DeedButton className="small" icon="pen" work={correct}>
            {t('forms.correct')}
          </DeedButton>
        </>
      ) : null}
      {forbidden ? <Forbidden onGiveUp={() => phone.forms.drop(form.id)} /> : null}
    </OutboxItem>
  );
}

/** Of a form for an emergency that is over: until when the phone keeps it. */
function Ends({ form }: { form: KeptSubmission }) {
  const { t, format } = useI18n();
  const rows = useFormRows();
  const spec = useSubmission(form.id)?.form?.spec;
  if (!rows || !spec || rows.some(({ code, open }) => code === form.form && open)) return null;
  const ends = draftEnds(form, spec);
  return ends === null ? null : <span>{t('forms.emergencyOver', { day: format.dayMonth(new Date(ends)) })}</span>;
}

/** An answer or another word that waits, or that the server did not take. */
export function LetterItem({ letter }: { letter: QueuedLetter }) {
  const { t, format } = useI18n();
  const phone = usePhone();
  const online = useOnline();
  const { replay } = usePhoneState();
  const time = format.time(letter.writtenAt);
  const refused = letter.standing === 'refused';
  const forbidden = isForbidden(letter);
  const how = refused
    ? t('outbox.refused', { time })
    : forbidden
      ? t('outbox.forbidden', { time })
      : online
        ? t(replay.sending ? 'outbox.sending' : 'outbox.waiting', { time })
        : t('outbox.offline', { time });
  const retry = async () => {
    await phone.letters.retry(letter.id);
    phone.sendNow();
  };
  return (
    <OutboxItem
      icon={refused ? 'warning' : forbidden ? 'lock' : 'clock'}
      title={`${t(`did.${letter.kind}`)} · ${letter.title}`}
      how={how}
      stuck={refused}
    >
      {refused ? (
        <Refused refusal={letter.refusal} onRetry={retry} onGiveUp={() => phone.letters.drop(letter.id)} />
      ) : null}
      {forbidden ? <Forbidden onGiveUp={() => phone.letters.drop(letter.id)} /> : null}
    </OutboxItem>
  );
}
