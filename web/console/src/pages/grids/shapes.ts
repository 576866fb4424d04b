import type { GridItem, GridMap } from '@fourfold/api';
import { type Corner, mostCorners, type Outline, outlineOf } from '@fourfold/map';
import type { Feature, FeatureCollection, Geometry } from 'geojson';
import type { Area, Mark, Standing, Window } from './drawn.ts';

/** The boundary of an answer as GeoJSON; null while there is none. */
export const areaOf = (geometry: unknown): Area | null => (geometry ?? null) as Area | null;

const collection = (features: Feature[]): FeatureCollection => ({ type: 'FeatureCollection', features });

const feature = (geometry: Geometry, properties: Record<string, unknown>): Feature => ({
  type: 'Feature',
  properties,
  geometry,
});

/**
 * Boundaries of a window with their names, the chosen one marked; `quiet` leaves its name out, where something else is
 * written. Where there are too many of them, the outlines of the places they are in.
 */
export function mapData(
  map: GridMap | undefined,
  chosen: string | null,
  { standing, quiet = false }: { standing?: Standing; quiet?: boolean } = {},
): FeatureCollection {
  const drawn = (map?.grids ?? []).flatMap((grid): Feature[] => {
    const area = areaOf(grid.geometry);
    if (!area) return [];
    const stands = standing?.get(grid.id);
    const said = { kind: 'watch', active: true, chosen: grid.id === chosen, id: grid.id, tone: stands?.tone ?? '' };
    const text = stands ? `${grid.name}\n${stands.text}` : grid.name;
    if (quiet && said.chosen) return [feature(area, said)];
    return [feature(area, said), feature({ type: 'Point', coordinates: middleOf(area) }, { ...said, text })];
  });
  const places = (map?.clusters ?? []).flatMap(({ areaCode, geometry }): Feature[] => {
    const area = areaOf(geometry);
    return area ? [feature(area, { kind: 'watch', active: false, chosen: false, id: areaCode, tone: '' })] : [];
  });
  return collection([...places, ...drawn]);
}

/** Where there are too many to draw: a number for each township or county, the larger ones first. */
export const clusterData = (map: GridMap | undefined): FeatureCollection =>
  collection(
    (map?.clusters ?? []).map(({ name, areaCode, grids, position, geometry }) => {
      const area = areaOf(geometry);
      const at = area ? middleOf(area) : [position.longitude, position.latitude];
      return feature(
        { type: 'Point', coordinates: at },
        { text: `${name ?? areaCode} ${grids}`, level: 0, priority: grids },
      );
    }),
  );

/** What a panel points at, as the map draws it. */
export const marksData = (marks: readonly Mark[]): FeatureCollection =>
  collection(
    marks.flatMap(({ area, line, place, text, tone }) => {
      const at = place ?? (area && text ? middleOf(area) : null);
      return [
        ...(area ? [feature(area, { tone })] : []),
        ...(line ? [feature({ type: 'LineString', coordinates: [...line] }, { tone })] : []),
        ...(at ? [feature({ type: 'Point', coordinates: at }, { tone, text: text ?? '' })] : []),
      ];
    }),
  );

const polygonsOf = (area: Area) => (area.type === 'Polygon' ? [area.coordinates] : area.coordinates);

/** The centroid of the largest part: where a name is read as the area's. */
export function middleOf(area: Area): Corner {
  const rings = polygonsOf(area).map(([ring = []]) => centroid(ring));
  const largest = rings.reduce((best, one) => (one.size > best.size ? one : best), { size: -1, at: [0, 0] as Corner });
  return largest.at;
}

function centroid(ring: readonly (readonly number[])[]): { size: number; at: Corner } {
  const [ox = 0, oy = 0] = ring[0] ?? [];
  let [doubled, x, y] = [0, 0, 0];
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay] = [(ring[i - 1]?.[0] ?? 0) - ox, (ring[i - 1]?.[1] ?? 0) - oy];
    const [bx, by] = [(ring[i]?.[0] ?? 0) - ox, (ring[i]?.[1] ?? 0) - oy];
    const cross = ax * by - bx * ay;
    doubled += cross;
    x += (ax + bx) * cross;
    y += (ay + by) * cross;
  }
  return { size: Math.abs(doubled), at: doubled === 0 ? [ox, oy] : [ox + x / (3 * doubled), oy + y / (3 * doubled)] };
}

/** The box around everything on the map; null where there is nothing. */
export function boxOfMap(map: GridMap): Window | null {
  const areas = [...map.grids, ...map.clusters].flatMap(({ geometry }) => {
    const area = areaOf(geometry);
    return area ? polygonsOf(area) : [];
  });
  const places = map.clusters.map(({ position }): number[] => [position.longitude, position.latitude]);
  return boxOf({ type: 'MultiPolygon', coordinates: [...areas, [places]] });
}

/** Corners of all grids on the map but one: what a drawn corner snaps to. */
export const cornersOf = (map: GridMap | undefined, without: string | null): Corner[] =>
  (map?.grids ?? [])
    .filter((grid) => grid.id !== without)
    .flatMap((grid) => {
      const area = areaOf(grid.geometry);
      return area ? polygonsOf(area).flatMap((rings) => rings.flat() as Corner[]) : [];
    });

/** A name of a part: the whole's, with a number. */
export const partName = (grid: Pick<GridItem, 'name'>, index: number) =>
  index === 0 ? grid.name : `${grid.name.slice(0, 56)}-${index + 1}`;

/** The box around an area, or null for none. */
export function boxOf(area: Area | null): Window | null {
  const places = area ? (area.type === 'Polygon' ? area.coordinates : area.coordinates.flat()).flat() : [];
  if (places.length === 0) return null;
  const [longitudes, latitudes] = [places.map(([x = 0]) => x), places.map(([, y = 0]) => y)];
  return [Math.min(...longitudes), Math.min(...latitudes), Math.max(...longitudes), Math.max(...latitudes)];
}

/** The one ring that the editor can change; null where there are islands or holes, or too many corners, which a file brings. */
export function editable(area: Area | null): Outline | null {
  if (!area) return [];
  const polygons = polygonsOf(area);
  const only = polygons.length === 1 ? polygons[0] : undefined;
  const outline = only?.length === 1 ? outlineOf({ type: 'Polygon', coordinates: only }) : null;
  return outline && outline.length <= mostCorners ? outline : null;
}

/** The grid a place lies in: the first whose edge it is inside of. */
export function gridAt(map: GridMap | undefined, [x, y]: Corner): string | null {
  for (const grid of map?.grids ?? []) {
    const area = areaOf(grid.geometry);
    if (!area) continue;
    // Even-odd over all rings takes holes off by itself.
    if (polygonsOf(area).some((rings) => rings.reduce((inside, ring) => inside !== within(ring, x, y), false)))
      return grid.id;
  }
  return null;
}

function within(ring: readonly (readonly number[])[], x: number, y: number): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi = 0, yi = 0] = ring[i] ?? [];
    const [xj = 0, yj = 0] = ring[j] ?? [];
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
}
