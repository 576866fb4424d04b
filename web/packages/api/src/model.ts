/**
 * The shapes of `docs/reference/api.md`, written by hand until `docs/reference/openapi.json` is there; then they
 * become aliases of its schemas. Instants are ISO 8601 UTC; positions degrees WGS 84.
 */
export type Instant = string;

export interface Position {
  latitude: number;
  longitude: number;
}

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

export type Purpose =
  | 'sea-watch'
  | 'case-work'
  | 'field-work'
  | 'statistics'
  | 'administration'
  | 'security'
  | 'audit'
  | 'other';

export type Role =
  | 'duty-officer'
  | 'shift-lead'
  | 'analyst'
  | 'responder'
  | 'centre-clerk'
  | 'centre-head'
  | 'commissioner'
  | 'grid-worker'
  | 'grid-lead'
  | 'hotline-agent'
  | 'mediator'
  | 'mediation-manager'
  | 'court-desk'
  | 'statistician'
  | 'administrator'
  | 'security-officer'
  | 'auditor';

export interface Post {
  id: string;
  role: Role;
  unit: { id: string; name: string };
  area: { code: string; name: string; path: string };
}

export interface Session {
  person: { id: string; userName: string; displayName: string };
  post: Post;
  posts: Post[];
  purpose: Purpose;
  permissions: string[];
  simulated: boolean;
  setupNeeded: boolean;
  /** Telephone of the duty room, when the operator has set one. */
  dutyPhone?: string | null;
  now: Instant;
}

export interface SignIn {
  userName: string;
  password: string;
  purpose: Purpose;
  purposeNote?: string;
  postId?: string;
}

export interface Area {
  code: string;
  name: string;
  englishName?: string | null;
  level: number;
  path: string;
  parent: string | null;
  pseudo: boolean;
  centroid?: Position | null;
}

export interface Unit {
  id: string;
  name: string;
  department: string;
  areaCode: string;
  parentId: string | null;
  jurisdiction?: { areas: string[]; geometry?: Polygon | MultiPolygon | null };
  position?: Position | null;
  synthetic: boolean;
}

export type Ring = 'near-sea' | 'shoreline' | 'on-island' | 'beyond';
export type Source = 'ais-only' | 'radar-only' | 'fused' | 'camera-only' | 'own-unit';
export type AlertLevel = 1 | 2 | 3 | 4;

export interface Vessel {
  trackId: string;
  slot: number;
  mmsi?: number | null;
  name?: string | null;
  callSign?: string | null;
  imo?: number | null;
  shipType?: number | null;
  shipClass: string;
  flag?: string | null;
  position: Position;
  speedKnots?: number | null;
  courseDegrees?: number | null;
  headingDegrees?: number | null;
  ring: Ring;
  distanceToShoreMetres?: number | null;
  source: Source;
  navigationStatus?: number | string | null;
  observedAt: Instant;
  ageSeconds: number;
  alertLevel?: AlertLevel | 0 | null;
  simulated: boolean;
}

export interface TrailPoint {
  at: Instant;
  position: Position;
  speedKnots?: number | null;
  courseDegrees?: number | null;
}

export interface TrackDossier extends Vessel {
  voyage?: { destination?: string | null; etaUtc?: Instant | null; draughtMetres?: number | null } | null;
  dimensions?: { lengthMetres?: number | null; beamMetres?: number | null } | null;
  feeds: { id: string; name: string; ageSeconds: number }[];
  firstSeenAt: Instant;
  trail: TrailPoint[];
}

export type ZoneKind = 'watch' | 'harbour' | 'anchorage' | 'closed';

export interface ZoneDraft {
  name: string;
  kind: ZoneKind;
  geometry: Polygon;
  active: boolean;
}

export interface Zone extends ZoneDraft {
  id: string;
  revision: number;
  areaCode: string;
}

export interface Precision {
  confirmed: number;
  refuted: number;
  notFound: number;
  undetermined: number;
  /** Share 0–1 and its 90 % interval; absent while there are too few outcomes. */
  mean?: number | null;
  low?: number | null;
  high?: number | null;
  simulated: boolean;
}

export interface RuleParameter {
  name: string;
  unit?: string | null;
  default: number;
  minimum: number;
  maximum: number;
}

export interface Rule {
  id: string;
  code: string;
  level: AlertLevel;
  enabled: boolean;
  version: number;
  parameters: Record<string, number>;
  schema: RuleParameter[];
  precision: Precision;
  zoneIds?: string[] | null;
}

export interface RuleVersion {
  version: number;
  parameters: Record<string, number>;
  level: AlertLevel;
  enabled: boolean;
  zoneIds?: string[] | null;
  note: string;
  by?: string | null;
  at?: Instant | null;
}

