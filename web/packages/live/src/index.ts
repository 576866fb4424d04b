export { LiveClient, liveUrl, startLive } from './client.ts';
export { difference, latitudeOf, longitudeOf, mercatorX, mercatorY, world } from './mercator.ts';
export type { Connection, View } from './messages.ts';
export {
  contradictedBit,
  darkBit,
  type FeedState,
  ghostBit,
  type Identity,
  type LiveStatus,
  levelMask,
  lostBit,
  ringShift,
  rings,
  type ShipClass,
  shipClasses,
  sourceMask,
  sources,
} from './protocol.ts';
export { motionAt, type Picture, placeOf, type VesselMotion, vertexBytes } from './vertices.ts';
