import {
  body,
  client,
  type GridFormat,
  type GridImport,
  type GridItem,
  type GridKind,
  type GridPart,
  type GridRole,
  type GridShift,
  type GridUse,
  isProblem,
} from '@fourfold/api';
import type { Corner } from '@fourfold/map';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Area } from './drawn.ts';

/** A change of grids or of who serves them: done or not, what is on screen is asked for anew. */
function useGridChange<T, R>(change: (what: T) => Promise<R>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () => queries.invalidateQueries({ queryKey: ['grids'] }),
  });
}

/** Where a boundary is held against its neighbours: of a grid that is there, or of one to come. */
export type CheckPlace = { gridId: string } | { villageCode: string } | { parentId: string };

export const useCheck = () =>
  useMutation({
    mutationFn: async ({ place, geometry }: { place: CheckPlace; geometry: Area }) =>
      body(await client.POST('/grids/check', { body: { ...place, geometry } })),
  });

export interface NewGrid {
  villageCode: string;
  name: string;
  kind: GridKind;
  use: GridUse | null;
  parentId: string | null;
  households: number;
  residents: number;
}

export const useDraw = () =>
  useGridChange(async ({ grid, geometry, acceptFaults }: { grid: NewGrid; geometry: Area; acceptFaults: boolean }) =>
    body(await client.POST('/grids', { body: { ...grid, geometry, acceptFaults } })),
  );

export interface Redrawn {
  id: string;
  revision: number;
  geometry: Area;
  acceptFaults: boolean;
}

export const useRedraw = () =>
  useGridChange(async ({ id, revision, geometry, acceptFaults }: Redrawn) =>
    body(
      await client.PUT('/grids/{id}/boundary', {
        params: { path: { id } },
        body: { geometry, acceptFaults, expectedRevision: revision },
      }),
    ),
  );

export interface Details {
  name: string;
  use: GridUse | null;
  households: number;
  residents: number;
}

export const useChangeGrid = () =>
  useGridChange(async ({ id, revision, ...details }: Details & { id: string; revision: number }) =>
    body(
      await client.PUT('/grids/{id}', {
        params: { path: { id } },
        body: { ...details, expectedRevision: revision },
      }),
    ),
  );

export const useClose = () =>
  useGridChange(async ({ id, revision }: { id: string; revision: number }) =>
    body(await client.POST('/grids/{id}/close', { params: { path: { id } }, body: { expectedRevision: revision } })),
  );

const onWire = (cuts: readonly (readonly Corner[])[]) =>
  cuts.map((cut) => cut.map(([longitude, latitude]) => ({ latitude, longitude })));

export const useCheckSplit = () =>
  useMutation({
    mutationFn: async ({ id, cuts }: { id: string; cuts: readonly (readonly Corner[])[] }) =>
      body(await client.POST('/grids/{id}/split/check', { params: { path: { id } }, body: { cuts: onWire(cuts) } })),
  });

export interface Split {
  id: string;
  revision: number;
  cuts: readonly (readonly Corner[])[];
  parts: GridPart[];
}

export const useSplit = () =>
  useGridChange(async ({ id, revision, cuts, parts }: Split) =>
    body(
      await client.POST('/grids/{id}/split', {
        params: { path: { id } },
        body: { cuts: onWire(cuts), parts, expectedRevision: revision },
      }),
    ),
  );

export interface Merge {
  grid: GridItem;
  other: GridItem;
  name: string;
  households: number;
  residents: number;
}

export const useMerge = () =>
  useGridChange(async ({ grid, other, ...wanted }: Merge) =>
    body(
      await client.POST('/grids/{id}/merge', {
        params: { path: { id: grid.id } },
        body: { ...wanted, with: other.id, withRevision: other.revision, expectedRevision: grid.revision },
      }),
    ),
  );

export const useJoin = () =>
  useGridChange(async (wish: { grid: string; postId: string; role: GridRole; shifts: GridShift[] }) => {
    const { grid, ...asked } = wish;
    return body(await client.POST('/grids/{id}/workers', { params: { path: { id: grid } }, body: asked }));
  });

export interface PostChange {
  id: string;
  revision: number;
  role: GridRole;
  shifts: GridShift[];
  until?: string;
}

export const useChangePost = () =>
  useGridChange(async ({ id, revision, role, shifts, until }: PostChange) =>
    body(
      await client.PUT('/grid-workers/{id}', {
        params: { path: { id } },
        body: { role, shifts, until, expectedRevision: revision },
      }),
    ),
  );

export const useTakeLeave = () =>
  useGridChange(async ({ id, ...leave }: { id: string; deputyId: string; from: string; until: string }) =>
    body(await client.POST('/grid-workers/{id}/leaves', { params: { path: { id } }, body: leave })),
  );

export const useEndLeave = () =>
  useGridChange(async ({ id, revision }: { id: string; revision: number }) =>
    body(
      await client.POST('/grid-workers/leaves/{id}/end', {
        params: { path: { id } },
        body: { expectedRevision: revision },
      }),
    ),
  );

/** Looks a file through. Nothing is changed. */
export const useCheckImport = () =>
  useMutation({
    mutationFn: async ({ file, format }: { file: File; format: GridFormat }) =>
      body(
        await client.POST('/grids/imports', {
          params: { query: { format } },
          body: file as never,
          bodySerializer: (content) => content as never,
          headers: { 'Content-Type': 'application/octet-stream' },
        }),
      ),
  });

function useImportChange(change: (id: string) => Promise<GridImport>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: (state) => queries.setQueryData(['grid-import', state.id], state),
    onError: () => queries.invalidateQueries({ queryKey: ['grid-import'] }),
  });
}

export const useApplyImport = () =>
  useImportChange(async (id) => body(await client.POST('/grids/imports/{id}/apply', { params: { path: { id } } })));

export const useCancelImport = () =>
  useImportChange(async (id) => body(await client.POST('/grids/imports/{id}/cancel', { params: { path: { id } } })));

/** What somebody else saved first, when that is why a save was refused. */
export const theirs = (error: unknown): GridItem | null =>
  isProblem(error, 'revision.stale') ? ((error.body.current ?? null) as GridItem | null) : null;
