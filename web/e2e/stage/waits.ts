/** Limits for a machine that is very slow, never measurements. */
export const waitMilliseconds = 60_000;
/** Alerts of the demonstration come within two minutes; a slow machine may take longer. */
export const alertMilliseconds = 240_000;
