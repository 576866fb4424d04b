import { isProblem } from '@fourfold/api';
import { isOurs } from './refusals.ts';

/**
 * How a round ended. `empty`: nothing is left that could go. `later`: something is left for another round. `more`: a
 * large file has come further and gave way, for there may be text to send.
 * `signed-out`: no session, or somebody else's. `not-allowed`: a session that may not send. `full`: the phone has no room
 * to remember what it sends. Whatever the end, what was not acknowledged stays.
 */
export type RoundEnd = 'empty' | 'more' | 'later' | 'elsewhere' | 'no-network' | 'signed-out' | 'not-allowed' | 'full';

/** What did not go well in this round, and is left for the next. */
export interface Round {
  owner: string;
  photos: Set<string>;
  targets: Set<string>;
  /** Ids of submissions, of their files that could not be attached, and of what letters are about. */
  forms: Set<string>;
  /** Those among them that the session's post may not send: another post may, and nothing else waits for them. */
  forbidden: Set<string>;
}

export const newRound = (owner: string): Round => ({
  owner,
  photos: new Set(),
  targets: new Set(),
  forms: new Set(),
  forbidden: new Set(),
});

/** How a round ends in which nothing is left that could go. */
export function endOf({ photos, targets, forms, forbidden }: Round): RoundEnd {
  const left = photos.size + targets.size + forms.size;
  if (left === 0) return 'empty';
  return left > forbidden.size ? 'later' : 'not-allowed';
}

export class RoundOver extends Error {
  readonly end: RoundEnd;

  constructor(end: RoundEnd) {
    super(end);
    this.end = end;
  }
}

/** How a problem that is not about what was sent ends a round. */
export function over(error: unknown): RoundOver {
  if (!isProblem(error)) throw error;
  if (error.status === 0) return new RoundOver('no-network');
  if (error.status === 401 && isOurs(error)) return new RoundOver('signed-out');
  if (error.status === 403 && isOurs(error)) return new RoundOver('not-allowed');
  return new RoundOver('later');
}
