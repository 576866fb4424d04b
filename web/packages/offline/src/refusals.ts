import type { Problem } from '@fourfold/api';

/** Whether a refusal bears a code of our server; a proxy's or another system's page says nothing about the work. */
export const isOurs = (problem: Problem) => problem.body.code !== undefined;

/** Statuses that say nothing about what was sent; another time it may fare better. */
export const isPassing = (status: number) => status >= 500 || status === 408 || status === 425 || status === 429;

/** Refusals that concern the session and not what was sent: the same may pass after signing in again. */
export const isOfSession = (status: number, code: string | undefined) =>
  status === 403 && (code === 'permission.missing' || code === 'purpose.missing');
