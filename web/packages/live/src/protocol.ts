/** The wire format of `docs/reference/live.md`, version 1, little-endian. */
export const version = 1;
export const headerBytes = 16;
export const motionBytes = 20;

export const frameType = { snapshot: 1, delta: 2, removal: 3, identity: 4, status: 5 } as const;

export const noHeading = 36_000;
export const noSpeed = 65_535;
/** Ages are in steps of 10 ms and stop here (10.9 minutes). */
export const oldestAge = 65_535;

/** Bits of a motion record's byte 18. */
export const sourceMask = 0b111;
export const mooredBit = 0b1000;
export const lostBit = 0b1_0000;
export const simulatedBit = 0b10_0000;
export const ringShift = 6;
/** Bits of a motion record's byte 19. */
export const levelMask = 0b111;
export const unacknowledgedBit = 0b1000;
/** Radar holds it; its AIS is silent or never spoke. */
export const darkBit = 0b1_0000;
/** AIS and radar contradict each other, in place or number. */
export const contradictedBit = 0b10_0000;
/** AIS from where radar should see something and sees nothing. */
export const ghostBit = 0b100_0000;

export const sources = ['ais-only', 'radar-only', 'fused', 'camera-only', 'own-unit'] as const;
export const rings = ['near-sea', 'shoreline', 'on-island', 'beyond'] as const;
export const shipClasses = [
  'unknown',
  'fishing',
  'cargo',
  'tanker',
  'passenger',
  'government',
  'small',
  'aid',
] as const;
export type ShipClass = (typeof shipClasses)[number];

export interface FeedState {
  id: string;
  name: string;
  state: 'live' | 'silent' | 'lost' | 'off';
  ageSeconds: number;
}

/** Once a second: how many there are, and how fresh they are. */
export interface LiveStatus {
  rings: { nearSea: number; shoreline: number; onIsland: number };
  sources: { aisOnly: number; radarOnly: number; fused: number; moored: number; lost: number };
  inView: number;
  total: number;
  feeds: FeedState[];
  delayMilliseconds: number;
}

export interface Identity {
  slot: number;
  trackId: string;
  /** 0 when the vessel has none. */
  mmsi: number;
  shipClass: ShipClass;
  /** 0 when unknown; steps of 2. */
  lengthMetres: number;
  name: string;
}

interface Header {
  seq: number;
  /** Server clock, Unix milliseconds. */
  at: number;
}

export type Frame = Header &
  (
    | { type: 'snapshot' | 'delta'; count: number; records: DataView }
    | { type: 'removal'; slots: number[] }
    | { type: 'identity'; identities: Identity[] }
    | { type: 'status'; status: LiveStatus }
  );

/** Why a frame could not be read; counted, never thrown. */
export type FrameFault = 'short' | 'version' | 'type' | 'length' | 'text';

/**
 * Reads one frame. Motion records stay in place behind a view: 20,000 of them make no objects.
 * @returns the frame, or why there is none
 */
export function decodeFrame(buffer: ArrayBuffer): Frame | FrameFault {
  if (buffer.byteLength < headerBytes) return 'short';
  const view = new DataView(buffer);
  if (view.getUint8(0) !== version) return 'version';
  const count = view.getUint16(2, true);
  const header: Header = { seq: view.getUint32(4, true), at: view.getFloat64(8, true) };
  const body = new DataView(buffer, headerBytes);
  switch (view.getUint8(1)) {
    case frameType.snapshot:
      return motion(header, 'snapshot', count, body);
    case frameType.delta:
      return motion(header, 'delta', count, body);
    case frameType.removal:
      return removal(header, count, body);
    case frameType.identity:
      return identity(header, count, body);
    case frameType.status:
      return status(header, count, body);
    default:
      return 'type';
  }
}

function motion(header: Header, type: 'snapshot' | 'delta', count: number, body: DataView): Frame | FrameFault {
  if (body.byteLength !== count * motionBytes) return 'length';
  return { ...header, type, count, records: body };
}

function removal(header: Header, count: number, body: DataView): Frame | FrameFault {
  if (body.byteLength !== count * 4) return 'length';
  const slots = Array.from({ length: count }, (_, i) => body.getUint32(i * 4, true));
  return { ...header, type: 'removal', slots };
}

const fixedIdentityBytes = 27;

function identity(header: Header, count: number, body: DataView): Frame | FrameFault {
  const identities: Identity[] = [];
  let at = 0;
  for (let i = 0; i < count; i++) {
    if (at + fixedIdentityBytes > body.byteLength) return 'length';
    const nameBytes = body.getUint8(at + 26);
    if (at + fixedIdentityBytes + nameBytes > body.byteLength) return 'length';
    identities.push({
      slot: body.getUint32(at, true),
      trackId: uuidAt(body, at + 4),
      mmsi: body.getUint32(at + 20, true),
      shipClass: shipClasses[body.getUint8(at + 24)] ?? 'unknown',
      lengthMetres: body.getUint8(at + 25) * 2,
      name: utf8.decode(new Uint8Array(body.buffer, body.byteOffset + at + fixedIdentityBytes, nameBytes)),
    });
    at += fixedIdentityBytes + nameBytes;
  }
  return at === body.byteLength ? { ...header, type: 'identity', identities } : 'length';
}

const utf8 = new TextDecoder();

function uuidAt(view: DataView, at: number): string {
  let text = '';
  for (let i = 0; i < 16; i++) {
    if (i === 4 || i === 6 || i === 8 || i === 10) text += '-';
    text += view
      .getUint8(at + i)
      .toString(16)
      .padStart(2, '0');
  }
  return text;
}

function status(header: Header, count: number, body: DataView): Frame | FrameFault {
  if (body.byteLength !== count) return 'length';
  try {
    return { ...header, type: 'status', status: JSON.parse(utf8.decode(body)) as LiveStatus };
  } catch {
    return 'text';
  }
}
