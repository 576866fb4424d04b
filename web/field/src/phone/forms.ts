import { body, client, type Session } from '@fourfold/api';
import type { FormSchema, FormSpec, FormText } from '@fourfold/forms';
import type { KeptSubmission, KnownForm, OfflineDatabase, Submissions } from '@fourfold/offline';
import { useLive } from '@fourfold/offline/react';
import { soon } from './ask.ts';
import { useKept, useMe, usePhone } from './context.tsx';

/** A form in the list that the server gave last. */
export interface FormRow {
  code: string;
  title: FormText;
  version: number;
  emergencyOnly: boolean;
  /** Whether it may be filled, as far as the phone has heard. */
  open: boolean;
}

/** Pages of the list; a county has some dozens of forms. */
const pagesAtMost = 5;
const pageSize = 100;
const listKey = (owner: string) => `forms:${owner}`;

export const mayFill = ({ permissions }: Pick<Session, 'permissions'>): boolean => permissions.includes('forms.fill');

/**
 * Asks which forms there are and fetches the versions that are not here yet, so that all of them can be filled without
 * a network. A version that something on the phone was begun with stays.
 * @param forgetBefore what the server has had since before this is forgotten, Unix milliseconds
 */
export async function learnForms(
  db: OfflineDatabase,
  submissions: Submissions,
  owner: string,
  forgetBefore: number,
): Promise<void> {
  const { rows, isWhole } = await fetchList();
  for (const { code, version } of rows) {
    if (await db.forms.get([code, version])) continue;
    const path = { code, version };
    const found = body(await client.GET('/forms/{code}/versions/{version}', { params: { path }, ...soon() }));
    await db.forms.put({ code, version, spec: found.spec as FormSpec, schema: found.schema as FormSchema });
  }
  // The list last: what it names is here.
  await db.keep(listKey(owner), rows);
  const open = new Set(rows.flatMap((row) => (row.open ? [row.code] : [])));
  if (isWhole) await submissions.forgetOver(owner, open, Date.now());
  await submissions.prune(forgetBefore, new Set(rows.map(({ code, version }) => `${code}:${version}`)));
}

/** @returns whether it is all of them: what is missing is closed only then */
async function fetchList(): Promise<{ rows: FormRow[]; isWhole: boolean }> {
  const rows: FormRow[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < pagesAtMost; page++) {
    const query = { limit: pageSize, cursor };
    const answer = body(await client.GET('/forms', { params: { query }, ...soon() }));
    for (const { code, title, publishedVersion, emergencyOnly, open } of answer.items) {
      if (publishedVersion) rows.push({ code, title, version: publishedVersion, emergencyOnly, open });
    }
    if (!answer.next) return { rows, isWhole: true };
    cursor = answer.next;
  }
  return { rows, isWhole: false };
}

/** The forms this person may fill, as the server told last; undefined before the first time. */
export function useFormRows(): FormRow[] | undefined {
  return useKept<FormRow[]>(listKey(useMe().person.id));
}

/** What this person has begun, handed in and sent, newest first; undefined while the phone looks. */
export function useSubmissions(): KeptSubmission[] | undefined {
  const phone = usePhone();
  const owner = useMe().person.id;
  return useLive(async () => {
    const all = await phone.db.submissions.filter((one) => one.owner === owner).sortBy('id');
    return all.reverse();
  }, owner);
}

/** One of them with the version it was begun with; null when there is none, undefined while the phone looks. */
export function useSubmission(id: string): { kept: KeptSubmission; form: KnownForm | undefined } | null | undefined {
  const phone = usePhone();
  const owner = useMe().person.id;
  return useLive(async () => {
    const kept = await phone.db.submissions.get(id);
    if (kept?.owner !== owner) return null;
    return { kept, form: await phone.db.forms.get([kept.form, kept.version]) };
  }, `${owner}/${id}`);
}
