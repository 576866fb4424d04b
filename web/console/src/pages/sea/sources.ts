import type { TrackDossier } from '@fourfold/api';

type Feed = TrackDossier['feeds'][number];

/** What measures a vessel, the newest first, each as old as it is now: the answer that told it was written a while ago. */
export const agedSources = (feeds: readonly Feed[], milliseconds: number): Feed[] =>
  feeds
    .map((feed) => ({ ...feed, ageSeconds: feed.ageSeconds + Math.max(0, milliseconds) / 1000 }))
    .sort((a, b) => a.ageSeconds - b.ageSeconds);
