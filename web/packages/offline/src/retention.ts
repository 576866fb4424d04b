import type { FormItem, FormSpec } from '@fourfold/forms';
import type { KeptSubmission } from './database.ts';

/** Where a form says of no answer how long it is kept. */
const usualDays = 30;
const dayMilliseconds = 86_400_000;

const all = (items: readonly FormItem[]): FormItem[] => items.flatMap((one) => [one, ...all(one.items ?? [])]);

/**
 * Until when a draft stays on the phone that cannot be handed in because an emergency is over: as long as the server
 * would keep the longest kept of its answers.
 * @returns Unix milliseconds, by the phone's clock; null for a form that asks for no emergency, which stays
 */
export function draftEnds(
  { changedAt }: Pick<KeptSubmission, 'changedAt'>,
  { emergencyOnly, items }: Pick<FormSpec, 'emergencyOnly' | 'items'>,
): number | null {
  if (!emergencyOnly) return null;
  const days = all(items).flatMap(({ personal }) => personal?.retentionDays ?? []);
  return Date.parse(changedAt) + (days.length > 0 ? Math.max(...days) : usualDays) * dayMilliseconds;
}
