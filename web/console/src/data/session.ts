import { body, client, isProblem, type Purpose, type Session, type SignIn } from '@fourfold/api';
import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

export const sessionKey = ['session'] as const;

/** The session, null when nobody is signed in, undefined while we do not know yet. */
export function useSession() {
  return useQuery<Session | null>({
    queryKey: sessionKey,
    staleTime: 5 * 60_000,
    retry: (count, error) => isProblem(error, 'network') || count < 1,
    queryFn: async () => {
      try {
        return body(await client.GET('/session'));
      } catch (error) {
        if (isProblem(error) && error.status === 401) return null;
        throw error;
      }
    },
  });
}

/** Where the session is known to exist. */
export function useSignedIn(): Session {
  const { data } = useSession();
  if (!data) throw new Error('useSignedIn outside a session');
  return data;
}

export function useMay(): (permission: string) => boolean {
  const { permissions } = useSignedIn();
  return (permission) => permissions.includes(permission);
}

/** Another person, or nobody: nothing the last one saw stays. The session's own query is watched, so it stays. */
export function begin(queries: QueryClient, session: Session | null): void {
  queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionKey[0] });
  queries.setQueryData(sessionKey, session);
}

export function useSignIn() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (signIn: SignIn) => body(await client.POST('/session', { body: signIn })),
    onSuccess: (session) => begin(queries, session),
  });
}

/** Proves again who sits here, without throwing away what is on screen. */
export function useUnlock() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (signIn: SignIn) => body(await client.POST('/session', { body: signIn })),
    onSuccess: (session) => queries.setQueryData(sessionKey, session),
  });
}

export function useSignOut() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async () => client.DELETE('/session'),
    onSettled: () => begin(queries, null),
  });
}

export function useChangePurpose() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (change: { purpose: Purpose; note?: string; postId?: string }) =>
      body(await client.PUT('/session/purpose', { body: change })),
    onSuccess: async (session) => {
      queries.setQueryData(sessionKey, session);
      await queries.invalidateQueries({ predicate: (query) => query.queryKey[0] !== sessionKey[0] });
    },
  });
}
