import { body, client, isProblem } from '@fourfold/api';
import type { FormFault, FormSchema, FormSpec } from '@fourfold/forms';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

const pageSize = 100;

export const useForms = (all: boolean) =>
  useInfiniteQuery({
    queryKey: ['forms', 'list', all],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam }) => {
      const query = { ...(all ? { all } : {}), limit: pageSize, cursor: pageParam };
      return body(await client.GET('/forms', { params: { query } }));
    },
    getNextPageParam: (last) => last.next ?? undefined,
    select: (data) => data.pages.flatMap((page) => page.items),
  });

export const useForm = (code: string) =>
  useQuery({
    queryKey: ['forms', 'one', code],
    queryFn: async () => body(await client.GET('/forms/{code}', { params: { path: { code } } })),
  });

export const useVersions = (code: string) =>
  useInfiniteQuery({
    queryKey: ['forms', 'versions', code],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam }) => {
      const params = { path: { code }, query: { limit: pageSize, cursor: pageParam } };
      return body(await client.GET('/forms/{code}/versions', { params }));
    },
    getNextPageParam: (last) => last.next ?? undefined,
    select: (data) => data.pages.flatMap((page) => page.items),
  });

/** One version, which never changes. */
export const useVersion = (code: string, version: number | null) =>
  useQuery({
    queryKey: ['form-version', code, version],
    enabled: version !== null,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => {
      const path = { code, version: version ?? 0 };
      const found = body(await client.GET('/forms/{code}/versions/{version}', { params: { path } }));
      return found.spec as FormSpec;
    },
  });

/** A draft as it is in the server's hands. */
export interface Draft {
  spec: FormSpec;
  revision: number;
  savedAt: string | null;
}

/** Asked for once: while it is being changed nothing may change it under one's hands. */
export const useDraft = (code: string) =>
  useQuery({
    queryKey: ['form-draft', code],
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    queryFn: async (): Promise<Draft> =>
      draftOf(await client.GET('/forms/{code}/draft', { params: { path: { code } } })),
  });

interface DraftView {
  spec: unknown;
  revision: number;
  savedAt?: string | null;
}

const read = ({ spec, revision, savedAt }: DraftView): Draft => ({
  spec: spec as FormSpec,
  revision,
  savedAt: savedAt ?? null,
});

const draftOf = (result: { data?: DraftView }): Draft => read(body(result));

/** What somebody else saved first, when that is why a save was refused. */
export function theirs(error: unknown): Draft | null {
  if (!isProblem(error, 'revision.stale')) return null;
  return error.body.current ? read(error.body.current as DraftView) : null;
}

/** Faults that a refusal to publish names. */
export function faultsOf(error: unknown): FormFault[] {
  const faults = isProblem(error, 'form.faulty') ? (error.parameters as Record<string, unknown>).faults : null;
  return Array.isArray(faults) ? (faults as FormFault[]) : [];
}

export function useSaveDraft() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ code, spec, revision }: { code: string; spec: FormSpec; revision: number }) =>
      body(await client.PUT('/forms/{code}/draft', { params: { path: { code } }, body: { spec, revision } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['forms'] }),
  });
}

export function usePublish() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (wish: { code: string; revision: number; assessmentNumber: string | null }) => {
      const { code, ...asked } = wish;
      return body(await client.POST('/forms/{code}/publish', { params: { path: { code } }, body: asked }));
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['forms'] }),
  });
}

export function useRetire() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (code: string) => client.POST('/forms/{code}/retire', { params: { path: { code } } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['forms'] }),
  });
}

interface Checked {
  spec: FormSpec;
  faults: FormFault[];
  schema: FormSchema | null;
}

/** What is wrong with a form as it is now, and what phones would judge by. Nothing is saved. */
export const useChecked = (spec: FormSpec) =>
  useQuery<Checked>({
    queryKey: ['form-check', spec],
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: (before) => before,
    queryFn: async ({ signal }) => {
      const checked = body(await client.POST('/forms/check', { body: { spec }, signal }));
      return { spec, faults: checked.faults as FormFault[], schema: (checked.schema ?? null) as FormSchema | null };
    },
  });

/** Reads a workbook. Nothing is saved. */
export const useImport = () =>
  useMutation({
    mutationFn: async (file: File) => {
      const result = await client.POST('/forms/imports', {
        body: file as never,
        bodySerializer: (content) => content as never,
        headers: { 'Content-Type': 'application/octet-stream' },
      });
      const { spec, notes, faults } = body(result);
      return { spec: (spec ?? null) as FormSpec | null, notes: notes as FormFault[], faults: faults as FormFault[] };
    },
  });
