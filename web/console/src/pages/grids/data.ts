import { body, client, type GridFilter, type GridFormat } from '@fourfold/api';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { Window } from './drawn.ts';

const pageSize = 100;
const importMilliseconds = 700;

export const useGrids = (filter: GridFilter) =>
  useInfiniteQuery({
    queryKey: ['grids', 'list', filter],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam }) =>
      body(await client.GET('/grids', { params: { query: { ...filter, limit: pageSize, cursor: pageParam } } })),
    getNextPageParam: (last) => last.next ?? undefined,
    select: (data) => data.pages.flatMap((page) => page.items),
  });

export const readGrid = async (id: string) => body(await client.GET('/grids/{id}', { params: { path: { id } } }));

export const useGrid = (id: string | null) =>
  useQuery({
    queryKey: ['grids', 'one', id],
    enabled: id !== null,
    queryFn: () => readGrid(id ?? ''),
  });

export const useGridMap = (window: Window | null, micro: boolean, area: string | undefined) =>
  useQuery({
    queryKey: ['grids', 'map', window, micro, area],
    enabled: window !== null,
    placeholderData: (before) => before,
    queryFn: async () => {
      const [west, south, east, north] = window ?? [0, 0, 0, 0];
      return body(await client.GET('/grids/map', { params: { query: { west, south, east, north, micro, area } } }));
    },
  });

export const useBoundaries = (id: string) =>
  useInfiniteQuery({
    queryKey: ['grids', 'boundaries', id],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam }) => {
      const params = { path: { id }, query: { limit: pageSize, cursor: pageParam } };
      return body(await client.GET('/grids/{id}/boundaries', { params }));
    },
    getNextPageParam: (last) => last.next ?? undefined,
    select: (data) => data.pages.flatMap((page) => page.items),
  });

/** Who serves a grid and who did; each look is written down. */
export const useGridWorkers = (id: string, enabled = true) =>
  useQuery({
    queryKey: ['grids', 'workers', id],
    enabled,
    queryFn: async () => body(await client.GET('/grids/{id}/workers', { params: { path: { id } } })).items,
  });

/** Who could stand in: everybody on a grid of the area. */
export const useWorkersOf = (area: string) =>
  useQuery({
    queryKey: ['grids', 'workers-of', area],
    queryFn: async () => body(await client.GET('/grid-workers', { params: { query: { area, limit: 200 } } })).items,
  });

export const useLeaves = (id: string) =>
  useQuery({
    queryKey: ['grids', 'leaves', id],
    queryFn: async () => body(await client.GET('/grid-workers/{id}/leaves', { params: { path: { id } } })).items,
  });

export const useCandidates = (id: string, q: string) =>
  useQuery({
    queryKey: ['grids', 'candidates', id, q],
    placeholderData: (before) => before,
    queryFn: async () =>
      body(await client.GET('/grids/{id}/candidates', { params: { path: { id }, query: { q: q || undefined } } }))
        .items,
  });

export const usePlan = (area: string) =>
  useQuery({
    queryKey: ['grids', 'plan', area],
    enabled: area !== '',
    queryFn: async () => body(await client.GET('/grids/plan', { params: { query: { area } } })),
  });

/**
 * Where a grid could be divided. It stays as it was while one works on it, whoever changes the grid meanwhile: `round`
 * asks for another.
 */
export const useSplitProposal = (id: string, into: number, { enabled = true, round = 0 } = {}) =>
  useQuery({
    queryKey: ['grid-split', id, into, round],
    enabled,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    queryFn: async () => body(await client.GET('/grids/{id}/split', { params: { path: { id }, query: { into } } })),
  });

export const useNeighbours = (id: string) =>
  useQuery({
    queryKey: ['grids', 'neighbours', id],
    queryFn: async () => body(await client.GET('/grids/{id}/neighbours', { params: { path: { id } } })).items,
  });

/** What would become of two grids; it stays as {@link useSplitProposal} does. */
export const useMergeProposal = (id: string, other: string | null, round = 0) =>
  useQuery({
    queryKey: ['grid-merge', id, other, round],
    enabled: other !== null,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    queryFn: async () =>
      body(await client.GET('/grids/{id}/merge', { params: { path: { id }, query: { with: other ?? '' } } })),
  });

/** How far an import is; asked for again until it has ended. */
export const useImportState = (id: string | null) =>
  useQuery({
    queryKey: ['grid-import', id],
    enabled: id !== null,
    refetchInterval: ({ state }) => (state.data?.state === 'applying' ? importMilliseconds : false),
    queryFn: async () => body(await client.GET('/grids/imports/{id}', { params: { path: { id: id ?? '' } } })),
  });

export const useMicroParents = (village: string, enabled: boolean) =>
  useQuery({
    queryKey: ['grids', 'list', 'parents', village],
    enabled: enabled && village !== '',
    queryFn: async () =>
      body(await client.GET('/grids', { params: { query: { area: village, kind: 'comprehensive', limit: 200 } } }))
        .items,
  });

export const exportHref = (format: GridFormat, area: string) =>
  `/api/v1/grids/export?format=${format}${area ? `&area=${encodeURIComponent(area)}` : ''}`;
