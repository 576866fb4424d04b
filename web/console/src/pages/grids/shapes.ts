import type { GridFault, GridMap } from '@fourfold/api';
import { type Corner, type Outline, outlineOf } from '@fourfold/map';
import type { Feature, FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import type { Window } from './data.ts';

type Area = Polygon | MultiPolygon;

const collection = (features: Feature[]): FeatureCollection => ({ type: 'FeatureCollection', features });

const point = ({ latitude, longitude }: { latitude: number; longitude: number }): Corner => [longitude, latitude];

/** Boundaries of a window with the chosen one marked, or, of many, a number for each township or county; then the faults over them. */
export function mapData(map: GridMap | undefined, chosen: string | null, faults: readonly GridFault[]) {
  const drawn = (map?.grids ?? []).flatMap((grid): Feature[] =>
    grid.geometry
      ? [
          {
            type: 'Feature',
            properties: { text: grid.name, kind: 'watch', active: true, chosen: grid.id === chosen, id: grid.id },
            geometry: grid.geometry as unknown as Area,
          },
        ]
      : [],
  );
  const clusters = (map?.clusters ?? []).map(
    (cluster): Feature => ({
      type: 'Feature',
      properties: { text: `${cluster.name ?? cluster.areaCode} ${cluster.grids}`, kind: 'watch', active: true },
      geometry: { type: 'Point', coordinates: point(cluster.position) },
    }),
  );
  const wrong = faults.flatMap((fault, index): Feature[] => [
    ...(fault.geometry
      ? [
          {
            type: 'Feature' as const,
            properties: { kind: 'closed', active: true, chosen: true },
            geometry: fault.geometry as unknown as Area,
          },
        ]
      : []),
    ...(fault.place
      ? [
          {
            type: 'Feature' as const,
            properties: { text: `${index + 1}`, kind: 'closed', active: true },
            geometry: { type: 'Point' as const, coordinates: point(fault.place) },
          },
        ]
      : []),
  ]);
  return collection([...drawn, ...clusters, ...wrong]);
}

/** The box around an area, or null for none. */
export function boxOf(area: Area | null): Window | null {
  const places = area ? (area.type === 'Polygon' ? area.coordinates : area.coordinates.flat()).flat() : [];
  if (places.length === 0) return null;
  const [longitudes, latitudes] = [places.map(([x = 0]) => x), places.map(([, y = 0]) => y)];
  return [Math.min(...longitudes), Math.min(...latitudes), Math.max(...longitudes), Math.max(...latitudes)];
}

/** The one ring that the editor can change; null where there are islands or holes, which a file brings. */
export function editable(area: Area | null): Outline | null {
  if (!area) return [];
  const polygons = area.type === 'Polygon' ? [area.coordinates] : area.coordinates;
  const only = polygons.length === 1 ? polygons[0] : undefined;
  return only?.length === 1 ? outlineOf({ type: 'Polygon', coordinates: only }) : null;
}

/** The grid a place lies in: the first whose edge it is inside of. */
export function gridAt(map: GridMap | undefined, [x, y]: Corner): string | null {
  for (const grid of map?.grids ?? []) {
    const area = grid.geometry as unknown as Area | null;
    if (!area) continue;
    const polygons = area.type === 'Polygon' ? [area.coordinates] : area.coordinates;
    // Even-odd over all rings takes holes off by itself.
    if (polygons.some((rings) => rings.reduce((inside, ring) => inside !== within(ring, x, y), false))) return grid.id;
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
