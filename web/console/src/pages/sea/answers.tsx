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
  const problemText = useProblemText();
  const answer = useAnswerAlert();
  const makeCase = useMakeCase();
  const dispatch = useDispatch();
  const [dialog, setDialog] = useState<'dismiss' | 'dispatch' | null>(null);
  const [lastDismissed, setLastDismissed] = useState<Alert | null>(null);
  const alert = selection.selected;

  const failed = (error: unknown) => void message.error(problemText(error));
  // An answer ends the question it belongs to, not one that was asked while it was on its way.
  const done = (text: string) => {
    setDialog((now) => (now === dialog ? null : now));
    void message.success(text);
  };
  const busy = answer.isPending || makeCase.isPending || dispatch.isPending;
  const answerable = () => (alert && open(alert) && !busy && may('alerts.answer') ? alert : null);

  const verify = () => {
    const taken = answerable();
    if (taken?.state !== 'new') return;
    answer.mutate(
      { alert: taken, how: { kind: 'acknowledge' } },
      { onSuccess: () => done(t('act.taken', { number: taken.number })), onError: failed },
    );
  };
  const dismiss = (reason: number, note: string | undefined) => {
    const dismissed = answerable();
    if (!dismissed) return;
    answer.mutate(
      { alert: dismissed, how: { kind: 'dismiss', reason, note } },
      {
        onSuccess: (now) => {
          setLastDismissed(now);
          done(t('act.dismissed', { number: now.number }));
        },
        onError: failed,
      },
    );
  };
  const undo = () => {
    const back = alert?.state === 'dismissed' ? alert : lastDismissed;
    if (busy || !back?.dismissal || Date.parse(back.dismissal.undoUntil) < Date.now()) return;
    answer.mutate(
      { alert: back, how: { kind: 'undo' } },
      {
        onSuccess: (now) => {
          setLastDismissed(null);
          selection.selectAlert(now.id);
          done(t('act.undone', { number: now.number }));
        },
        onError: failed,
      },
    );
  };
  const caseFor = () => {
    if (busy || !alert || !open(alert) || !may('cases.open')) return;
    makeCase.mutate(alert, {
      onSuccess: (made) => done(t('act.caseMade', { number: made.number })),
      onError: failed,
    });
  };
  const send = (instruction: string, unitId: string | undefined) => {
    if (busy || !alert) return;
    dispatch.mutate(
      { alert, title: say.title(alert), instruction, unitId },
      { onSuccess: (made) => done(t('act.dispatched', { number: made.number })), onError: failed },
    );
  };

  return {
    alert,
    dialog,
    busy,
    close: () => setDialog(null),
    dismiss,
    send,
    actions: {
      busy,
      onVerify: verify,
      onDispatch: () => alert && open(alert) && may('cases.open') && setDialog('dispatch'),
      onMakeCase: caseFor,
      onDismiss: () => answerable() && setDialog('dismiss'),
      onUndo: undo,
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
