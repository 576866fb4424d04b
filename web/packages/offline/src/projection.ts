import type { CommandKind, WorkOrder, WorkOrderReport, WorkOrderState } from '@fourfold/api';
import type { QueuedCommand } from './database.ts';

const leadsTo: Record<CommandKind, WorkOrderState | null> = {
  'work-order.accept': 'accepted',
  'work-order.set-out': 'under-way',
  'work-order.arrive': 'on-scene',
  'work-order.report': 'reported',
  'work-order.return': 'returned',
  'work-order.note': null,
  'case.report': null,
  'case.add': null,
  'case.transition': null,
  'meeting.put': null,
  'meeting.take-out': null,
  'patrol.start': null,
  'patrol.check-in': null,
  'patrol.finish': null,
  'patrol.add': null,
};

/** Whether it belongs to no work order: nothing on this phone has a revision that it could be late for. */
export const isFree = ({ kind }: { kind: CommandKind }): boolean => !kind.startsWith('work-order.');

/** What brings files that a record had to leave without; by the first word of the record's kind. */
const noteOf: Record<string, CommandKind> = { 'work-order': 'work-order.note', case: 'case.add', patrol: 'patrol.add' };

/** The note that a file of this record goes with, once the record itself has left. */
export const noteKind = (kind: CommandKind): CommandKind => noteOf[kind.split('.')[0] ?? ''] ?? 'work-order.note';

/** Words and files beside a record: what comes after does not wait for them. */
const isNote = (kind: CommandKind): boolean => kind === noteKind(kind);

/** Whether the next of its target may go although this one was refused. */
export const isBeside = ({ kind }: { kind: CommandKind }): boolean => isNote(kind) || kind === 'patrol.check-in';

/** Whether files of the person go with it. */
export const bearsFiles = ({ kind }: { kind: CommandKind }): boolean =>
  isNote(kind) || kind === 'work-order.report' || kind === 'case.report' || kind === 'patrol.check-in';

/** The state a command brings a work order to; a note leaves it as it is. */
export function stateAfter(state: WorkOrderState, kind: CommandKind): WorkOrderState {
  return leadsTo[kind] ?? state;
}

/** The way of a work order that goes well. */
const way: readonly WorkOrderState[] = ['issued', 'accepted', 'under-way', 'on-scene', 'reported', 'verified'];

/** Whether a bare step (accept, set out, arrive) has nothing left to do; what bears words is never past. */
export function isPast(state: WorkOrderState, kind: CommandKind): boolean {
  const to = leadsTo[kind];
  if (!to || kind === 'work-order.report' || kind === 'work-order.return') return false;
  return isFinished(state) || way.indexOf(state) >= way.indexOf(to);
}

/** States in which the person on the phone has nothing more to do. */
export function isFinished(state: WorkOrderState): boolean {
  return state === 'reported' || state === 'verified' || state === 'returned' || state === 'cancelled';
}

/** A work order as its person sees it: the server's row with the unsent commands already applied. */
export interface ShownWorkOrder {
  order: WorkOrder;
  /** Commands not yet acknowledged, oldest first. */
  unsent: number;
  /** The first command a person must look at. */
  stuck?: QueuedCommand;
}

/** A note of nothing but photos: without any of them there is nothing to send. */
export const isBare = ({ kind, payload }: QueuedCommand): boolean =>
  isNote(kind) && !String(payload.text ?? '').trim() && !(payload.photos as string[] | undefined)?.length;

/** What the steps after it need not wait for: a note that was refused, or one that waits for its photos. */
export const isAside = (command: QueuedCommand): boolean =>
  isBeside(command) && (command.standing !== 'waiting' || isBare(command));

/** Whether a command still waits for the server or for its person. */
export const isOpen = ({ standing }: QueuedCommand) => standing !== 'done' && standing !== 'dropped';

/**
 * Applies the commands of a person that are not settled; one that was refused, and what was written after it, does not
 * count, and neither does what somebody else on this phone has not sent.
 */
export function show(order: WorkOrder, commands: readonly QueuedCommand[], owner: string): ShownWorkOrder {
  const open = commands
    .filter((command) => command.owner === owner && command.target === order.id && isOpen(command))
    .sort((a, b) => (a.seq ?? 0) - (b.seq ?? 0));
  const stuck = open.find((command) => command.standing !== 'waiting');
  let state = order.state;
  let report = order.report;
  for (const command of open) {
    if (command === stuck) break;
    state = stateAfter(state, command.kind);
    if (command.kind === 'work-order.report') report = { photos: [], ...command.payload } as unknown as WorkOrderReport;
  }
  return { order: { ...order, state, report }, unsent: open.length, stuck };
}
