import { draftEnds, isForbidden, type KeptSubmission, type QueuedLetter } from '@fourfold/offline';
import type { ReactNode } from 'react';
import { useI18n } from '../i18n.ts';
import { useOnline, usePhone, usePhoneState } from '../phone/context.tsx';
import { useFormRows, useSubmission } from '../phone/forms.ts';
import { DeedButton } from '../pieces/DeedButton.tsx';
import { Forbidden, OutboxItem, Refused } from '../pieces/OutboxItem.tsx';
import { go } from '../router.ts';
import { useTitleOf } from './FormsPage.tsx';

/** A filled form that waits, or that the server did not take: it can be corrected, sent again or given up. */
export function FormItem({ form }: { form: KeptSubmission }) {
  const { t } = useI18n();
  const titleOf = useTitleOf();
  const { forms } = usePhone();
  const correct = async () => {
    const id = await forms.reopen(form.id);
    go({ page: 'fill', id });
  };
  return (
    <Item kept={form} at={form.changedAt} title={titleOf(form.title)} door={forms} before={<Ends form={form} />}>
      <DeedButton className="small" icon="pen" work={correct}>
        {t('forms.correct')}
      </DeedButton>
    </Item>
  );
}

/** An answer or another word that waits, or that the server did not take. */
export function LetterItem({ letter }: { letter: QueuedLetter }) {
  const { t } = useI18n();
  const { letters } = usePhone();
  const title = `${t(`did.${letter.kind}`)} · ${letter.title}`;
  return <Item kept={letter} at={letter.writtenAt} title={title} door={letters} />;
}

interface ItemProps {
  kept: KeptSubmission | QueuedLetter;
  at: string;
  title: string;
  door: { retry(id: string): Promise<unknown>; drop(id: string): Promise<unknown> };
  /** Of a refused one: what is said before the reason, and what else can be done. */
  before?: ReactNode;
  children?: ReactNode;
}

function Item({ kept, at, title, door, before, children }: ItemProps) {
  const { t, format } = useI18n();
  const phone = usePhone();
  const online = useOnline();
  const { replay } = usePhoneState();
  const time = format.time(at);
  const refused = kept.standing === 'refused';
  const forbidden = isForbidden(kept);
  const how = refused
    ? t('outbox.refused', { time })
    : forbidden
      ? t('outbox.forbidden', { time })
      : online
        ? t(replay.sending ? 'outbox.sending' : 'outbox.waiting', { time })
        : t('outbox.offline', { time });
  const retry = async () => {
    await door.retry(kept.id);
    phone.sendNow();
  };
  const drop = () => door.drop(kept.id);
  return (
    <OutboxItem icon={refused ? 'warning' : forbidden ? 'lock' : 'clock'} title={title} how={how} stuck={refused}>
      {refused ? (
        <>
          {before}
          <Refused refusal={kept.refusal} onRetry={retry} onGiveUp={drop} />
          {children}
        </>
      ) : null}
      {forbidden ? <Forbidden onGiveUp={drop} /> : null}
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
