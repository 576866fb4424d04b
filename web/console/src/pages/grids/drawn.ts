import type { View } from '@fourfold/live';
import type { Corner } from '@fourfold/map';
import type { MultiPolygon, Polygon } from 'geojson';

/** What a map shows: degrees, west, south, east, north. */
export type Window = View;

export type Area = Polygon | MultiPolygon;

/** As in the design's palette; the word beside it says the same. */
export type Tone = 'l1' | 'l2' | 'l3' | 'l4' | 'ok' | 'accent';

/** How a grid is to stand out, by its id: a tone, and words that say it too. */
export type Standing = ReadonlyMap<string, { tone: Tone; text: string }>;

/** Something the map points at: an area, a line, a place with a word, or any of them together. */
export interface Mark {
  area?: Area | null;
  line?: readonly Corner[];
  place?: Corner | null;
  text?: string;
  tone: Tone;
}
