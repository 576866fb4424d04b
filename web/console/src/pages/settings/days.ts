/**
 * The instant at which a day begins where the screen stands, `later` days on; undefined for what is no date.
 * @param date `YYYY-MM-DD`, as a date field gives it
 */
export function dayStart(date: string, later: number): string | undefined {
  const local = date ? new Date(`${date}T00:00`) : null;
  if (!local || Number.isNaN(local.getTime())) return undefined;
  local.setDate(local.getDate() + later);
  return local.toISOString();
}
