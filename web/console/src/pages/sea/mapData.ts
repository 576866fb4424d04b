import type { Alert, TrackDossier, TrailPoint, Zone } from '@fourfold/api';
import { type LiveClient, motionAt, type Picture, placeOf, type View } from '@fourfold/live';
import { inView, lettersFromZoom, lostInView, namesFromZoom } from '@fourfold/map';
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

/** Each zone's outline, and its name as a point at the top of it: inside, vessels lie. */
export function zoneData(zones: readonly Zone[], chosen: string | null): FeatureCollection {
  return collection(
    zones.flatMap(({ id, name, kind, active, geometry }) => {
      const properties = { text: name, kind, active, chosen: id === chosen };
      const outline = { type: 'Feature' as const, properties, geometry };
      if (geometry.coordinates.length === 0) return [outline];
      const [west, , east, north] = bounds(geometry.coordinates);
      const top = { type: 'Point' as const, coordinates: [(west + east) / 2, north] };
      return [outline, { type: 'Feature' as const, properties, geometry: top }];
    }),
  );
}

/** Digits of the code of a prefecture-level city; those are written larger. */
const cityDigits = 4;

/** Names of the places around: one's own area's parts, and the waters. */
export function placeData(choices: readonly Scope[], waters: readonly Feature[]): FeatureCollection {
  return collection([
    ...waters,
    ...choices.flatMap(({ code, name, centroid }) =>
      code && centroid
        ? [
            {
              type: 'Feature' as const,
              properties: { text: name, kind: 'land', from: 0, rank: code.length <= cityDigits ? 0 : 1 },
              geometry: { type: 'Point' as const, coordinates: [centroid.longitude, centroid.latitude] },
            },
          ]
        : [],
    ),
  ]);
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
  /** Unix milliseconds. */
  now: number;
}

/** At most 200 labels: alerts first, then how old the lost ones are, then names; asked for once a second. */
export function labelData(options: LabelOptions): FeatureCollection {
  const { picture, view, zoom, names } = options;
  const features = alertLabels(options);
  const lost = lostInView(picture, ...view, mostLabels - features.length);
  // A symbol that fades says how old it is at every zoom; a name says who it is only from near.
  features.push(...vesselLabels(options, lost));
  if (names && zoom >= namesFromZoom) {
    const old = new Set(lost);
    const places = inView(picture, ...view, mostLabels - features.length).filter((place) => !old.has(place));
    features.push(...vesselLabels(options, places));
  }
  return collection(features);
}

function vesselLabels(options: LabelOptions, places: readonly number[]): Feature[] {
  const { live, picture, zoom, names, chosen, letter, say } = options;
  live.identify(places.map((place) => picture.slots[place] ?? 0));
  return places.flatMap((place) => {
    const { slot, longitude, latitude, level, lost, ageSeconds, source, dark } = motionAt(picture, place);
    if (level > 0 || slot === chosen) return [];
    // What only radar holds has no identity: no letter and no name is written at a ring with a dot.
    const identity = source === 'radar-only' || dark ? undefined : live.identity(slot);
    const name = identity?.name || (identity?.mmsi ? String(identity.mmsi) : '');
    const text = [
      identity && zoom >= lettersFromZoom ? letter(identity.shipClass) : '',
      names && zoom >= namesFromZoom ? name : '',
      lost ? say.past(ageSeconds * 1000) : '',
    ];
    const written = text.filter(Boolean).join(' ');
    return written ? [label(longitude, latitude, written, 0, lost ? 0.5 : 0)] : [];
  });
}

/** Still somebody's work: unanswered, or in a case while its vessel is seen. */
const matters = (alert: Alert): boolean => open(alert) || (alert.state === 'in-case' && alert.slot !== null);

function alertLabels({ picture, alerts, say, zoom, chosen, now }: LabelOptions): Feature[] {
  return gravest(alerts)
    .slice(0, mostLabels)
    .map((alert) => {
      const place = alert.slot === null || alert.slot === undefined ? -1 : placeOf(picture, alert.slot);
      const { longitude, latitude } = place < 0 ? alert.position : motionAt(picture, place);
      const boxed = chosen !== null && alert.slot === chosen;
      const quiet = boxed || (zoom < quietBelowZoom && alert.level > 2);
      return label(longitude, latitude, quiet ? '' : say.event(alert, now), alert.level, 5 - alert.level);
    });
}

/** One alert a vessel: the gravest of those still open. */
function gravest(alerts: readonly Alert[]): Alert[] {
  const byTrack = new Map<string, Alert>();
  for (const alert of alerts) {
    const known = byTrack.get(alert.trackId);
    if (matters(alert) && (!known || alert.level < known.level)) byTrack.set(alert.trackId, alert);
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
