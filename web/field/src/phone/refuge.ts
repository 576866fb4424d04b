/**
 * Where words go for which the phone's database has no room. Browsers grant a few megabytes here apart from it, which
 * pictures cannot use up; so they are still there when the phone was restarted.
 */
const prefix = 'fourfold.words:';

/** Keeps changed fields of a draft beside what is there. @returns whether there was room even for that */
export function shelter(draft: string, part: object): boolean {
  try {
    localStorage.setItem(prefix + draft, JSON.stringify({ ...sheltered(draft), ...part }));
    return true;
  } catch (error) {
    console.error(error);
    return false;
  }
}

/** What was kept so; undefined when nothing was. */
export function sheltered<T>(draft: string): Partial<T> | undefined {
  try {
    const text = localStorage.getItem(prefix + draft);
    return text ? (JSON.parse(text) as Partial<T>) : undefined;
  } catch {
    return undefined;
  }
}

/** It lies in the database now, or was handed in. */
export function unshelter(draft: string): void {
  localStorage.removeItem(prefix + draft);
}

/** Under what the answers of a form are kept so. */
export const formRefuge = (id: string): string => `form:${id}`;

/** Forgets answers whose draft is gone, in another tab or because its time was over: they may say something of people. */
export async function sweepForms(isDraft: (id: string) => Promise<boolean>): Promise<void> {
  const forms = prefix + formRefuge('');
  for (const key of Object.keys(localStorage))
    if (key.startsWith(forms) && !(await isDraft(key.slice(forms.length)))) localStorage.removeItem(key);
}
