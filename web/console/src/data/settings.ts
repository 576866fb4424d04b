import { body, client, type FeedDraft, type RuleVersionDraft } from '@fourfold/api';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

const pageSize = 100;
const params = { query: { limit: pageSize } };
const feedMilliseconds = 3000;

export const useFeeds = () =>
  useQuery({
    queryKey: ['feeds'],
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
  useQuery({ queryKey: ['poison'], queryFn: async () => body(await client.GET('/outbox/poison', { params })).items });

export const useAudit = (subject: string) =>
  useQuery({
    queryKey: ['audit', subject],
    queryFn: async () =>
      body(await client.GET('/audit', { params: { query: { subject: subject || undefined, limit: pageSize } } })).items,
  });

export const useAuditVerification = () =>
  useQuery({
    queryKey: ['audit', 'verification'],
    queryFn: async () => body(await client.GET('/audit/verification')),
  });

export const usePeople = () =>
  useQuery({ queryKey: ['people'], queryFn: async () => body(await client.GET('/people', { params })).items });

export const useUnits = (q: string) =>
  useQuery({
    queryKey: ['units', q],
    queryFn: async () =>
      body(await client.GET('/units', { params: { query: { q: q || undefined, limit: 50 } } })).items,
  });

export const useApiKeys = () =>
  useQuery({ queryKey: ['api-keys'], queryFn: async () => body(await client.GET('/api-keys', { params })).items });

export const useJobs = () =>
  useQuery({
    queryKey: ['jobs'],
    refetchInterval: feedMilliseconds,
    queryFn: async () => body(await client.GET('/jobs', { params })).items,
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

export const publishRule = async ({ id, draft }: { id: string; draft: RuleVersionDraft }) =>
  body(await client.POST('/rules/{id}/versions', { params: { path: { id } }, body: draft }));
