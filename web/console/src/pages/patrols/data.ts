import { body, client, type PatrolPlan, type PatrolPlanChange, type PatrolPlanDraft, uuidV7 } from '@fourfold/api';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';

const pageSize = 50;

/** Plans in force, by their place. */
export const usePatrolPlans = () =>
  useInfiniteQuery({
    queryKey: ['patrol-plans'],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam }) =>
      body(await client.GET('/patrol-plans', { params: { query: { limit: pageSize, cursor: pageParam } } })),
    getNextPageParam: (last) => last.next ?? undefined,
    select: (data) => data.pages.flatMap((page) => page.items),
  });

function useChanged<T>(change: (given: T) => Promise<PatrolPlan>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () => queries.invalidateQueries({ queryKey: ['patrol-plans'] }),
  });
}

/** A new plan, or another shape of one there is. */
export const useSavePlan = () =>
  useChanged(async (given: { before: PatrolPlan | null; draft: PatrolPlanDraft }) => {
    const { before, draft } = given;
    if (!before)
      return body(
        await client.POST('/patrol-plans', { body: draft, headers: { 'Idempotency-Key': uuidV7(Date.now()) } }),
      );
    const { gridId: _grid, ...rest } = draft;
    const change: PatrolPlanChange = {
      name: rest.name,
      points: rest.points,
      everyDays: rest.everyDays ?? before.everyDays,
      byHour: rest.byHour ?? before.byHour,
      expectedRevision: before.revision,
    };
    return body(await client.PUT('/patrol-plans/{id}', { params: { path: { id: before.id } }, body: change }));
  });

export const useEndPlan = () =>
  useChanged(async (plan: PatrolPlan) =>
    body(
      await client.POST('/patrol-plans/{id}/end', {
        params: { path: { id: plan.id } },
        body: { expectedRevision: plan.revision },
      }),
    ),
  );
