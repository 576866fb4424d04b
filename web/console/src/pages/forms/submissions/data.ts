import { body, client, type SubmissionFilter, type UnmaskPurpose } from '@fourfold/api';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

const pageSize = 50;

export const useSubmissions = (code: string, filter: SubmissionFilter) =>
  useInfiniteQuery({
    queryKey: ['submissions', code, filter],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam }) => {
      const params = { path: { code }, query: { ...filter, limit: pageSize, cursor: pageParam } };
      return body(await client.GET('/forms/{code}/submissions', { params }));
    },
    getNextPageParam: (last) => last.next ?? undefined,
    select: (data) => data.pages.flatMap((page) => page.items),
  });

/** One of them; that it was looked at is written down. */
export const useSubmission = (id: string) =>
  useQuery({
    queryKey: ['submission', id],
    queryFn: async () => body(await client.GET('/submissions/{id}', { params: { path: { id } } })),
  });

export const useRequests = (waiting: boolean) =>
  useInfiniteQuery({
    queryKey: ['unmask-requests', waiting],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam }) => {
      const query = { ...(waiting ? { waiting } : {}), limit: pageSize, cursor: pageParam };
      return body(await client.GET('/unmask-requests', { params: { query } }));
    },
    getNextPageParam: (last) => last.next ?? undefined,
    select: (data) => data.pages.flatMap((page) => page.items),
  });

export function useAsk(submissionId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (wish: { fields: string[]; purpose: UnmaskPurpose; caseId: string; reason: string }) => {
      const params = { path: { id: submissionId } };
      return body(await client.POST('/submissions/{id}/unmask-requests', { params, body: wish }));
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['unmask-requests'] }),
  });
}

export function useDecide() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ id, consents }: { id: string; consents: boolean }) => {
      const params = { path: { id } };
      return consents
        ? client.POST('/unmask-requests/{id}/consent', { params })
        : client.POST('/unmask-requests/{id}/refuse', { params });
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['unmask-requests'] }),
  });
}

/** Where the contact of the resident lies for whom a form was filled: no field of any form. */
export const residentPath = '/for-resident';

/** What was masked, by pointer, for as long as the consent holds. Kept nowhere: each look is asked for, and written down. */
export const useReveal = (submissionId: string) =>
  useMutation({
    gcTime: 0,
    mutationFn: async (requestId: string) => {
      const params = { path: { id: submissionId }, query: { request: requestId } };
      const { values, validUntil } = body(await client.GET('/submissions/{id}/values', { params }));
      return { values: values as Record<string, unknown>, validUntil: validUntil ?? null };
    },
  });

export const purposes: readonly UnmaskPurpose[] = ['case-handling', 'assistance', 'public-health', 'data-subject'];

export interface MatchWish {
  field: string;
  value: string;
  purpose: UnmaskPurpose;
  area?: string;
  /** Of the page before. */
  cursor?: string;
}

/** Filled forms whose sealed text is this one, masked, the newest first, page by page. Kept nowhere, neither what was asked nor what was found. */
export const useMatches = (code: string) =>
  useMutation({
    gcTime: 0,
    mutationFn: async (wish: MatchWish) =>
      body(await client.POST('/forms/{code}/matches', { params: { path: { code } }, body: wish })),
  });

/** Where a sealed picture or film is shown; each look is written down. */
export const sealedHref = (submissionId: string, name: string, request: string): string =>
  `/api/v1/submissions/${submissionId}/media/${encodeURIComponent(name)}?request=${request}`;

export const exportFormats = ['csv', 'xlsx', 'geojson'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export function exportHref(code: string, format: ExportFormat, { from, to }: SubmissionFilter): string {
  const query = new URLSearchParams({ format });
  if (from) query.set('from', from);
  if (to) query.set('to', to);
  return `/api/v1/forms/${code}/export?${query}`;
}
