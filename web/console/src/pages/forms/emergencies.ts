import { body, client, type EmergencyDraft } from '@fourfold/api';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';

const pageSize = 50;

export const useEmergencies = () =>
  useInfiniteQuery({
    queryKey: ['emergencies'],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam }) =>
      body(await client.GET('/emergencies', { params: { query: { limit: pageSize, cursor: pageParam } } })),
    getNextPageParam: (last) => last.next ?? undefined,
    select: (data) => data.pages.flatMap((page) => page.items),
  });

/** What an emergency opens and closes: itself in the list, and forms. */
function useChanged() {
  const queries = useQueryClient();
  return async () => {
    await queries.invalidateQueries({ queryKey: ['emergencies'] });
    await queries.invalidateQueries({ queryKey: ['forms'] });
  };
}

export function useDeclare() {
  const changed = useChanged();
  return useMutation({
    mutationFn: async (draft: EmergencyDraft) => body(await client.POST('/emergencies', { body: draft })),
    onSuccess: changed,
  });
}

export function useEnd() {
  const changed = useChanged();
  return useMutation({
    mutationFn: async (id: string) => client.POST('/emergencies/{id}/end', { params: { path: { id } } }),
    onSuccess: changed,
  });
}
