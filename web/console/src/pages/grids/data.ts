import { body, client, type GridFilter, type GridFormat } from '@fourfold/api';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { MultiPolygon, Polygon } from 'geojson';

const pageSize = 100;

/** What a map shows: degrees. */
export type Window = readonly [west: number, south: number, east: number, north: number];

export const useGrids = (filter: GridFilter) =>
  useInfiniteQuery({
    queryKey: ['grids', 'list', filter],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam }) =>
      body(await client.GET('/grids', { params: { query: { ...filter, limit: pageSize, cursor: pageParam } } })),
    getNextPageParam: (last) => last.next ?? undefined,
    select: (data) => data.pages.flatMap((page) => page.items),
  });

export const useGrid = (id: string | null) =>
  useQuery({
    queryKey: ['grids', 'one', id],
    enabled: id !== null,
    queryFn: async () => body(await client.GET('/grids/{id}', { params: { path: { id: id ?? '' } } })),
  });

export const useGridMap = (window: Window | null) =>
  useQuery({
    queryKey: ['grids', 'map', window],
    enabled: window !== null,
    placeholderData: (before) => before,
    queryFn: async () => {
      const [west, south, east, north] = window ?? [0, 0, 0, 0];
      return body(await client.GET('/grids/map', { params: { query: { west, south, east, north } } }));
    },
  });

export const useGridWorkers = (id: string, enabled: boolean) =>
  useQuery({
    queryKey: ['grids', 'workers', id],
    enabled,
    queryFn: async () => body(await client.GET('/grids/{id}/workers', { params: { path: { id } } })).items,
  });

export const usePlan = (area: string) =>
  useQuery({
    queryKey: ['grids', 'plan', area],
    enabled: area !== '',
    queryFn: async () => body(await client.GET('/grids/plan', { params: { query: { area } } })),
  });

/** Holds a drawn boundary against what lies around it. */
export const useCheck = () =>
  useMutation({
    mutationFn: async ({ id, geometry }: { id: string; geometry: Polygon | MultiPolygon }) =>
      body(await client.POST('/grids/check', { body: { gridId: id, geometry } })),
  });

export function useRedraw() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (draft: {
      id: string;
      revision: number;
      geometry: Polygon | MultiPolygon;
      acceptFaults: boolean;
    }) =>
      body(
        await client.PUT('/grids/{id}/boundary', {
          params: { path: { id: draft.id } },
          body: {
            geometry: draft.geometry,
            acceptFaults: draft.acceptFaults,
            expectedRevision: draft.revision,
          },
        }),
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: ['grids'] }),
  });
}

export const exportHref = (format: GridFormat, area: string) =>
  `/api/v1/grids/export?format=${format}${area ? `&area=${encodeURIComponent(area)}` : ''}`;
