import { body, client } from '@fourfold/api';
import { useQuery } from '@tanstack/react-query';

/** As many closed cases are looked through; older ones are the case list's matter. */
const lookedThrough = 50;
const staleMilliseconds = 60_000;

/** The newest closed cases that this rule's alerts led to, save the one the alert is in. */
export function useSimilarCases(rule: string, except: string | null) {
  return useQuery({
    queryKey: ['cases', 'closed', 'newest'],
    staleTime: staleMilliseconds,
    queryFn: async () =>
      body(
        await client.GET('/cases', { params: { query: { scope: 'closed', order: 'newest', limit: lookedThrough } } }),
      ).items,
    select: (cases) =>
      cases.filter(({ id, title, outcome }) => outcome !== null && id !== except && title.parameters?.rule === rule),
  });
}
