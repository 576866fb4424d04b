import type { Alert } from '@fourfold/api';
import { App } from 'antd';
import { useState } from 'react';
import { useAnswerAlert, useDispatch, useMakeCase } from '../../data/alerts.ts';
import { useProblemText } from '../../data/problems.ts';
import { useMay } from '../../data/session.ts';
import { useI18n } from '../../i18n.ts';
import { useWords } from '../../words.ts';
import { DismissDialog } from './DismissDialog.tsx';
import { DispatchDialog } from './DispatchDialog.tsx';
import { open } from './open.ts';
import type { Selection } from './selection.ts';

/** What a person can answer the chosen alert, by button or by key, and what is asked before it is done. */
export function useAnswers(selection: Selection) {
  const { t } = useI18n();
  const say = useWords();
  const { message } = App.useApp();
  const may = useMay();
  const answer = useAnswerAlert();
  const makeCase = useMakeCase();
  const dispatch = useDispatch();
  const [dialog, setDialog] = useState<Asking | null>(null);
  const [lastDismissed, setLastDismissed] = useState<Alert | null>(null);
  const { isUnderWay, doFor } = useUnderWay();
  const alert = selection.selected;

  // An answer ends the question it belongs to, not one that was asked while it was on its way.
  const done = (text: string) => {
    setDialog((now) => (now === dialog ? null : now));
    void message.success(text);
  };
  const busy = isUnderWay(alert);
  const answerable = () => (alert && open(alert) && !busy && may('alerts.answer') ? alert : null);

  const verify = () => {
    const taken = answerable();
    if (taken?.state !== 'new') return;
    doFor(taken, answer.mutateAsync({ alert: taken, how: { kind: 'acknowledge' } }), () =>
      done(t('act.taken', { number: taken.number })),
    );
  };
  const dismiss = (reason: number, note: string | undefined) => {
    const dismissed = answerable();
    if (!dismissed) return;
    doFor(dismissed, answer.mutateAsync({ alert: dismissed, how: { kind: 'dismiss', reason, note } }), (now) => {
      setLastDismissed(now);
      done(t('act.dismissed', { number: now.number }));
    });
  };
  const undo = () => {
    const back = alert?.state === 'dismissed' ? alert : lastDismissed;
    if (isUnderWay(back) || !back?.dismissal || Date.parse(back.dismissal.undoUntil) < Date.now()) return;
    doFor(back, answer.mutateAsync({ alert: back, how: { kind: 'undo' } }), (now) => {
      setLastDismissed(null);
      selection.selectAlert(now.id);
      done(t('act.undone', { number: now.number }));
    });
  };
  const caseFor = () => {
    if (busy || !alert || !open(alert) || !may('cases.open')) return;
    doFor(alert, makeCase.mutateAsync(alert), (made) => done(t('act.caseMade', { number: made.number })));
  };
  const send = (instruction: string, unitId: string | undefined) => {
    if (busy || !alert) return;
    doFor(alert, dispatch.mutateAsync({ alert, title: say.title(alert), instruction, unitId }), (made) =>
      done(t('act.dispatched', { number: made.number })),
    );
  };

  return {
    alert,
    dialog: dialog?.what ?? null,
    busy,
    close: () => setDialog(null),
    dismiss,
    send,
    actions: {
      busy,
      onVerify: verify,
      onDispatch: () => alert && open(alert) && may('cases.open') && setDialog({ what: 'dispatch' }),
      onMakeCase: caseFor,
      onDismiss: () => answerable() && setDialog({ what: 'dismiss' }),
      onUndo: undo,
    },
  };
}

interface Asking {
  what: 'dismiss' | 'dispatch';
}

/** An alert is answered once at a time; while it is, the next one can be answered. */
function useUnderWay() {
  const { message } = App.useApp();
  const problemText = useProblemText();
  const [ids, setIds] = useState<readonly string[]>([]);
  return {
    isUnderWay: (alert: Alert | null | undefined) => ids.includes(alert?.id ?? ''),
    doFor<T>({ id }: Alert, doing: Promise<T>, done: (made: T) => void): void {
      setIds((now) => [...now, id]);
      void doing
        .then(done, (error: unknown) => void message.error(problemText(error)))
        .finally(() => setIds((now) => now.filter((one) => one !== id)));
    },
  };
}

export type Answers = ReturnType<typeof useAnswers>;

export function answerDialogs({ alert, dialog, busy, close, dismiss, send }: Answers) {
  if (!alert || !dialog) return null;
  return dialog === 'dismiss' ? (
    <DismissDialog alert={alert} busy={busy} onDismiss={dismiss} onClose={close} />
  ) : (
    <DispatchDialog alert={alert} busy={busy} onDispatch={send} onClose={close} />
  );
}
