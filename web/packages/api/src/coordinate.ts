import type { Alert, AlertLevel, Instant, Page, Position, Precision, Unit } from './model.ts';

/** Cases and work orders as in `docs/reference/api.md`; instants are ISO 8601 UTC. */
export interface Sentence {
  code: string;
  parameters?: Record<string, string | number | boolean | null> | null;
}

/** A title: words that a person wrote, or a code that the reader's language turns into words. */
export type Title = Sentence | { text: string };

export interface Name {
  id: string;
  name: string;
}

export type CaseState =
  | 'draft'
  | 'reported'
  | 'accepted'
  | 'assigned'
  | 'in-progress'
  | 'resolved'
  | 'verified'
  | 'closed'
  | 'archived'
  | 'rejected'
  | 'void'
  | 'withdrawn';

export type CaseOrigin = 'alert' | 'patrol' | 'citizen' | 'hotline' | 'superior' | 'lead' | 'dispute';
export type OutcomeCode = 'confirmed' | 'refuted' | 'not-found' | 'undetermined' | 'partly';
export type CaseScope = 'open' | 'closed' | 'all';
export type CaseOrder = 'deadline' | 'newest';

export interface CaseItem {
  id: string;
  number: string;
  revision: number;
  title: Title;
  state: CaseState;
  flags: string[];
  level: AlertLevel;
  urgency?: string | number | null;
  origin: CaseOrigin;
  ownerUnit?: Name | null;
  areaCode?: string | null;
  position?: Position | null;
  openedAt: Instant;
  deadlineAt?: Instant | null;
  overdue: boolean;
  outcome?: OutcomeCode | null;
  simulated: boolean;
}

export interface AllowedTransition {
  transition: string;
  to: CaseState;
  needs: string[];
}

export interface TimelineEntry {
  at: Instant;
  kind: string;
  actor?: string | null;
  unit?: string | null;
  code: string;
  parameters?: Record<string, string | number | boolean | null> | null;
  text?: string | null;
}

export type StepName = 'observation' | 'track' | 'alert' | 'case' | 'workOrder' | 'outcome';

export interface Step {
  step: StepName;
  at?: Instant | null;
  code?: string | null;
  parameters?: Record<string, string | number | boolean | null> | null;
}

/** The copy of an alert that a case keeps. */
export type CaseAlert = Pick<Alert, 'id' | 'level' | 'reasons' | 'subject' | 'trackId'> &
  Partial<Omit<Alert, 'id' | 'level' | 'reasons' | 'subject' | 'trackId' | 'precision'>> & {
    precision?: Precision | null;
  };

export interface CaseDetail extends CaseItem {
  allowed: AllowedTransition[];
  alerts: CaseAlert[];
  workOrders: WorkOrder[];
  timeline: TimelineEntry[];
  hands?: { unit: Name; from: Instant; until?: Instant | null }[];
  stepper: Step[];
  outcomeReason?: string | null;
  outcomeNote?: string | null;
}

export interface TransitionRequest {
  transition: string;
  expectedRevision: number;
  reason?: string;
  note?: string;
  unitId?: string;
  postId?: string;
  dueAt?: Instant;
  level?: AlertLevel;
  duplicateOf?: string;
}

export interface OutcomeRequest {
  outcome: OutcomeCode;
  reason: string;
  note?: string;
  alerts?: { alertId: string; outcome: OutcomeCode }[];
  expectedRevision: number;
}

export interface WorkOrderDraft {
  title?: string;
  instruction: string;
  unitId?: string;
  postId?: string;
  dueAt?: Instant;
  department?: string;
}

export interface OutcomeReasons {
  outcome: OutcomeCode;
  reasons: string[];
}

export type WorkOrderState =
  | 'issued'
  | 'accepted'
  | 'under-way'
  | 'on-scene'
  | 'reported'
  | 'verified'
  | 'returned'
  | 'cancelled';

export interface SeizedItem {
  kind: string;
  number: number;
  unit: string;
  handedTo: string;
  note?: string | null;
}

export interface WorkOrderReport {
  result: OutcomeCode;
  reason: string;
  note?: string | null;
  position?: Position | null;
  photos: string[];
  seized: SeizedItem[];
  by?: string | null;
  at?: Instant | null;
}

export interface WorkOrderHistory {
  at: Instant;
  kind: string;
  actor?: string | null;
  text?: string | null;
  photos?: string[] | null;
  deviceTime?: Instant | null;
  position?: Position | null;
}

export interface WorkOrder {
  id: string;
  number: string;
  revision: number;
  caseId: string;
  caseNumber: string;
  state: WorkOrderState;
  title: Title | string;
  instruction?: string | null;
  unit: Name;
  post?: { id: string; name?: string | null; person?: string | null } | null;
  position?: Position | null;
  level: AlertLevel;
  issuedAt?: Instant | null;
  dueAt?: Instant | null;
  overdue: boolean;
  allowed: string[];
  routing?: Sentence | null;
  alert?: Pick<Alert, 'level' | 'reasons' | 'subject' | 'trackId'> | null;
  report?: WorkOrderReport | null;
  history: WorkOrderHistory[];
  simulated: boolean;
}

export type CommandKind =
  | 'work-order.accept'
  | 'work-order.set-out'
  | 'work-order.arrive'
  | 'work-order.report'
  | 'work-order.return'
  | 'work-order.note';

/** One thing a person did, perhaps without a network: made on the phone, sent when it can be. */
export interface Command {
  /** UUIDv7 made on the phone; the server answers a repeated one as it did before. */
  id: string;
  kind: CommandKind;
  target: string;
  expectedRevision: number;
  deviceTime: Instant;
  payload: Record<string, unknown>;
}

export interface CommandResult {
  id: string;
  status: number;
  revision?: number | null;
  problem?: { code?: string; parameters?: Record<string, string | number | boolean | null> } | null;
  current?: WorkOrder | null;
}

export interface StoredFile {
  id: string;
  sha256: string;
  size: number;
  mediaType: string;
}

export interface RoutingAnswer {
  chosen?: Unit | null;
  why: Sentence;
  candidates: { unit: Unit; why: Sentence; distanceMetres?: number | null }[];
}

export type CasePage = Page<CaseItem>;
