import {
  body,
  type CaseDetail,
  type CaseOrder,
  type CaseScope,
  type CaseState,
  client,
  isProblem,
  type OutcomeRequest,
  type Page,
  type TransitionRequest,
  type WorkOrderDraft,
} from '@fourfold/api';
import { type InfiniteData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

const pageSize = 50;
const hour = 3_600_000;
/** Streams of changes keep pages new; this heals one that was missed. */
const healMilliseconds = 30_000;
/** Earlier outcomes of a rule do not change from one minute to the next. */
const precisionMilliseconds = 60_000;

export interface CaseFilter {
  scope: CaseScope;
  order: CaseOrder;
  state: CaseState | null;
}

const flatten = <T>(data: InfiniteData<Page<T>>): T[] => data.pages.flatMap((page) => page.items);

export function useCases({ scope, order, state }: CaseFilter) {
  return useInfiniteQuery({
    queryKey: ['cases', scope, order, state],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam }) => {
      const query = { scope, order, state: state ?? undefined, limit: pageSize, cursor: pageParam };
      return body(await client.GET('/cases', { params: { query } }));
    },
    getNextPageParam: (last) => last.next ?? undefined,
    refetchInterval: healMilliseconds,
    placeholderData: (old) => old,
    select: flatten,
  });
}

export function useCase(id: string) {
  return useQuery({
    queryKey: ['case', id],
    refetchInterval: healMilliseconds,
    retry: (count, error) => isProblem(error, 'network') || (count < 2 && !(isProblem(error) && error.status < 500)),
    queryFn: async () => body(await client.GET('/cases/{id}', { params: { path: { id } } })),
  });
}

/** What a person does to a case; each answers the whole case as it is then. */
export type Deed =
  | { kind: 'transition'; request: Omit<TransitionRequest, 'expectedRevision'> }
  | { kind: 'outcome'; request: Omit<OutcomeRequest, 'expectedRevision'> }
  | { kind: 'note'; text: string };

async function change({ id, revision: expectedRevision }: CaseDetail, deed: Deed): Promise<CaseDetail> {
  const params = { path: { id } };
  switch (deed.kind) {
    case 'transition':
      return body(
        await client.POST('/cases/{id}/transitions', { params, body: { ...deed.request, expectedRevision } }),
      );
    case 'outcome':
      return body(await client.POST('/cases/{id}/outcome', { params, body: { ...deed.request, expectedRevision } }));
    case 'note':
      return body(await client.POST('/cases/{id}/notes', { params, body: { text: deed.text } }));
  }
}

const touched = /^(cases?|alerts?|work-orders?|precision)$/;

/** Not waited for: the answer is on the page already, and a key pressed while lists are fetched would not count. */
function useTouch() {
  const queries = useQueryClient();
  return () => void queries.invalidateQueries({ predicate: ({ queryKey }) => touched.test(String(queryKey[0])) });
}

/** Does it. A stale one brings the newest case with the refusal, so that the person sees what has changed. */
export function useChangeCase(shown: CaseDetail) {
  const queries = useQueryClient();
  const touch = useTouch();
  return useMutation({
    mutationFn: (deed: Deed) => change(shown, deed),
    onSuccess: (changed) => queries.setQueryData(['case', changed.id], changed),
    onSettled: touch,
  });
}

export function useIssueWorkOrder(caseId: string) {
  const touch = useTouch();
  return useMutation({
    mutationFn: async (draft: WorkOrderDraft) =>
      body(await client.POST('/cases/{id}/work-orders', { params: { path: { id: caseId } }, body: draft })),
    onSettled: touch,
  });
}

export function useCancelWorkOrder() {
  const touch = useTouch();
  return useMutation({
    mutationFn: async ({ id, ...request }: { id: string; reason: string; note?: string; expectedRevision: number }) =>
      body(await client.POST('/work-orders/{id}/cancel', { params: { path: { id } }, body: request })),
    onSettled: touch,
  });
}

export function useOutcomeReasons() {
  return useQuery({
    queryKey: ['outcome-reasons'],
    staleTime: hour,
    queryFn: async () => body(await client.GET('/outcomes/reasons')).items,
  });
}

/** How often the rule of this alert was right before. */
export function usePrecision(alertId: string | undefined, enabled: boolean) {
  return useQuery({
    queryKey: ['precision', alertId],
    enabled: enabled && alertId !== undefined,
    staleTime: precisionMilliseconds,
    queryFn: async () => body(await client.GET('/alerts/{id}', { params: { path: { id: alertId ?? '' } } })).precision,
  });
}

/** Whose place it is, without sending anyone. */
export function useRouting(place: { latitude: number; longitude: number } | null, department: string) {
  return useQuery({
    queryKey: ['routing', place?.latitude, place?.longitude, department],
    enabled: place !== null,
    queryFn: async () => {
      const query = { latitude: place?.latitude ?? 0, longitude: place?.longitude ?? 0, department };
      return body(await client.GET('/routing', { params: { query } }));
    },
  });
}

/** Units whose name holds some letters. */
export function useUnits(q: string) {
  return useQuery({
    queryKey: ['units', q],
    enabled: q.length > 0,
    staleTime: hour,
    queryFn: async () => body(await client.GET('/units', { params: { query: { q, limit: 20 } } })).items,
  });
}
