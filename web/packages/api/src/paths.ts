import type { paths as Described } from './generated.ts';
import type { MapShape } from './shapes.ts';

type Get<Answer> = {
  get: { responses: { 200: { content: { 'application/json': Answer } } } };
};

/** The routes of `docs/reference/openapi.json` without the prefix that the client adds to each. */
type Routes = { [Path in keyof Described as Path extends `/api/v1${infer Rest}` ? Rest : never]: Described[Path] };

/** GeoJSON is described by RFC 7946, not again by us. */
export type paths = Omit<Routes, '/map/land' | '/map/rings'> & {
  '/map/land': Get<MapShape>;
  '/map/rings': Get<MapShape>;
};