export interface RuleVersionDraft {
  parameters: Record<string, number>;
  level: AlertLevel;
  enabled: boolean;
  zoneIds?: string[];
  note: string;
}

export type AlertTab = 'todo' | 'mine' | 'handed-over' | 'dismissed';
export type AlertState = 'new' | 'acknowledged' | 'dismissed' | 'in-case' | 'withdrawn' | 'expired' | 'suppressed';
export type Comparison = '>' | '>=' | '<' | '<=';

export interface Reason {
  code: string;
  value: number;
  unit?: string | null;
  threshold?: number | null;
  comparison?: Comparison | null;
  detail?: string | Record<string, string | number> | null;
}

export interface Dismissal {
  reason: number;
  note?: string | null;
  by?: string | null;
  at: Instant;
  undoUntil: Instant;
}

export interface Alert {
  id: string;
  number: string;
  revision: number;
  state: AlertState;
  level: AlertLevel;
  rule: { id: string; code: string; version: number };
  zone?: { id: string; name: string } | null;
  trackId: string;
  slot?: number | null;
  subject: {
    mmsi?: number | null;
    name?: string | null;
    callSign?: string | null;
    shipClass?: string | null;
    source?: Source | null;
  };
  position: Position;
  ring?: Ring | null;
  distanceToShoreMetres?: number | null;
  speedKnots?: number | null;
  courseDegrees?: number | null;
  startedAt: Instant;
  raisedAt: Instant;
  triggeredAt: Instant;
  lastAt: Instant;
  count: number;
  reasons: Reason[];
  counterReasons: Reason[];
  precision: Precision;
  acknowledgedBy?: string | null;
  acknowledgedAt?: Instant | null;
  dismissal?: Dismissal | null;
  caseId?: string | null;
  caseNumber?: string | null;
  outcome?: string | null;
  raw?: { feedId: string; offset: number; length: number }[];
  areaCode?: string | null;
  simulated: boolean;
}

export interface FeedStatus {
  state: string;
  connectedAt?: Instant | null;
  lastByteAt?: Instant | null;
  lines: number;
  messages: number;
  observations: number;
  duplicates: number;
  dropped: Record<string, number>;
  bytes: number;
  reconnects: number;
}

export interface FeedDraft {
  name: string;
  url: string;
  enabled: boolean;
}

export interface Feed extends FeedDraft {
  id: string;
  revision: number;
  status?: FeedStatus | null;
  simulated: boolean;
  pinned: boolean;
}

export interface BadLine {
  at: Instant;
  offset: number;
  fault: string;
  sample: string;
}

export interface CaseDraft {
  id?: string;
  origin: 'alert' | 'patrol' | 'citizen' | 'hotline' | 'superior' | 'lead' | 'dispute';
  alertId?: string;
  position?: Position;
  areaCode?: string;
  title?: string;
}

/** What the sea page needs of a case; the case page has its own, fuller shape. */
export interface CaseBrief {
  id: string;
  number: string;
  revision: number;
  state: string;
}

export interface Job {
  id: string;
  kind: string;
  state: string;
  progress?: { done: number; total: number } | null;
  startedAt?: Instant | null;
  endedAt?: Instant | null;
  error?: string | null;
}

export interface PoisonEvent {
  id: string;
  module: string;
  event: string;
  schemaVersion: number;
  orderingKey: string;
  handler?: string | null;
  attempts: number;
  error?: string | null;
  occurredAt: Instant;
}

export interface AuditRow {
  id: string;
  module: string;
  at: Instant;
  person?: string | null;
  actorName: string;
  action: string;
  subject: string;
  purpose: string;
  areaPath: string;
  correlationId: string;
  /** Place in the sealed chain; absent while it waits for the sealer. */
  sealedAs?: number | null;
}

export interface AuditVerification {
  partitions: {
    name: string;
    sealed: number;
    unsealed: number;
    head: string;
    ok: boolean;
    firstGap?: number | null;
  }[];
}

export interface ApiKey {
  id: string;
  name: string;
  hint: string;
  scopes: string[];
  areaCode: string;
  purpose: Purpose;
  createdAt: Instant;
  expiresAt: Instant;
  revokedAt?: Instant | null;
}

export interface ApiKeyDraft {
  name: string;
  scopes: string[];
  areaCode: string;
  purpose: Purpose;
  expiresAt: Instant;
}

export interface Person {
  id: string;
  userName: string;
  displayName: string;
  posts: (Post & { from?: Instant | null; until?: Instant | null })[];
}
