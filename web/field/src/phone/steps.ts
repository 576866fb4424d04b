import type { CommandKind, Position, WorkOrder, WorkOrderState } from '@fourfold/api';
import { isFinished, type ShownWorkOrder, type Written } from '@fourfold/offline';
import type { IconName } from '@fourfold/ui';
import { distanceMetres } from './geo.ts';

export interface Step {
  name: 'accept' | 'set-out' | 'arrive' | 'report';
  icon: IconName;
  /** Written at once; a report is a page of its own. */
  command?: CommandKind;
}

const steps: Partial<Record<WorkOrderState, Step>> = {
  issued: { name: 'accept', icon: 'check', command: 'work-order.accept' },
  accepted: { name: 'set-out', icon: 'navigate', command: 'work-order.set-out' },
  'under-way': { name: 'arrive', icon: 'flag', command: 'work-order.arrive' },
  'on-scene': { name: 'report', icon: 'pen' },
};

/** The one thing to do next; null when the work is done. */
export function nextStep(state: WorkOrderState): Step | null {
  return steps[state] ?? null;
}

/** Words and photos may follow until the report is verified: a forgotten photo needs no telephone call. */
export const takesNotes = (state: WorkOrderState): boolean => !isFinished(state) || state === 'reported';

/** A step as it is written down: on the way and at the place it says where, if that is known. */
export function written(step: Step, target: string, position: Position | null): Written | null {
  if (!step.command) return null;
  return { kind: step.command, target, payload: position && step.name !== 'accept' ? { position } : {} };
}

export interface SentBack {
  reason: string | null;
  /** What the desk wrote beside it. */
  words: string | null;
  at: string | null;
}

/**
 * The desk's answer to a report that did not hold, while there is still something to do about it; null otherwise. What
 * it says is known once the phone has the history as well.
 */
export function sentBack({ state, report, history }: WorkOrder): SentBack | null {
  if (!report || isFinished(state)) return null;
  const last = history?.findLast(({ step }) => step === 'send-back');
  return { reason: last?.reason ?? null, words: last?.text ?? null, at: last?.at ?? null };
}

const far = Number.POSITIVE_INFINITY;
const dueAt = (order: WorkOrder) => (order.dueAt ? Date.parse(order.dueAt) : far);

/** Most urgent first: by level, then by deadline; what is finished apart, if it was today. */
export function inOrder<S extends ShownWorkOrder>(all: readonly S[], today: (shown: S) => boolean) {
  const byUrgency = (a: S, b: S) => a.order.level - b.order.level || dueAt(a.order) - dueAt(b.order);
  return {
    // A cancelled or returned one that still has something of ours in it must not disappear.
    open: all.filter(({ order, stuck }) => !isFinished(order.state) || stuck).sort(byUrgency),
    done: all.filter((shown) => isFinished(shown.order.state) && !shown.stuck && today(shown)),
  };
}

/** Nearest first, from where the person is; those without a place last. Of two as far, the more urgent stays first. */
export function nearestFirst<S extends ShownWorkOrder>(urgent: readonly S[], from: Position): S[] {
  const away = ({ order }: S) => (order.position ? distanceMetres(from, order.position) : far);
  // Two without a place differ by no number.
  return [...urgent].sort((a, b) => away(a) - away(b) || 0);
}

/** Whether it was finished on the same day as `now`, by this phone's calendar; what was just written counts. */
export function isToday(shown: ShownWorkOrder & { doneAt?: string }, now: number): boolean {
  if (!shown.doneAt) return true;
  return new Date(shown.doneAt).toDateString() === new Date(now).toDateString();
}
