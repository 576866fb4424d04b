import { type Alert, type AlertTab, body, client, type Page } from '@fourfold/api';
import { type InfiniteData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useStreaming } from './changes.ts';

const pageSize = 100;
/** The stream of changes keeps lists new; this only heals a change that was missed. */
const healMilliseconds = 30_000;
/** Without that stream the list itself must be quick. */
const pollMilliseconds = 3000;
/** Who goes to see first; another department is the case page's matter. */
const dispatchDepartment = 'police';
const none: readonly Alert[] = [];

const flatten = (data: InfiniteData<Page<Alert>>): readonly Alert[] => data.pages.flatMap((page) => page.items);

export function useAlerts(tab: AlertTab, enabled = true) {
  const streaming = useStreaming();
  const query = useInfiniteQuery({
    queryKey: ['alerts', tab],
    enabled,
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam }) =>
      body(await client.GET('/alerts', { params: { query: { tab, limit: pageSize, cursor: pageParam } } })),
    getNextPageParam: (last) => last.next ?? undefined,
    refetchInterval: streaming ? healMilliseconds : pollMilliseconds,
    placeholderData: (old) => old,
    select: flatten,
  });
  return { ...query, alerts: query.data ?? none };
}

/** The whole alert; what the list knew is shown until it comes. */
export function useAlert(id: string | null, fromList: Alert | undefined) {
  return useQuery({
    queryKey: ['alert', id],
    enabled: id !== null,
    placeholderData: fromList,
    queryFn: async () => body(await client.GET('/alerts/{id}', { params: { path: { id: id ?? '' } } })),
  });
}

type Answer = { kind: 'acknowledge' } | { kind: 'dismiss'; reason: number; note?: string } | { kind: 'undo' };

async function answer(alert: Alert, how: Answer): Promise<Alert> {
  const params = { path: { id: alert.id } };
  const expectedRevision = alert.revision;
  switch (how.kind) {
    case 'acknowledge':
      return body(await client.POST('/alerts/{id}/acknowledge', { params, body: { expectedRevision } }));
    case 'dismiss':
      return body(
        await client.POST('/alerts/{id}/dismiss', {
          params,
          body: { expectedRevision, reason: how.reason, note: how.note },
        }),
      );
    case 'undo':
      return body(await client.POST('/alerts/{id}/undo-dismissal', { params, body: { expectedRevision } }));
  }
}

/** Takes, dismisses, takes a dismissal back. A stale answer brings the newest alert with the refusal. */
export function useAnswerAlert() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ alert, how }: { alert: Alert; how: Answer }) => answer(alert, how),
    onSuccess: (alert) => queries.setQueryData(['alert', alert.id], alert),
    onSettled: () => queries.invalidateQueries({ predicate: ({ queryKey }) => /^alerts?$/.test(String(queryKey[0])) }),
  });
}

/** Makes the alert a case; a second time answers the same case. */
export function useMakeCase() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (alert: Alert) =>
      body(await client.POST('/cases', { body: { origin: 'alert', alertId: alert.id } })),
    onSettled: () => queries.invalidateQueries({ predicate: ({ queryKey }) => /^alerts?$/.test(String(queryKey[0])) }),
  });
}

/** Where the work order would go, and why. */
export function useRouting(alert: Alert | null) {
  return useQuery({
    queryKey: ['routing', alert?.position.latitude, alert?.position.longitude],
    enabled: alert !== null,
    queryFn: async () =>
      body(
        await client.GET('/routing', {
          params: {
            query: {
              latitude: alert?.position.latitude ?? 0,
              longitude: alert?.position.longitude ?? 0,
              department: dispatchDepartment,
            },
          },
        }),
      ),
  });
}

export interface Dispatch {
  alert: Alert;
  /** What it is, in a line: the phone's heading. */
  title: string;
  instruction: string;
  /** Only when the person chose another unit than the routing did. */
  unitId?: string;
}

/** A case for the alert, and its first work order. */
export function useDispatch() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ alert, title, instruction, unitId }: Dispatch) => {
      const made = body(await client.POST('/cases', { body: { origin: 'alert', alertId: alert.id } }));
      await client.POST('/cases/{id}/work-orders', {
        params: { path: { id: made.id } },
        body: { title, instruction, unitId, department: dispatchDepartment },
      });
      return made;
    },
    onSettled: () =>
      queries.invalidateQueries({ predicate: ({ queryKey }) => /^(alerts?|cases?)$/.test(String(queryKey[0])) }),
  });
}
