import { latitudeOf, longitudeOf } from './mercator.ts';
import {
  contradictedBit,
  darkBit,
  ghostBit,
  levelMask,
  lostBit,
  mooredBit,
  noHeading,
  noSpeed,
  ringShift,
  rings,
  sourceMask,
  sources,
  unacknowledgedBit,
} from './protocol.ts';

/**
 * One vertex, 20 bytes, little-endian: u32 x, u32 y (mercator steps) · u16 heading × 100 · u16 speed × 100 · u16 age in
 * 10 ms · u8 source bits · u8 alert bits · u8 ship class · u8 hull length / 2 · u16 end (0 the vessel, 1 its vector's
 * tip). Two vertices a vessel: points are drawn with twice the stride, vectors as lines with the single one.
 */
export const vertexBytes = 20;

/** What the map draws and picks from; built in the worker, transferred, never copied. */
export interface Picture {
  /** Vessels, not vertices. */
  count: number;
  /** Vessels from here on have an alert. */
  calm: number;
  vertices: ArrayBuffer;
  slots: Uint32Array<ArrayBuffer>;
  /** `performance.timeOrigin + performance.now()` when it was built: ages count from here. */
  builtAt: number;
}

export interface VesselMotion {
  slot: number;
  longitude: number;
  latitude: number;
  headingDegrees: number | null;
  speedKnots: number | null;
  ageSeconds: number;
  source: (typeof sources)[number];
  ring: (typeof rings)[number];
  moored: boolean;
  lost: boolean;
  level: 0 | 1 | 2 | 3 | 4;
  unacknowledged: boolean;
  dark: boolean;
  contradicted: boolean;
  ghost: boolean;
}

/** Reads back the vessel at a drawing place of the picture. */
export function motionAt(picture: Picture, place: number): VesselMotion {
  const view = new DataView(picture.vertices, place * 2 * vertexBytes, vertexBytes);
  const heading = view.getUint16(8, true);
  const speed = view.getUint16(10, true);
  const source = view.getUint8(14);
  const alert = view.getUint8(15);
  return {
    slot: picture.slots[place] ?? 0,
    longitude: longitudeOf(view.getUint32(0, true)),
    latitude: latitudeOf(view.getUint32(4, true)),
    headingDegrees: heading >= noHeading ? null : heading / 100,
    speedKnots: speed === noSpeed ? null : speed / 100,
    ageSeconds: view.getUint16(12, true) / 100,
    source: sources[source & sourceMask] ?? 'ais-only',
    ring: rings[source >> ringShift] ?? 'beyond',
    moored: (source & mooredBit) !== 0,
    lost: (source & lostBit) !== 0,
    level: (alert & levelMask) as VesselMotion['level'],
    unacknowledged: (alert & unacknowledgedBit) !== 0,
    dark: (alert & darkBit) !== 0,
    contradicted: (alert & contradictedBit) !== 0,
    ghost: (alert & ghostBit) !== 0,
  };
}

/** The drawing place of a slot; -1 when it is not in the picture. */
export function placeOf(picture: Picture, slot: number): number {
  return picture.slots.indexOf(slot);
}
