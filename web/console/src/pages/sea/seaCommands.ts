import type { Alert } from '@fourfold/api';
import { useCommands } from '../../keys/KeysProvider.tsx';
import type { Answers } from './answers.tsx';
import { neighbour } from './neighbour.ts';
import type { Selection } from './selection.ts';

export interface SeaCommands {
  selection: Selection;
  answers: Answers;
  onLive(): void;
  onFind(): void;
}

/** The keys of this page; `M` and `?` belong to every page. */
export function useSeaCommands({ selection, answers, onLive, onFind }: SeaCommands): void {
  const { alerts, shown, alertId, selectAlert } = selection;
  const inTime = () => [...shown].sort((a, b) => a.raisedAt.localeCompare(b.raisedAt));
  const go = (list: readonly Alert[], step: 1 | -1) => {
    const next = neighbour(list, alertId, step);
    if (next) selectAlert(next.id);
  };
  useCommands({
    next: () => go(alerts, 1),
    previous: () => go(alerts, -1),
    open: () => alertId === null && go(alerts, 1),
    nextEvent: () => go(inTime(), 1),
    previousEvent: () => go(inTime(), -1),
    verify: answers.actions.onVerify,
    dispatch: answers.actions.onDispatch,
    makeCase: answers.actions.onMakeCase,
    dismiss: answers.actions.onDismiss,
    undo: answers.actions.onUndo,
    live: onLive,
    search: onFind,
  });
}
