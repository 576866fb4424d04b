import { body, client, type NoticeDraft } from '@fourfold/api';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';

const pageSize = 50;

export const useSentNotices = () =>
  useInfiniteQuery({
    queryKey: ['notices', 'sent'],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam }) =>
      body(await client.GET('/notices/sent', { params: { query: { limit: pageSize, cursor: pageParam } } })),
    getNextPageParam: (last) => last.next ?? undefined,
    select: (data) => data.pages.flatMap((page) => page.items),
  });

/** Who has read one, by name: asked only when somebody wants to know, for it is written down. */
export const useReaders = (id: string) =>
  useInfiniteQuery({
    queryKey: ['notice-readers', id],
    staleTime: Number.POSITIVE_INFINITY,
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam }) => {
      const params = { path: { id }, query: { limit: pageSize, cursor: pageParam } };
      return body(await client.GET('/notices/{id}/readers', { params }));
    },
    getNextPageParam: (last) => last.next ?? undefined,
    select: (data) => data.pages.flatMap((page) => page.items),
  });

function useChanged() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ['notices'] });
}

export function useSend() {
  const changed = useChanged();
  return useMutation({
    mutationFn: async (draft: NoticeDraft) => body(await client.POST('/notices', { body: draft })),
    onSuccess: changed,
  });
}

export function useWithdraw() {
  const changed = useChanged();
  return useMutation({
    mutationFn: async (id: string) => client.POST('/notices/{id}/withdraw', { params: { path: { id } } }),
    onSuccess: changed,
  });
}
