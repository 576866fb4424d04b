/** Below this the two clocks agree, as far as anybody on the way notices. */
const noticedMilliseconds = 60_000;

/**
 * How far the phone's clock is ahead (negative) or behind (positive) the server's, milliseconds; 0 when they agree.
 * @param asked when the question left, by the phone's clock
 * @param heard when the answer came
 * @param server what the server's clock said in between, ISO 8601
 */
export function clockGap(asked: number, heard: number, server: string | undefined): number {
  const gap = Date.parse(server ?? '') - (asked + heard) / 2;
  // On a weak line the question or the answer may have taken all of the time between.
  const doubt = (heard - asked) / 2;
  return Number.isFinite(gap) && Math.abs(gap) > noticedMilliseconds + doubt ? Math.round(gap) : 0;
}
