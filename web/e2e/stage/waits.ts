/** Limits for a machine that is very slow, never measurements. */
export const waitMilliseconds = 60_000;
/** Alerts of the demonstration come within two minutes; a slow machine may take longer. */
export const alertMilliseconds = 240_000;
/** What a phone gathered goes out by itself; on a slow machine with waits between its tries. */
export const settleMilliseconds = 180_000;
/** For what a page shows a moment after it was asked to. */
export const settles = { timeout: waitMilliseconds, interval: 50 };
