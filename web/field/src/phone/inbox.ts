import { body, client, type Notice, type Question, type ReadyAnswer, type Session } from '@fourfold/api';
import type { OfflineDatabase, QueuedLetter } from '@fourfold/offline';
import { useLive } from '@fourfold/offline/react';
import { soon } from './ask.ts';
import { useKept, useMe, usePhone } from './context.tsx';

/** What residents asked, as the server told last. */
interface KeptQuestions {
  items: Question[];
  /** The server's time then: what changed since is asked for the next time. */
  since: string;
  /** When all of it was fetched, so that what is not one's own any more goes; Unix milliseconds. */
  wholeAt: number;
}

const keptAtMost = 100;
/** Each look at all of it is written down, so it is seldom; between, only what changed is asked for. */
const wholeMilliseconds = 1_800_000;

const questionsKey = (owner: string) => `questions:${owner}`;
const noticesKey = (owner: string) => `notices:${owner}`;
const readyKey = (owner: string) => `readyAnswers:${owner}`;

type May = Pick<Session, 'permissions'>;
export const mayAnswer = ({ permissions }: May): boolean => permissions.includes('questions.answer');
export const hasInbox = ({ permissions }: May): boolean =>
  permissions.includes('questions.answer') || permissions.includes('notices.read');

/** What came since the phone looked last: ids of questions that wait, and of notices. */
export interface Arrived {
  questions: string[];
  notices: string[];
}

/** Asks for questions and notices, and keeps them for when there is no network. */
export async function learnInbox(db: OfflineDatabase, session: Session, now: number): Promise<Arrived> {
  const owner = session.person?.id ?? '';
  const questions = mayAnswer(session) ? await learnQuestions(db, owner, now) : [];
  const notices = session.permissions.includes('notices.read') ? await learnNotices(db, owner) : [];
  return { questions, notices };
}

async function learnQuestions(db: OfflineDatabase, owner: string, now: number): Promise<string[]> {
  const known = await db.recall<KeptQuestions>(questionsKey(owner));
  const whole = !known || now - known.wholeAt > wholeMilliseconds;
  const query = { limit: keptAtMost, ...(whole ? {} : { changedSince: known.since }) };
  const answer = body(await client.GET('/questions', { params: { query }, ...soon() }));
  const before = new Map((known?.items ?? []).map((one) => [one.id, one]));
  const items = whole ? answer.items : merged(before, answer.items);
  const kept = { items, since: answer.now, wholeAt: whole ? now : known.wholeAt } satisfies KeptQuestions;
  await db.keep(questionsKey(owner), kept);
  if (!(await db.recall(readyKey(owner))) || whole) await learnReadyAnswers(db, owner);
  if (!known) return [];
  return items
    .filter((one) => one.state === 'open' && before.get(one.id)?.revision !== one.revision)
    .map(({ id }) => id);
}

/** The newest first, as the server gives them. */
function merged(before: ReadonlyMap<string, Question>, changed: readonly Question[]): Question[] {
  const all = new Map([...before, ...changed.map((one) => [one.id, one] as const)]);
  return [...all.values()].sort((a, b) => b.askedAt.localeCompare(a.askedAt)).slice(0, keptAtMost);
}

export async function learnReadyAnswers(db: OfflineDatabase, owner: string): Promise<void> {
  await db.keep(readyKey(owner), body(await client.GET('/ready-answers', soon())).items);
}

async function learnNotices(db: OfflineDatabase, owner: string): Promise<string[]> {
  const known = await db.recall<Notice[]>(noticesKey(owner));
  const { items } = body(await client.GET('/notices', soon()));
  await db.keep(noticesKey(owner), items);
  if (!known) return [];
  const before = new Set(known.map(({ id }) => id));
  return items.filter(({ id, readAt }) => !readAt && !before.has(id)).map(({ id }) => id);
}

/** The next person with this phone sees nothing of it; what was not sent stays, unseen, for its owner. */
export async function forgetInbox(db: OfflineDatabase, owner: string): Promise<void> {
  await db.kept.bulkDelete([questionsKey(owner), noticesKey(owner), readyKey(owner)]);
}

export interface ShownLine {
  byResident: boolean;
  name: string | null;
  text: string;
  at: string;
  /** Where one of ours stands that the server has not told of yet. */
  letter?: QueuedLetter;
}

export interface ShownQuestion extends Omit<Question, 'lines'> {
  lines: ShownLine[];
  /** That it is ended waits to be sent. */
  closing: boolean;
}

/** A question as it stands with what was not sent yet. */
export function withLetters(question: Question, letters: readonly QueuedLetter[]): ShownQuestion {
  const there = new Set(question.lines.map(({ id }) => id));
  const own = letters.filter(
    ({ about, kind, id, standing }) =>
      about === question.id && kind === 'question.answer' && standing !== 'dropped' && !there.has(id),
  );
  const lines: ShownLine[] = [
    ...question.lines.map(({ byResident, name, text, at }) => ({ byResident, name: name ?? null, text, at })),
    ...own.map((letter) => ({
      byResident: false,
      name: null,
      text: String(letter.body.text ?? ''),
      at: letter.writtenAt,
      letter,
    })),
  ];
  const closing = letters.some(
    ({ about, kind, standing }) => about === question.id && kind === 'question.close' && standing === 'waiting',
  );
  const answered = question.state === 'open' && own.some(({ standing }) => standing !== 'refused');
  return { ...question, lines, closing, state: closing ? 'closed' : answered ? 'answered' : question.state };
}

function useLetters(): QueuedLetter[] | undefined {
  const phone = usePhone();
  const owner = useMe().person.id;
  return useLive(() => phone.db.letters.filter((letter) => letter.owner === owner).sortBy('id'), owner);
}

/** What residents asked, the newest first; undefined before the phone has looked. */
export function useQuestions(): ShownQuestion[] | undefined {
  const kept = useKept<KeptQuestions>(questionsKey(useMe().person.id));
  const letters = useLetters();
  return kept && letters ? kept.items.map((question) => withLetters(question, letters)) : undefined;
}

/** Those that wait for this person's answer; none for who answers nobody. */
export function useWaitingQuestions(): ShownQuestion[] {
  return useQuestions()?.filter(({ state }) => state === 'open') ?? [];
}

/** Notices that are on, with what this phone knows of being read. */
export function useNotices(): Notice[] | undefined {
  const kept = useKept<Notice[]>(noticesKey(useMe().person.id));
  const letters = useLetters();
  if (!kept || !letters) return undefined;
  const read = new Map(letters.filter(({ kind }) => kind === 'notice.read').map((one) => [one.about, one.writtenAt]));
  return kept.map((notice) => ({ ...notice, readAt: notice.readAt ?? read.get(notice.id) ?? null }));
}

/** The unit's own answers. */
export function useReadyAnswers(): ReadyAnswer[] {
  return useKept<ReadyAnswer[]>(readyKey(useMe().person.id)) ?? [];
}

/** How many things wait for this person. */
export function useUnread(): number {
  const open = useWaitingQuestions().length;
  const notices = useNotices()?.filter(({ readAt }) => !readAt).length ?? 0;
  return open + notices;
}
