import { body, client, isProblem, type ReportedCase, type Session } from '@fourfold/api';
import type { OfflineDatabase } from '@fourfold/offline';
import { soon } from './ask.ts';
import { useKept, useMe } from './context.tsx';
import { mayTell } from './told.ts';

/** The newest reports that are kept; older ones nobody asks for in the field. */
const reportsAtMost = 20;
const reportedKey = (person: string) => `reported:${person}`;

/** Keeps how one's own reports stand; good to have, and nothing else waits for it. */
export async function learnReported(db: OfflineDatabase, session: Session, isOurs: () => boolean): Promise<void> {
  if (!mayTell(session)) return;
  try {
    const query = { limit: reportsAtMost };
    const { items } = body(await client.GET('/cases/reported', { params: { query }, ...soon() }));
    if (isOurs()) await db.keep(reportedKey(session.person.id), items satisfies ReportedCase[]);
  } catch (error) {
    if (!isProblem(error)) console.error(error);
  }
}

/** One's own reports as the server told of them last, the newest first. */
export const useReported = (): ReportedCase[] => useKept<ReportedCase[]>(reportedKey(useMe().person.id)) ?? [];
