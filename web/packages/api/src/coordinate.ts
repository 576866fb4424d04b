import type { AlertLevel, Instant, Page, Position, Reason, Unit } from './model.ts';

/** Cases and work orders as in `docs/reference/api.md`; instants are ISO 8601 UTC. */
export interface Sentence {
  code: string;
  parameters?: Record<string, string | number | boolean | null> | null;
}

/** A title: words that a person wrote, or a code that the reader's language turns into words. */
export interface Title {
  code?: string | null;
  parameters?: Record<string, string | null> | null;
  text?: string | null;
}

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
  urgency: number;
  origin: CaseOrigin;
  class: string;
  ownerUnit?: Name | null;
  handlingUnit?: Name | null;
  areaCode: string;
  position?: Position | null;
  openedAt: Instant;
  deadlineAt: Instant;
  /** Since when the clock stands. */
  pausedAt?: Instant | null;
  overdue: boolean;
  outcome?: OutcomeCode | null;
  simulated: boolean;
}

export interface AllowedTransition {
  transition: string;
  to: CaseState;
  /** Members the request must have. */
  needs: string[];
  /** What `reason` may be; `other` needs a note. */
  reasons: string[];
}

export type TimelineKind = 'case' | 'alert' | 'work-order' | 'note' | 'deadline' | 'outcome';

export interface TimelineEntry {
  sequence: number;
  at: Instant;
  receivedAt: Instant;
  recordedAt: Instant;
  kind: TimelineKind;
  actor?: Name | null;
  /** Name of the job or API key, where no person acted. */
  program?: string | null;
  role: string;
  unit?: Name | null;
  code: string;
  parameters: Record<string, unknown>;
  text?: string | null;
}

export type StepName = 'observation' | 'track' | 'alert' | 'case' | 'workOrder' | 'outcome';

export interface Step {
  step: StepName;
  /** When it was reached; absent while it was not. */
  at?: Instant | null;
  code: string;
  parameters: Record<string, unknown>;
}

/** What a case keeps of an alert: a copy, true when it was made. */
export interface CaseAlert {
  id: string;
  number: string;
  level: AlertLevel;
  rule: { code: string; version: number };
  zoneName?: string | null;
  trackId: string;
  subject: { mmsi?: number | null; name?: string | null; callSign?: string | null; shipClass: number; source: string };
  position: Position;
  firstObservedAt: Instant;
  trackedAt: Instant;
  raisedAt: Instant;
  reasons: Reason[];
  counterReasons: Reason[];
  joinedAt: Instant;
  /** Its own outcome, or the case's. */
  outcome?: OutcomeCode | null;
  outcomeReason?: string | null;
  simulated: boolean;
}

export interface CaseDetail extends CaseItem {
  closedAt?: Instant | null;
  round: number;
  reportedBy?: string | null;
  duplicateOf?: string | null;
  outcomeReason?: string | null;
  outcomeNote?: string | null;
  outcomeBy?: string | null;
  outcomeAt?: Instant | null;
  allowed: AllowedTransition[];
  /** Whether this person may set the outcome now. */
  outcomeAllowed: boolean;
  /** Whether this person may give out a work order now. */
  workOrderAllowed: boolean;
  alerts: CaseAlert[];
  workOrders: WorkOrder[];
  /** Oldest first. */
  timeline: TimelineEntry[];
  hands: { role: string; unit?: Name | null; from: Instant; until?: Instant | null; seconds: number }[];
  stepper: Step[];
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
  /** What must be thought of, such as quarantine. */
  hint?: string | null;
}

/** What can be seized, and the units it is counted in. */
export interface SeizedKind {
  code: string;
  units: string[];
  hint?: string | null;
}

export interface WorkOrderReport {
  result: OutcomeCode;
  reason: string;
  note?: string | null;
  position?: Position | null;
  photos: string[];
  seized: SeizedItem[];
  by?: Name | null;
  at?: Instant | null;
}

export interface WorkOrderStep {
  kind: string;
  state: WorkOrderState;
  /** Absent for the timer. */
  actor?: Name | null;
  unit: string;
  /** By the device's clock, or when it was received. */
  at: Instant;
  deviceTime?: Instant | null;
  receivedAt: Instant;
  reason?: string | null;
  text?: string | null;
  position?: Position | null;
  photos: string[];
}

export interface WorkOrder {
  id: string;
  number: string;
  revision: number;
  caseId: string;
  caseNumber: string;
  state: WorkOrderState;
  title: Title;
  instruction: string;
  unit: Name;
  post?: { id: string; personName: string } | null;
  acceptedBy?: Name | null;
  position?: Position | null;
  level: AlertLevel;
  issuedAt: Instant;
  dueAt: Instant;
  overdue: boolean;
  /** Steps this person may go now. */
  allowed: string[];
  routing: Sentence;
  alert?: Pick<CaseAlert, 'id' | 'level' | 'reasons' | 'subject' | 'trackId'> | null;
  report?: WorkOrderReport | null;
  history: WorkOrderStep[];
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
