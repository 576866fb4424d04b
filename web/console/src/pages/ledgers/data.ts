import { body, client } from '@fourfold/api';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';

const pageSize = 50;

/** A month of a ledger, of an area or of all of one's own. */
export interface LedgerQuestion {
  code: string;
  month: string;
  area?: string;
}

/** The ledgers there are. */
export const useLedgers = () =>
  useQuery({
    queryKey: ['ledgers'],
    queryFn: async () => body(await client.GET('/ledgers')).items,
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Its lines, the newest first. */
export const useLedger = ({ code, month, area }: LedgerQuestion) =>
  useInfiniteQuery({
    queryKey: ['ledgers', code, month, area],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam }) => {
      const query = { month, area, limit: pageSize, cursor: pageParam };
      return body(await client.GET('/ledgers/{code}', { params: { path: { code }, query } }));
    },
    getNextPageParam: (last) => last.next ?? undefined,
    select: (data) => data.pages.flatMap((page) => page.items),
  });

/** Where the month is given out as a file. */
export function exportAddress({ code, month, area }: LedgerQuestion, format: 'csv' | 'xlsx'): string {
  const query = new URLSearchParams({ month, format, ...(area ? { area } : {}) });
  return `/api/v1/ledgers/${code}/export?${query}`;
}
