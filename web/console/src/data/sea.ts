import { body, client, isProblem, type Page, type Ring, type Vessel, type Zone, type ZoneDraft } from '@fourfold/api';
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

const hour = 3_600_000;

export function useMapLand() {
  return useQuery({
    queryKey: ['map', 'land'],
    staleTime: hour,
    queryFn: async () => body(await client.GET('/map/land')),
  });
}

export function useMapRings() {
  return useQuery({
    queryKey: ['map', 'rings'],
    staleTime: hour,
    queryFn: async () => body(await client.GET('/map/rings')),
  });
}

const areasOf = async (parent: string) =>
  body(await client.GET('/areas', { params: { query: { parent, limit: 200 } } })).items;

export function useArea(code: string | null) {
  return useQuery({
    queryKey: ['area', code],
    enabled: code !== null,
    staleTime: hour,
    queryFn: async () => body(await client.GET('/areas/{code}', { params: { path: { code: code ?? '' } } })),
  });
}

export function useUnit(id: string | null) {
  return useQuery({
    queryKey: ['unit', id],
    enabled: id !== null,
    staleTime: hour,
    queryFn: async () => body(await client.GET('/units/{id}', { params: { path: { id: id ?? '' } } })),
  });
}

/** The parts of an area; a tier that exists only in the code list is replaced by what is below it. */
export function useAreas(parent: string | null) {
  return useQuery({
    queryKey: ['areas', parent],
    enabled: parent !== null,
    staleTime: hour,
    queryFn: async () => {
      const areas = await areasOf(parent ?? '');
      const below = await Promise.all(areas.map((area) => (area.pseudo ? areasOf(area.code) : [area])));
      return below.flat();
    },
  });
}

/** One vessel's dossier with its last twenty minutes. */
export function useTrack(id: string | null) {
  return useQuery({
    queryKey: ['track', id],
    enabled: id !== null,
    // A track that is gone stays gone: its id is not given again.
    refetchInterval: ({ state }) => (isProblem(state.error) && state.error.status === 404 ? false : 3000),
    retry: false,
    queryFn: async () => body(await client.GET('/tracks/{trackId}', { params: { path: { trackId: id ?? '' } } })),
  });
}

export function useVesselSearch(q: string) {
  return useQuery({
    queryKey: ['vessels', 'search', q],
    enabled: q.length >= 2,
    placeholderData: keepPreviousData,
    queryFn: async () => body(await client.GET('/vessels', { params: { query: { q, limit: 12 } } })).items,
  });
}

export function useVessels(filter: { q?: string; ring?: Ring }) {
  return useInfiniteQuery({
    queryKey: ['vessels', 'table', filter],
    initialPageParam: undefined as string | undefined,
    refetchInterval: 10_000,
    placeholderData: keepPreviousData,
    queryFn: async ({ pageParam }): Promise<Page<Vessel>> =>
      body(await client.GET('/vessels', { params: { query: { ...filter, limit: 100, cursor: pageParam } } })),
    getNextPageParam: (last) => last.next ?? undefined,
  });
}

const minute = 60_000;

/** What every radar in use sees of small boats. */
export function useCoverage(enabled: boolean) {
  return useQuery({
    queryKey: ['sensors', 'coverage'],
    enabled,
    refetchInterval: minute,
    placeholderData: keepPreviousData,
    queryFn: async () => body(await client.GET('/sensors/coverage')),
  });
}

/** The radars and how they are; the watch notices one that falls silent within this time. */
const sensorMilliseconds = 10_000;

export function useSensors(enabled = true, every = sensorMilliseconds) {
  return useQuery({
    queryKey: ['sensors', 'list'],
    enabled,
    refetchInterval: every,
    queryFn: async () => body(await client.GET('/sensors')).items,
  });
}

export function useZones(enabled = true) {
  return useQuery({
    queryKey: ['zones'],
    enabled,
    queryFn: async () => body(await client.GET('/zones', { params: { query: { limit: 200 } } })).items as Zone[],
  });
}

export function useSaveZone() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ id, revision, draft }: { id?: string; revision?: number; draft: ZoneDraft }) =>
      id === undefined
        ? body(await client.POST('/zones', { body: draft }))
        : body(
            await client.PUT('/zones/{id}', {
              params: { path: { id } },
              body: { ...draft, expectedRevision: revision ?? 0 },
            }),
          ),
    onSettled: () => queries.invalidateQueries({ queryKey: ['zones'] }),
  });
}

export function useDeleteZone() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ id, revision }: { id: string; revision: number }) => {
      await client.DELETE('/zones/{id}', {
        params: { path: { id }, header: { 'If-Match': `"${revision}"` } },
      });
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['zones'] }),
  });
}
