import type { Alert, TrackDossier, TrailPoint, Zone } from '@fourfold/api';
import { type LiveClient, motionAt, type Picture, placeOf, type View } from '@fourfold/live';
import { inView, namesFromZoom } from '@fourfold/map';
import type { Feature, FeatureCollection, Position } from 'geojson';
import type { Scope } from '../../shell/scope.tsx';
import type { Words } from '../../words.ts';
import { open } from './open.ts';

const mostLabels = 200;
/** Farther out only the two gravest levels are written. */
const quietBelowZoom = 8;
/** A trail shows a dot and a clock time at equal steps. */
const stepMinutes = 5;

const collection = (features: Feature[]): FeatureCollection => ({ type: 'FeatureCollection', features });

/** The chosen vessel's last twenty minutes, dots at equal time steps. */
export function trailData(
  track: TrackDossier | undefined,
  level: number,
  time: (at: string) => string,
): FeatureCollection {
  if (!track || track.trail.length < 2) return collection([]);
  const at = ({ position }: TrailPoint): Position => [position.longitude, position.latitude];
  const features: Feature[] = [
    {
      type: 'Feature',
      properties: { level },
      geometry: { type: 'LineString', coordinates: track.trail.map(at) },
    },
  ];
  let lastStep = Number.NaN;
  for (const point of track.trail) {
    const step = Math.floor(Date.parse(point.at) / (stepMinutes * 60_000));
    if (step === lastStep) continue;
    const first = Number.isNaN(lastStep);
    lastStep = step;
    features.push({
      type: 'Feature',
      properties: { level, text: first ? '' : time(point.at) },
      geometry: { type: 'Point', coordinates: at(point) },
    });
  }
  return collection(features);
}

export function zoneData(zones: readonly Zone[], chosen: string | null): FeatureCollection {
  return collection(
    zones.map(({ id, name, kind, active, geometry }) => ({
      type: 'Feature',
      properties: { text: name, kind, active, chosen: id === chosen },
      geometry,
    })),
  );
}

/** Names of the places around: one's own area's parts. */
export function placeData(choices: readonly Scope[]): FeatureCollection {
  return collection(
    choices.flatMap(({ code, name, centroid }) =>
      code && centroid
        ? [
            {
              type: 'Feature' as const,
              properties: { text: name, rank: 1 },
              geometry: { type: 'Point' as const, coordinates: [centroid.longitude, centroid.latitude] },
            },
          ]
        : [],
    ),
  );
}

export interface LabelOptions {
  live: LiveClient;
  picture: Picture;
  alerts: readonly Alert[];
  view: View;
  zoom: number;
  names: boolean;
  /** Slot that has a box of its own, so that its label is left out. */
  chosen: number | null;
  say: Words;
  letter(shipClass: string): string;
}

/** At most 200 labels, alerts first; asked for once a second. */
export function labelData(options: LabelOptions): FeatureCollection {
  const { live, picture, view, zoom, names } = options;
  const features = alertLabels(options);
  if (!names || zoom < namesFromZoom) return collection(features);
  const places = inView(picture, ...view, mostLabels - features.length);
  live.identify(places.map((place) => picture.slots[place] ?? 0));
  for (const place of places) {
    const { slot, longitude, latitude, level } = motionAt(picture, place);
    if (level > 0 || slot === options.chosen) continue;
    const identity = live.identity(slot);
    const name = identity?.name || (identity?.mmsi ? String(identity.mmsi) : '');
    const text = `${identity ? options.letter(identity.shipClass) : ''} ${name}`.trim();
    if (text) features.push(label(longitude, latitude, text, 0, 0));
  }
  return collection(features);
}

function alertLabels({ picture, alerts, say, zoom, chosen }: LabelOptions): Feature[] {
  return gravest(alerts)
    .slice(0, mostLabels)
    .map((alert) => {
      const place = alert.slot === null || alert.slot === undefined ? -1 : placeOf(picture, alert.slot);
      const { longitude, latitude } = place < 0 ? alert.position : motionAt(picture, place);
      const first = alert.reasons[0];
      const boxed = chosen !== null && alert.slot === chosen;
      const quiet = boxed || (zoom < quietBelowZoom && alert.level > 2);
      const text = quiet ? '' : `${say.rule(alert)} ${first ? say.reason(first).value : ''}`;
      return label(longitude, latitude, text, alert.level, 5 - alert.level);
    });
}

/** One alert a vessel: the gravest of those still open. */
function gravest(alerts: readonly Alert[]): Alert[] {
  const byTrack = new Map<string, Alert>();
  for (const alert of alerts) {
    const known = byTrack.get(alert.trackId);
    if (open(alert) && (!known || alert.level < known.level)) byTrack.set(alert.trackId, alert);
  }
  return [...byTrack.values()].sort((a, b) => a.level - b.level);
}

function label(longitude: number, latitude: number, text: string, level: number, priority: number): Feature {
  return {
    type: 'Feature',
    properties: { text, level, priority },
    geometry: { type: 'Point', coordinates: [longitude, latitude] },
  };
}

/** The box around the largest outline: the island this is about. */
export function boxOf(land: FeatureCollection): View | null {
  let best: View | null = null;
  for (const { geometry, properties } of land.features) {
    if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') continue;
    if (!properties?.name) continue;
    const box = bounds(geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat());
    if (!best || size(box) > size(best)) best = box;
  }
  return best;
}

const size = ([west, south, east, north]: View) => (east - west) * (north - south);

function bounds(rings: Position[][]): View {
  const box: View = [180, 90, -180, -90];
  for (const [x = 0, y = 0] of rings.flat()) {
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }
  return box;
}

/** Widens a box by a share of its sides. */
export function widen([west, south, east, north]: View, share: number): View {
  const dx = (east - west) * share;
  const dy = (north - south) * share;
  return [west - dx, south - dy, east + dx, north + dy];
}
