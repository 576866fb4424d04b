import type { WorkOrder, WorkOrderReport } from '@fourfold/api';
import { type Decision, decide, type QueuedCommand } from '@fourfold/offline';
import { useLive } from '@fourfold/offline/react';
import { StateCard } from '@fourfold/ui';
import { useCode, useI18n } from '../i18n.ts';
import { useNow, usePhone } from '../phone/context.tsx';
import { BigButton } from '../pieces/BigButton.tsx';
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
          <div className="pair">
            {may(step) ? <BigButton onClick={() => void pick('mine')}>{t('conflict.useMine')}</BigButton> : null}
            <BigButton onClick={() => void pick('theirs')}>{t('conflict.useTheirs')}</BigButton>
          </div>
          {hasWords && may('note') ? (
            <BigButton look="main" onClick={() => void pick('both')}>
              {t('conflict.useBoth')}
            </BigButton>
          ) : null}
        </>
      }
    >
      <h2>{title}</h2>
      <p>{t('conflict.text')}</p>
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
      {hasWords && may('note') ? <p className="under">{t('conflict.bothHint')}</p> : null}
    </Screen>
  );
}

/** A record, or a work order as it stands, as one line of text. */
function useInWords(): (from: QueuedCommand | WorkOrder) => string {
  const { t } = useI18n();
  const code = useCode();
  const words = useWords();
  const report = (of: Partial<WorkOrderReport>): string[] => [
    of.result ? t(`outcome.${of.result}`) : '',
    of.reason ? code('outcomeReason', of.reason) : '',
    of.note ?? '',
    ...(of.seized ?? []).map(
      (item) => `${code('seized.kind', item.kind)} ${item.number} ${code('seized.unit', item.unit)} → ${item.handedTo}`,
    ),
  ];
  return (from) => {
    const said =
      'kind' in from
        ? [words.deed(from.kind), ...report(from.payload), String(from.payload.text ?? '')]
        : [t(`workOrder.state.${from.state}`), ...(from.report ? report(from.report) : [])];
    return said.filter(Boolean).join(' · ');
  };
}
