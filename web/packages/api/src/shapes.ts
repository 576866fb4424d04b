import type { components } from './generated.ts';

/**
 * Names for the shapes of `docs/reference/openapi.json`, which `generated.ts` holds. Instants are ISO 8601 UTC;
 * positions degrees WGS 84.
 */
type Shapes = components['schemas'];

export type Instant = string;
export type Position = Shapes['GeoPoint'];

/** GeoJSON (RFC 7946), longitude before latitude; without the boxes nobody sends. */
export interface Polygon {
  type: 'Polygon';
  coordinates: number[][][];
}

export interface MultiPolygon {
  type: 'MultiPolygon';
  coordinates: number[][][][];
}

/** Land outline or rings, and what they say about themselves. */
export interface MapShape {
  type: 'FeatureCollection';
  features: { type: 'Feature'; properties: Record<string, string>; geometry: Polygon | MultiPolygon }[];
  /** Approval number or the lack of one. */
  label?: string;
  source?: string;
  accuracyMetres?: number;
}

export interface Page<T> {
  items: T[];
  next: string | null;
}

export type Session = Shapes['SessionView'];
export type SignIn = Shapes['SignInRequest'];
export type Purpose = Session['purpose'];
export type Post = Shapes['SessionPost'];
export type Role = Post['role'];
export type Area = Shapes['AreaView'];
export type Unit = Shapes['UnitView'];
export type UnitDraft = Shapes['UnitRequest'];
export type Routing = Shapes['TryRoutingResponse'];
export type Person = Shapes['PersonView'];
export type ApiKey = Shapes['ApiKeyView'];
export type ApiKeyDraft = Shapes['IssueApiKeyRequest'];
export type AuditRow = Shapes['ListAuditAuditView'];
export type AuditVerification = Shapes['VerifyAuditResponse'];
export type Job = Shapes['JobView'];
export type RecurringJob = Shapes['RecurringView'];
export type PoisonEvent = Shapes['PoisonEndpointsPoisonView'];

export type Question = Shapes['QuestionView'];
export type ReadyAnswer = Shapes['KeepReadyAnswersReadyAnswerView'];
export type ResidentCard = Shapes['KeepCardCardView'];
export type GridDoor = Shapes['KeepDoorDoorView'];
/** A notice as a worker reads it. */
export type Notice = Shapes['ReadNoticesNoticeView'];
/** A notice as its sender sees it. */
export type SentNotice = Shapes['SendNoticeSentNotice'];
export type NoticeDraft = Shapes['SendNoticeSendRequest'];
export type NoticeReader = Shapes['SendNoticeNoticeReader'];

export type Vessel = Shapes['VesselView'];
export type Ring = Vessel['ring'];
export type Source = Vessel['source'];
export type TrackDossier = Shapes['GetTrackTrackView'];
export type TrailPoint = Shapes['GetTrackTrailView'];

/** A zone; its geometry is a polygon, which the description leaves to RFC 7946. */
export type Zone = Omit<Shapes['ZoneView'], 'geometry'> & { geometry: Polygon };
export type ZoneKind = Zone['kind'];
export type ZoneDraft = Pick<Zone, 'name' | 'kind' | 'geometry' | 'active'>;

export type Rule = Shapes['RuleView'];
export type RuleParameter = Shapes['ParameterSchema'];
export type RuleVersion = Shapes['RuleVersionView'];
export type RuleVersionDraft = Shapes['ReviseRuleRequest'];
export type Precision = Shapes['PrecisionView'];

export type AlertTab = 'todo' | 'mine' | 'handed-over' | 'dismissed';
export type Alert = Shapes['AlertView'];
export type AlertLevel = Alert['level'];
export type AlertState = Alert['state'];
export type Reason = Shapes['Reason'];
export type Comparison = NonNullable<Reason['comparison']>;
export type Dismissal = Shapes['DismissalView'];

export type Feed = Shapes['FeedView'];
export type FeedDraft = Pick<Feed, 'name' | 'url' | 'enabled'>;
export type BadLine = Shapes['BadLine'];

export type Sensor = Shapes['SensorView'];
export type SensorDraft = Shapes['AddSensorRequest'];
/** How a radar sees; what is left out has the server's default. */
export type RadarModel = Shapes['RadarModel'];
export type Registration = Shapes['RegistrationView'];
/** What one radar sees of a small boat; positions longitude before latitude. */
export type Coverage = Shapes['GetCoverageView'];
export type Doubt = Shapes['GetTrackDoubtView'];

/** A code that the reader's language turns into words, and what stands in them. */
export interface Sentence {
  code: string;
  parameters?: Record<string, string | number | boolean | null> | null;
}

/** A title: words that a person wrote, or a code that the reader's language turns into words. */
export type Title = Shapes['CaseTitle'];
export type CaseScope = 'open' | 'closed' | 'all';
export type CaseOrder = 'deadline' | 'newest';
export type CaseState = Shapes['CaseState'];
export type CaseItem = Shapes['CaseItem'];
export type CaseOrigin = CaseItem['origin'];
export type CaseDetail = Shapes['CaseView'];
export type CaseDraft = Shapes['OpenCaseRequest'];
export type Conclusion = Shapes['ConclusionView'];
export type OutcomeCode = Conclusion['outcome'];
export type AllowedTransition = Shapes['AllowedTransition'];
export type TransitionRequest = Shapes['TransitionCaseRequest'];
export type OutcomeRequest = Shapes['SetOutcomeRequest'];
export type OutcomeReasons = Shapes['ListOutcomeReasonsOutcomeWithReasons'];
/** An alert as it was when it joined the case. */
export type CaseAlert = Shapes['CaseAlertView'];
export type AlertSummary = Shapes['AlertSummary'];
export type TimelineEntry = Shapes['TimelineView'];
export type TimelineKind = TimelineEntry['kind'];
export type Step = Shapes['Step'];
export type StepName = Step['step'];

