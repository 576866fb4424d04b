import { type AllowedTransition, type CaseDetail, isProblem, type OutcomeCode, type WorkOrder } from '@fourfold/api';
import { App } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useProblemText } from '../../data/problems.ts';
import { useI18n } from '../../i18n.ts';
import { useCommands } from '../../keys/KeysProvider.tsx';
import { typing } from '../../keys/keymap.ts';
import { type Answered, AskDialog } from './AskDialog.tsx';
import { type Deed, useCancelWorkOrder, useChangeCase, useIssueWorkOrder } from './data.ts';
import { IssueDialog } from './IssueDialog.tsx';
import { OutcomeDialog } from './OutcomeDialog.tsx';
import { useCaseWords } from './words.ts';

/** Keys 1–4. A complaint's "partly" belongs to the pages of citizens' requests. */
export const outcomes: OutcomeCode[] = ['confirmed', 'refuted', 'not-found', 'undetermined'];

const askable = ['reason', 'note', 'unitId', 'dueAt'];
const cancelReasons = ['not-needed', 'wrong-unit', 'other'];

/** Whether this page can ask for everything the transition needs. */
export const isPlain = (one: AllowedTransition): boolean => one.needs.every((need) => askable.includes(need));

type Asking =
  | { what: 'transition'; transition: AllowedTransition }
  | { what: 'outcome'; outcome: OutcomeCode }
  | { what: 'issue' }
  | { what: 'cancel'; order: WorkOrder }
  | null;

export interface Deeds {
  busy: boolean;
  dialog: ReactNode;
  ask(transition: AllowedTransition): void;
  askOutcome(outcome: OutcomeCode): void;
  askIssue(): void;
  askCancel(order: WorkOrder): void;
  /** @returns whether it was noted */
  note(text: string): Promise<boolean>;
}

/** What a person can do to a case, by button or by key, and what is asked before it is done. */
export function useDeeds(shown: CaseDetail): Deeds {
  const { t } = useI18n();
  const say = useCaseWords();
  const { message } = App.useApp();
  const [asking, setAsking] = useState<Asking>(null);
  const failed = useFailed();
  const changeCase = useChangeCase(shown);
  const issueOrder = useIssueWorkOrder(shown.id);
  const cancelOrder = useCancelWorkOrder();
  const busy = changeCase.isPending || issueOrder.isPending || cancelOrder.isPending;

  // An answer ends the question it belongs to, not one that was asked while it was on its way.
  const asked = asking;
  const endAsking = () => setAsking((now) => (now === asked ? null : now));
  const tell = (text: string) => {
    endAsking();
    void message.success(text);
  };
  const change = (deed: Deed, done = t('do.done')) =>
    changeCase.mutateAsync(deed).then(
      () => {
        tell(done);
        return true;
      },
      (error: unknown) => {
        if (isProblem(error, 'revision.stale')) endAsking();
        failed(error);
        return false;
      },
    );

  const ask = (transition: AllowedTransition) => {
    if (transition.needs.length > 0) setAsking({ what: 'transition', transition });
    else void change({ kind: 'transition', request: { transition: transition.transition } });
  };
  const askOutcome = (outcome: OutcomeCode) => shown.outcomeAllowed && setAsking({ what: 'outcome', outcome });
  const askIssue = () => shown.workOrderAllowed && setAsking({ what: 'issue' });
  useDeedKeys({ shown, busy, ask, askOutcome, askIssue });

  const close = () => setAsking(null);
  const dialog = () => {
    switch (asking?.what) {
      case 'transition': {
        const { transition } = asking;
        const send = (answered: Answered) =>
          void change({ kind: 'transition', request: { transition: transition.transition, ...answered } });
        const title = say.code('transition', transition.transition);
        return (
          <AskDialog
            {...{ title, busy }}
            needs={transition.needs}
            reasons={transition.reasons}
            onSend={send}
            onClose={close}
          />
        );
      }
      case 'cancel': {
        const { order } = asking;
        const send = ({ reason = '', note }: Answered) =>
          cancelOrder.mutate(
            { id: order.id, reason, note, expectedRevision: order.revision },
            { onSuccess: () => tell(t('orders.cancelled')), onError: failed },
          );
        const title = `${t('orders.cancel')} · ${order.unit.name}`;
        return (
          <AskDialog {...{ title, busy }} needs={['reason']} reasons={cancelReasons} onSend={send} onClose={close} />
        );
      }
      case 'outcome': {
        const { outcome } = asking;
        const send = (answer: { reason: string; note?: string }) =>
          void change({ kind: 'outcome', request: { outcome, ...answer } });
        return <OutcomeDialog outcome={outcome} busy={busy} onSend={send} onClose={close} />;
      }
      case 'issue':
        return (
          <IssueDialog
            shown={shown}
            busy={busy}
            onClose={close}
            onSend={(draft) =>
              issueOrder.mutate(draft, {
                onSuccess: (made) => tell(t('issue.issued', { unit: made.unit.name })),
                onError: failed,
              })
            }
          />
        );
      default:
        return null;
    }
  };

  return {
    busy,
    dialog: dialog(),
    ask,
    askOutcome,
    askIssue,
    askCancel: (order) => setAsking({ what: 'cancel', order }),
    note: (text) => change({ kind: 'note', text }, t('timeline.noted')),
  };
}

/** Says why not. When somebody was first, who it was; the page already shows the newest. */
function useFailed(): (error: unknown) => void {
  const { t } = useI18n();
  const { message } = App.useApp();
  const problemText = useProblemText();
  return (error) => {
    if (!isProblem(error, 'revision.stale')) {
      void message.error(problemText(error));
      return;
    }
    const current = error.body.current as CaseDetail | undefined;
    const who = current?.timeline?.at(-1)?.actor?.name ?? t('case.staleSomebody');
    void message.warning(t('case.stale', { who }), 8);
  };
}

interface KeyedDeeds extends Pick<Deeds, 'busy' | 'ask' | 'askOutcome' | 'askIssue'> {
  shown: CaseDetail;
}

/** V verifies, D sends, Enter closes, 1–4 say what it was; none acts while a dialog is open or text is being typed. */
function useDeedKeys({ shown, busy, ask, askOutcome, askIssue }: KeyedDeeds): void {
  const allowed = (name: string) => shown.allowed.find((one) => one.transition === name);
  const go = (name: string) => {
    const transition = allowed(name);
    if (transition && !busy) ask(transition);
  };
  useCommands({ verify: () => go('verify_pass'), dispatch: askIssue, task: askIssue, open: () => go('conclude') });
  const onDigit = useRef(askOutcome);
  onDigit.current = askOutcome;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
      if (document.querySelector('[role="dialog"], .lock')) return;
      const outcome = /^[1-4]$/.test(event.key) ? outcomes[Number(event.key) - 1] : undefined;
      if (outcome) onDigit.current(outcome);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}
