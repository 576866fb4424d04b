import {
  body,
  client,
  type FeedDraft,
  type Page,
  type RuleVersionDraft,
  type SensorDraft,
  type UnitDraft,
} from '@fourfold/api';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

const pageSize = 100;
const feedMilliseconds = 3000;

/** Where in a list to read on. */
interface Place {
  limit: number;
  cursor?: string;
}

/** A list that is read page by page as the person asks for more; `data` holds all that was read. */
function usePages<T>(key: readonly unknown[], read: (place: Place) => Promise<Page<T>>, every?: number) {
  return useInfiniteQuery({
    queryKey: key,
    refetchInterval: every,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => read({ limit: pageSize, cursor: pageParam }),
    getNextPageParam: (last) => last.next ?? undefined,
    select: (data) => data.pages.flatMap((page) => page.items),
  });
}

export const useFeeds = (enabled = true) =>
  useQuery({
    queryKey: ['feeds'],
    enabled,
    refetchInterval: feedMilliseconds,
    queryFn: async () => body(await client.GET('/feeds')).items,
  });

export const useBadLines = (id: string | null) =>
  useQuery({
    queryKey: ['feeds', id, 'bad-lines'],
    enabled: id !== null,
    queryFn: async () => body(await client.GET('/feeds/{id}/bad-lines', { params: { path: { id: id ?? '' } } })).items,
  });

export const useRules = () =>
  useQuery({ queryKey: ['rules'], queryFn: async () => body(await client.GET('/rules')).items });

export const useRuleVersions = (id: string) =>
  useQuery({
    queryKey: ['rules', id, 'versions'],
    queryFn: async () => body(await client.GET('/rules/{id}/versions', { params: { path: { id } } })).items,
  });

export const usePoison = () =>
  usePages(['poison'], async (place) => body(await client.GET('/outbox/poison', { params: { query: place } })));

/** `from` and `to` are instants; `to` is not included. */
export interface AuditFilter {
  subject?: string;
  from?: string;
  to?: string;
}

export const useAudit = (filter: AuditFilter) =>
  usePages(['audit', filter], async (place) =>
    body(await client.GET('/audit', { params: { query: { ...filter, ...place } } })),
  );

export const useAuditVerification = () =>
  useQuery({
    queryKey: ['audit', 'verification'],
    queryFn: async () => body(await client.GET('/audit/verification')),
  });

export const usePeople = () =>
  usePages(['people'], async (place) => body(await client.GET('/people', { params: { query: place } })));

export const useUnits = (q: string) =>
  usePages(['units', q], async (place) =>
    body(await client.GET('/units', { params: { query: { q: q || undefined, ...place } } })),
  );

/** With its sector, which lists leave out. */
export const readUnit = async (id: string) => body(await client.GET('/units/{id}', { params: { path: { id } } }));

export const useUnit = (id: string) =>
  useQuery({ queryKey: ['units', 'one', id], enabled: id !== '', queryFn: () => readUnit(id) });

export const useAreas = (q: string) =>
  useQuery({
    queryKey: ['areas', q],
    enabled: q.length > 0,
    queryFn: async () => body(await client.GET('/areas', { params: { query: { q } } })).items,
  });

export interface RoutingQuestion {
  latitude: number;
  longitude: number;
  department: string;
}

export const useRouting = (question: RoutingQuestion | null) =>
  useQuery({
    queryKey: ['routing', question],
    enabled: question !== null,
    queryFn: async () =>
      body(
        await client.GET('/routing', {
          params: { query: question ?? { latitude: 0, longitude: 0, department: '' } },
        }),
      ),
  });

export const useApiKeys = () =>
  usePages(['api-keys'], async (place) => body(await client.GET('/api-keys', { params: { query: place } })));

export const useJobs = () =>
  usePages(['jobs'], async (place) => body(await client.GET('/jobs', { params: { query: place } })), feedMilliseconds);

export const useRecurringJobs = () =>
  useQuery({
    queryKey: ['jobs', 'recurring'],
    refetchInterval: feedMilliseconds,
    queryFn: async () => body(await client.GET('/jobs/recurring')),
  });

/** A change of one list: done, then the list is asked for anew. */
export function useChange<T, R>(key: string, change: (what: T) => Promise<R>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () => queries.invalidateQueries({ queryKey: [key] }),
  });
}

export interface FeedChange {
  id?: string;
  revision?: number;
  draft: FeedDraft;
}

export const saveFeed = async ({ id, revision, draft }: FeedChange) =>
  id === undefined
    ? body(await client.POST('/feeds', { body: draft }))
    : body(
        await client.PUT('/feeds/{id}', {
          params: { path: { id } },
          body: { ...draft, expectedRevision: revision ?? 0 },
        }),
      );

export const deleteFeed = async ({ id, revision }: { id: string; revision: number }) => {
  await client.DELETE('/feeds/{id}', { params: { path: { id }, header: { 'If-Match': `"${revision}"` } } });
};

export interface SensorChange {
  id?: string;
  revision?: number;
  draft: SensorDraft;
}

export const saveSensor = async ({ id, revision, draft }: SensorChange) =>
  id === undefined
    ? body(await client.POST('/sensors', { body: draft }))
    : body(
        await client.PUT('/sensors/{id}', {
          params: { path: { id }, header: { 'If-Match': `"${revision ?? 0}"` } },
          body: draft,
        }),
      );

export const deleteSensor = async ({ id, revision }: { id: string; revision: number }) => {
  await client.DELETE('/sensors/{id}', { params: { path: { id }, header: { 'If-Match': `"${revision}"` } } });
};

export const publishRule = async ({ id, draft }: { id: string; draft: RuleVersionDraft }) =>
  body(await client.POST('/rules/{id}/versions', { params: { path: { id } }, body: draft }));

/** `id` and `revision` are absent for a unit that is new. */
export interface UnitChange {
  id?: string;
  revision?: number;
  draft: UnitDraft;
}

export const saveUnit = async ({ id, revision, draft }: UnitChange) =>
  id === undefined
    ? body(await client.POST('/units', { body: draft }))
    : body(
        await client.PUT('/units/{id}', {
          params: { path: { id } },
          body: { ...draft, expectedRevision: revision ?? 0 },
        }),
      );