export type WorkOrder = Shapes['WorkOrderView'];
export type WorkOrderState = Shapes['WorkOrderState'];
export type WorkOrderDraft = Shapes['IssueWorkOrderRequest'];
export type WorkOrderReport = Shapes['ReportView'];
export type WorkOrderStep = Shapes['WorkOrderStepView'];
export type SeizedItem = Shapes['SeizedItem'];
export type SeizedKind = Shapes['SeizedKind'];
export type RoutingAnswer = Shapes['TryRoutingResponse'];

export type CommandKind =
  | 'work-order.accept'
  | 'work-order.set-out'
  | 'work-order.arrive'
  | 'work-order.report'
  | 'work-order.return'
  | 'work-order.note'
  | FreeCommandKind;

/** What is done without a work order that it belongs to. */
export type FreeCommandKind =
  | 'case.report'
  | 'case.add'
  | 'case.transition'
  | 'meeting.put'
  | 'meeting.take-out'
  | 'patrol.start'
  | 'patrol.check-in'
  | 'patrol.finish'
  | 'patrol.add';

/** One thing a person did, perhaps without a network: made on the phone, sent when it can be. */
export type Command = Omit<Shapes['CommandEnvelope'], 'kind' | 'payload'> & {
  kind: CommandKind;
  payload: Record<string, unknown>;
};

/** What became of a command. What is there now is told of work orders; of anything else it is not looked at. */
export type CommandResult = Omit<Shapes['CommandResult'], 'current'> & { current?: WorkOrder | null };

export type GridItem = Shapes['GridView'];
export type GridKind = GridItem['kind'];
export type GridFault = Shapes['FaultView'];
export type GridMap = Shapes['MapGridsGridMap'];
export type GridUse = NonNullable<GridItem['use']>;
/** A boundary that a grid has, or had once. */
export type GridBoundary = Shapes['ListGridsBoundaryView'];
export type GridPlan = Shapes['PlanGridsPlanView'];
/** A worker's own grids and those beside them, as they are kept on the phone. */
export type Ground = Shapes['ReadGroundGround'];
export type GroundGrid = Shapes['ReadGroundGroundGrid'];
export type PatrolPlan = Shapes['PatrolPlanView'];
export type PatrolPoint = Shapes['PatrolPointView'];
export type PatrolPlanDraft = Shapes['KeepPatrolPlanPlanRequest'];
export type PatrolPlanChange = Shapes['KeepPatrolPlanPlanChange'];
/** A line of a ledger. */
export type LedgerLine = Shapes['ReadLedgersLedgerLine'];
/** How a case stands that one reported. */
export type ReportedCase = Shapes['ListReportedReportedCase'];
/** What is at risk in an area. */
export type Risks = Shapes['ReadRisksRisksView'];
export type RiskNumbers = Shapes['ReadRisksRiskNumbers'];
export type Meeting = Shapes['ReadMeetingMeetingView'];
export type AlertCounts = Shapes['CountAlertsAlertCounts'];
export type UnstaffedGrids = Shapes['CountUnstaffedUnstaffedView'];
export type GridLoad = Shapes['PlanGridsLoadView'];
export type GridProposal = Shapes['PlanGridsProposalView'];
/** What lines would make of a grid. */
export type GridSplit = Shapes['SplitGridSplitView'];
export type GridPart = Shapes['SplitGridPartRequest'];
/** What would become of two grids. */
export type GridMerge = Shapes['MergeGridsMergeView'];
/** Somebody who serves a grid, now or once. */
export type GridPost = Shapes['GridPostView'];
export type GridRole = GridPost['role'];
export type GridShift = Shapes['Shift'];
export type GridLeave = Shapes['LeaveView'];
export type GridCandidate = Shapes['ListCandidatesCandidateView'];
export type GridImport = Shapes['ImportGridsImportView'];
export type GridImportFault = Shapes['ImportFault'];
export type GridFormat = 'geojson' | 'csv' | 'xlsx';
export interface GridFilter {
  area?: string;
  q?: string;
  kind?: GridKind;
  closed?: boolean;
}

export type Form = Shapes['FormView'];
export type FormVersionRow = Shapes['FormVersionRow'];
/** A filled form as it is shown; what is sensitive is masked. */
export type Submission = Shapes['SubmissionView'];
export type UnmaskRequest = Shapes['UnmaskRequestView'];
export type UnmaskPurpose = UnmaskRequest['purpose'];
export interface SubmissionFilter {
  area?: string;
  grid?: string;
  from?: string;
  to?: string;
}

export type Emergency = Shapes['DeclareEmergencyEmergencyView'];
export type EmergencyDraft = Shapes['DeclareEmergencyDeclareRequest'];
/** Opens nothing but forms, for a program such as ODK Collect; the password itself only when it has just been made. */
export type AppPassword = Shapes['KeepAppPasswordsAppPasswordView'];
export type FormDeletion = Shapes['ListDeletionsDeletionView'];
