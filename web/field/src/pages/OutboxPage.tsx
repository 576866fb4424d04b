import {
  giveUp,
  giveUpPhoto,
  isAside,
  isForbidden,
  isFree,
  type KeptSubmission,
  type QueuedCommand,
  type QueuedLetter,
  type QueuedPhoto,
  retry,
  retryPhoto,
  workOrderOf,
} from '@fourfold/offline';
import { useLive } from '@fourfold/offline/react';
import { Icon, StateCard } from '@fourfold/ui';
import { useI18n } from '../i18n.ts';
import {
  type Pending,
  pendingCount,
  useMe,
  useOnline,
  usePending,
  usePhone,
  usePhoneState,
} from '../phone/context.tsx';
import { BigButton } from '../pieces/BigButton.tsx';
import { useInWords } from '../pieces/inWords.ts';
import { Menu } from '../pieces/Menu.tsx';
import { Forbidden, OutboxItem, Refused } from '../pieces/OutboxItem.tsx';
import { Screen } from '../pieces/Screen.tsx';
import { path } from '../router.ts';
import { useWords } from '../words.ts';
import { useTitleOf } from './FormsPage.tsx';
import { FormItem, LetterItem } from './OutboxForms.tsx';

const recentAtMost = 20;

/** Everything that waits to be sent, why, and what the person can do about it. */
export function OutboxPage() {
  const { t } = useI18n();
  const pending = usePending();
  const count = pendingCount(pending);
  return (
    <Screen
      title={count > 0 ? t('outbox.title', { count }) : t('page.outbox')}
      under={count > 0 ? <Size pending={pending} /> : undefined}
      backable
      menu={<Menu at="me" below />}
    >
      {count === 0 ? (
        <StateCard icon="check" tone="ok" title={t('outbox.empty')}>
          {t('outbox.emptyHint')}
        </StateCard>
      ) : (
        <Waiting pending={pending} />
      )}
      {pending.others > 0 ? <p className="under">{t('outbox.others', { count: pending.others })}</p> : null}
      <Recent />
    </Screen>
  );
}

function Size({ pending }: { pending: Pending }) {
  const { t } = useI18n();
  const words = useWords();
  const text = new Blob([JSON.stringify([pending.commands, pending.forms, pending.letters])]).size;
  const bytes = pending.photos.reduce((sum, photo) => sum + photo.size, text);
  return t('outbox.size', { size: words.size(bytes) });
}

function Waiting({ pending }: { pending: Pending }) {
  const { t, format } = useI18n();
  const phone = usePhone();
  const { replay } = usePhoneState();
  const online = useOnline();
  return (
    <>
      <ul className="outbox">
        {pending.commands.map((command) => (
          <CommandItem key={command.id} command={command} pending={pending} />
        ))}
        {pending.forms.map((form) => (
          <FormItem key={form.id} form={form} />
        ))}
        {pending.letters.map((letter) => (
          <LetterItem key={letter.id} letter={letter} />
        ))}
        {pending.photos.map((photo) => (
          <PhotoItem key={photo.id} photo={photo} />
        ))}
      </ul>
      {online && replay.nextAt ? (
        <p className="under">{t('outbox.retryAt', { time: format.clock(replay.nextAt) })}</p>
      ) : null}
      <BigButton icon="send" onClick={() => phone.sendNow()} disabled={replay.sending}>
        {t('outbox.sendNow')}
      </BigButton>
    </>
  );
}

function useOrderTitle(target: string): string {
  const phone = usePhone();
  const words = useWords();
  const known = useLive(() => phone.db.workOrders.get(workOrderOf(target)), target);
  return known ? words.title(known.order) : '';
}

function CommandItem({ command, pending }: { command: QueuedCommand; pending: Pending }) {
  const { t, format } = useI18n();
  const words = useWords();
  const phone = usePhone();
  const online = useOnline();
  const { replay } = usePhoneState();
  const order = useOrderTitle(command.target);
  const title = command.about ?? order;
  const time = format.time(command.deviceTime);
  const first = pending.commands.find((other) => other.target === command.target && !isAside(other));
  const how =
    command.standing === 'conflict'
      ? t('outbox.conflict', { time })
      : command.standing === 'refused'
        ? t('outbox.refused', { time })
        : isForbidden(command)
          ? t('outbox.forbidden', { time })
          : first !== command && !isAside(command)
            ? t('outbox.behind', { time })
            : !online
              ? t('outbox.offline', { time })
              : t(replay.sending ? 'outbox.sending' : 'outbox.waiting', { time });
  const bare = command.kind === 'work-order.note' && !command.payload.text;
  const what = bare ? t('did.notePhotos') : words.deed(command.kind);
  const redo = async () => {
    await retry(phone.db, command.id, Date.now());
    phone.sendNow();
  };
  return (
    <OutboxItem
      icon={isForbidden(command) ? 'lock' : command.standing === 'waiting' ? 'clock' : 'warning'}
      title={[what, title].filter(Boolean).join(' · ')}
      how={how}
      stuck={command.standing !== 'waiting'}
    >
      {command.standing === 'refused' ? (
        <Refused refusal={command.refusal} onRetry={redo} onGiveUp={() => giveUp(phone.db, command.id, Date.now())} />
      ) : null}
      {isForbidden(command) ? <Forbidden onGiveUp={() => giveUp(phone.db, command.id, Date.now())} /> : null}
      {command.standing === 'conflict' ? (
        <a className="big plain small" href={path({ page: 'conflict', id: command.id })}>
          {t('outbox.choose')}
        </a>
      ) : null}
    </OutboxItem>
  );
}

