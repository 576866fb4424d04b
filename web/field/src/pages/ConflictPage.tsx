import type { WorkOrder } from '@fourfold/api';
import { type Decision, decide, type QueuedCommand } from '@fourfold/offline';
import { useLive } from '@fourfold/offline/react';
import { StateCard } from '@fourfold/ui';
import { useI18n } from '../i18n.ts';
import { useNow, usePhone } from '../phone/context.tsx';
import { useDeed } from '../phone/deed.ts';
import { BigButton } from '../pieces/BigButton.tsx';
import { useInWords } from '../pieces/inWords.ts';
import { Screen } from '../pieces/Screen.tsx';
import { back } from '../router.ts';
import { useWords } from '../words.ts';

/** Two people changed the same thing: both versions side by side, and the person picks. */
export function ConflictPage({ id }: { id: string }) {
  const { t } = useI18n();
  const phone = usePhone();
  const command = useLive(async () => (await phone.db.commands.where('id').equals(id).first()) ?? null, id);
  if (command === undefined) return null;
  if (command?.standing === 'conflict' && command.current)
    return <Conflict command={command} current={command.current} />;
  return (
    <Screen title={t('page.conflict')} backable>
      <StateCard icon="check" tone="ok" title={t('conflict.settled')} />
    </Screen>
  );
}

function Conflict({ command, current }: { command: QueuedCommand; current: WorkOrder }) {
  const { t, format } = useI18n();
  const words = useWords();
  const now = useNow();
  const phone = usePhone();
  const inWords = useInWords();
  const mine = inWords(command);
  const last = current.history?.at(-1);
  const who = last ? (last.actor?.name ?? last.unit) : null;
  const title =
    last && who
      ? t('conflict.titleBy', { who, ago: t('span.ago', { span: words.span(now - Date.parse(last.at)) }) })
      : t('conflict.title');
  // What the server would refuse anyway is not offered.
  const step = command.kind.replace('work-order.', '');
  const may = (name: string) => current.allowed.includes(name);
  // A bare step says nothing that would be worth a note.
  const hasWords = step === 'report' || step === 'return' || step === 'note';
  const mayMine = may(step);
  const mayBoth = hasWords && may('note');
  const offered = mayMine || mayBoth;
  const deed = useDeed();
  const pick = async (decision: Decision) => {
    await decide(phone.db, command.id, decision, mine, Date.now());
    phone.sendNow();
    back();
  };
  return (
    <Screen
      title={t('page.conflict')}
      under={words.title(current)}
      backable
      actions={
        <>
          <p className="wrong" role="alert">
            {deed.wrong ? t(deed.wrong) : null}
          </p>
          <div className="pair">
            {mayMine ? (
              <BigButton onClick={() => deed.run(() => pick('mine'))}>{t('conflict.useMine')}</BigButton>
            ) : null}
            <BigButton onClick={() => deed.run(() => pick('theirs'))}>{t('conflict.useTheirs')}</BigButton>
          </div>
          {mayBoth ? (
            <BigButton look="main" onClick={() => deed.run(() => pick('both'))}>
              {t('conflict.useBoth')}
            </BigButton>
          ) : null}
        </>
      }
    >
      <h2>{title}</h2>
      <p>{t(offered ? 'conflict.text' : 'conflict.onlyTheirs')}</p>
      <div className="sides">
        <article className="side mine">
          <small>{t('conflict.mine', { time: format.time(command.deviceTime) })}</small>
          <strong>{mine}</strong>
        </article>
        <article className="side">
          <small>{t('conflict.theirs', { time: format.time(last?.at ?? now) })}</small>
          <strong>{inWords(current)}</strong>
        </article>
      </div>
      {mayBoth ? <p className="under">{t('conflict.bothHint')}</p> : null}
    </Screen>
  );
}
