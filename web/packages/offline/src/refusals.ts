import type { Problem } from '@fourfold/api';

/** Whether a refusal bears a code of our server; a proxy's or another system's page says nothing about the work. */
export const isOurs = (problem: Problem) => problem.body.code !== undefined;

/** Statuses that say nothing about what was sent; another time it may fare better. */
export const isPassing = (status: number) => status >= 500 || status === 408 || status === 425 || status === 429;

/** The session is for something else, and sends nothing. */
export const isOfPurpose = (status: number, code: string | undefined) => status === 403 && code === 'purpose.missing';

/** The session's post may not do this: with another post the same may pass, and other things pass with this one. */
export const isOfPost = (status: number, code: string | undefined) => status === 403 && code === 'permission.missing';

/** Whether it waits for a permission that the session's post has not: it goes by itself with another, or is given up. */
export const isForbidden = ({ standing, forbidden }: { standing: string; forbidden?: boolean }) =>
  standing === 'waiting' && forbidden === true;