function PhotoItem({ photo }: { photo: QueuedPhoto }) {
  const { t, format } = useI18n();
  const words = useWords();
  const phone = usePhone();
  const online = useOnline();
  const { replay, sent } = usePhoneState();
  const time = format.time(photo.takenAt);
  const bytes = sent[photo.id] ?? 0;
  const percent = Math.min(100, Math.floor((100 * bytes) / photo.size));
  const [kind] = photo.blob.type.split('/');
  const how =
    photo.standing === 'refused'
      ? t('outbox.refused', { time })
      : isForbidden(photo)
        ? t('outbox.forbidden', { time })
        : photo.fileId
          ? t('outbox.uploaded', { time })
          : !online
            ? t('outbox.offline', { time })
            : bytes > 0
              ? t(replay.sending ? 'outbox.sendingPart' : 'outbox.waitingPart', { time, percent })
              : t('outbox.waiting', { time });
  const redo = async () => {
    await retryPhoto(phone.db, photo.id);
    phone.sendNow();
  };
  return (
    <OutboxItem
      icon={kind === 'video' ? 'video' : kind === 'audio' ? 'mic' : 'camera'}
      title={
        kind === 'audio'
          ? t('outbox.voice', { length: words.span(photo.duration ?? 0), size: words.size(photo.size) })
          : t(kind === 'video' ? 'outbox.video' : 'outbox.photo', { size: words.size(photo.size) })
      }
      how={how}
      stuck={photo.standing === 'refused'}
    >
      {photo.standing === 'waiting' && bytes > 0 && !photo.fileId ? (
        <progress className="sent" value={bytes} max={photo.size} aria-label={t('outbox.progress', { percent })} />
      ) : null}
      {photo.standing === 'refused' ? (
        <Refused refusal={photo.refusal} onRetry={redo} onGiveUp={() => giveUpPhoto(phone.db, photo.id, Date.now())} />
      ) : null}
      {isForbidden(photo) ? <Forbidden onGiveUp={() => giveUpPhoto(phone.db, photo.id, Date.now())} /> : null}
    </OutboxItem>
  );
}

function Recent() {
  const { t, format } = useI18n();
  const words = useWords();
  const inWords = useInWords();
  const titleOf = useTitleOf();
  const phone = usePhone();
  const owner = useMe().person.id;
  const recent = useLive(async () => {
    const ofStanding = [
      [owner, 'done'],
      [owner, 'dropped'],
    ];
    const commands = await phone.db.commands.where('[owner+standing]').anyOf(ofStanding).toArray();
    const forms = await phone.db.submissions.where('[owner+standing]').anyOf(ofStanding).toArray();
    const letters = await phone.db.letters.where('[owner+standing]').anyOf(ofStanding).toArray();
    const at = (one: { settledAt?: string }) => one.settledAt ?? '';
    return [...commands, ...forms, ...letters].sort((a, b) => at(b).localeCompare(at(a))).slice(0, recentAtMost);
  }, owner);
  const told = (one: QueuedCommand | KeptSubmission | QueuedLetter, done: boolean) => {
    if ('answers' in one) return { begun: one.changedAt, title: titleOf(one.title) };
    if ('about' in one && 'writtenAt' in one)
      return { begun: one.writtenAt, title: `${t(`did.${one.kind}`)} · ${one.title}` };
    const deed = [words.deed(one.kind), one.about].filter(Boolean).join(' · ');
    return { begun: one.deviceTime, title: done || isFree(one) ? deed : inWords(one) };
  };
  if (!recent?.length) return null;
  return (
    <details className="done">
      <summary>
        <Icon name="chevron" size={20} />
        {t('outbox.recent')}
      </summary>
      <ul className="outbox">
        {recent.map((one) => {
          const done = one.standing === 'done';
          const { begun, title } = told(one, done);
          const time = format.dayTime(one.settledAt ?? begun);
          return (
            <OutboxItem
              key={one.id}
              icon={done ? 'check' : 'ban'}
              title={title}
              how={t(done ? 'outbox.sent' : 'outbox.dropped', { time })}
            />
          );
        })}
      </ul>
    </details>
  );
}
