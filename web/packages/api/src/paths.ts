import type * as C from './coordinate.ts';
import type * as M from './model.ts';

/**
 * Routes in the form that openapi-typescript generates, so that its output can take this file's place without a
 * change to any caller.
 */
interface Parameters<Path, Query> {
  path: Path;
  query?: Query;
  header?: { 'If-Match'?: string; 'Idempotency-Key'?: string };
}

interface Operation<Path, Query, Body, Answer> {
  parameters: [Path] extends [never]
    ? Omit<Parameters<Path, Query>, 'path'> & { path?: never }
    : Parameters<Path, Query>;
  requestBody?: [Body] extends [never] ? never : { content: { 'application/json': Body } };
  responses: { 200: { content: { 'application/json': Answer } } };
}

type Get<Answer, Query = never, Path = never> = Operation<Path, Query, never, Answer>;
type Send<Body, Answer, Path = never> = Operation<Path, never, Body, Answer>;
type Empty = Record<string, never>;
type Id = { id: string };
type Paged = { cursor?: string; limit?: number };
type Change = { expectedRevision: number };

export interface paths {
  '/session': {
    get: Get<M.Session>;
    post: Send<M.SignIn, M.Session>;
    delete: Send<never, undefined>;
  };
  '/session/purpose': { put: Send<{ purpose: M.Purpose; note?: string; postId?: string }, M.Session> };
  '/setup/{token}': {
    get: Get<unknown, never, { token: string }>;
    post: Send<{ userName: string; displayName: string; password: string }, M.Session, { token: string }>;
  };
  '/areas': { get: Get<M.Page<M.Area>, { parent?: string; q?: string } & Paged> };
  '/units': {
    get: Get<M.Page<M.Unit>, { q?: string; department?: string; area?: string } & Paged>;
    post: Send<Partial<M.Unit>, M.Unit>;
  };
  '/people': {
    get: Get<M.Page<M.Person>, Paged & { q?: string }>;
    post: Send<{ userName: string; displayName: string; password: string }, M.Person>;
  };
  '/people/{id}/posts': {
    post: Send<{ role: M.Role; unitId: string; from?: string; until?: string }, M.Person, Id>;
  };
  '/people/{id}/password': { post: Send<{ password: string }, unknown, Id> };
  '/api-keys': {
    get: Get<M.Page<M.ApiKey>, Paged>;
    post: Send<M.ApiKeyDraft, M.ApiKey & { secret: string }>;
  };
  '/api-keys/{id}': { delete: Send<never, undefined, Id> };
  '/jobs': { get: Get<M.Page<M.Job>, Paged> };
  '/jobs/{id}/cancel': { post: Send<Empty, M.Job, Id> };
  '/outbox/poison': { get: Get<M.Page<M.PoisonEvent>, Paged> };
  '/outbox/poison/{id}/resend': { post: Send<Empty, unknown, Id> };
  '/outbox/poison/{id}/discard': { post: Send<{ note: string }, unknown, Id> };
  '/audit': {
    get: Get<M.Page<M.AuditRow>, { subject?: string; person?: string; from?: string; to?: string } & Paged>;
  };
  '/audit/verification': { get: Get<M.AuditVerification> };
  '/map/land': { get: Get<M.MapShape> };
  '/map/rings': { get: Get<M.MapShape> };
  '/vessels': { get: Get<M.Page<M.Vessel>, { q?: string; ring?: M.Ring } & Paged> };
  '/tracks/{id}': { get: Get<M.TrackDossier, never, Id> };
  '/zones': { get: Get<M.Page<M.Zone>, Paged>; post: Send<M.ZoneDraft, M.Zone> };
  '/zones/{id}': {
    put: Send<M.ZoneDraft & Change, M.Zone, Id>;
    delete: Send<never, undefined, Id>;
  };
  '/rules': { get: Get<M.Page<M.Rule>, Paged> };
  '/rules/{id}/versions': {
    get: Get<M.Page<M.RuleVersion>, Paged, Id>;
    post: Send<M.RuleVersionDraft, M.Rule, Id>;
  };
  '/alerts': { get: Get<M.Page<M.Alert>, { tab?: M.AlertTab; level?: M.AlertLevel } & Paged> };
  '/alerts/{id}': { get: Get<M.Alert, never, Id> };
  '/alerts/{id}/acknowledge': { post: Send<Change, M.Alert, Id> };
  '/alerts/{id}/dismiss': { post: Send<Change & { reason: number; note?: string }, M.Alert, Id> };
  '/alerts/{id}/undo-dismissal': { post: Send<Change, M.Alert, Id> };
  '/feeds': { get: Get<M.Page<M.Feed>, Paged>; post: Send<M.FeedDraft, M.Feed> };
  '/feeds/{id}': { put: Send<M.FeedDraft & Change, M.Feed, Id>; delete: Send<never, undefined, Id> };
  '/feeds/{id}/bad-lines': { get: Get<M.Page<M.BadLine>, Paged, Id> };
  '/cases': {
    get: Get<C.CasePage, { scope?: C.CaseScope; order?: C.CaseOrder; state?: C.CaseState } & Paged>;
    post: Send<M.CaseDraft, M.CaseBrief>;
  };
  '/cases/{id}': { get: Get<C.CaseDetail, never, Id> };
  '/cases/{id}/transitions': { post: Send<C.TransitionRequest, C.CaseDetail, Id> };
  '/cases/{id}/notes': { post: Send<{ text: string }, C.CaseDetail, Id> };
  '/cases/{id}/outcome': { post: Send<C.OutcomeRequest, C.CaseDetail, Id> };
  '/cases/{id}/work-orders': { post: Send<C.WorkOrderDraft, C.WorkOrder, Id> };
  '/work-orders': { get: Get<M.Page<C.WorkOrder>, { scope?: 'mine' | 'unit' | 'all'; open?: boolean } & Paged> };
  '/work-orders/seized-kinds': { get: Get<{ items: C.SeizedKind[] }> };
  '/work-orders/{id}/cancel': { post: Send<{ reason: string; note?: string } & Change, C.WorkOrder, Id> };
  '/work-orders/{id}': { get: Get<C.WorkOrder, never, Id> };
  '/outcomes/reasons': { get: Get<{ items: C.OutcomeReasons[] }> };
  '/routing': { get: Get<C.RoutingAnswer, { latitude: number; longitude: number; department: string }> };
}
