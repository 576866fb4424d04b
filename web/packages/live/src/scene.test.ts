import { beforeEach, describe, expect, it } from 'vitest';
import { frameType, headerBytes, motionBytes } from './protocol.ts';
import { Scene } from './scene.ts';
import { motionAt, placeOf } from './vertices.ts';

interface Motion {
  slot: number;
  longitude: number;
  latitude: number;
  heading?: number;
  speed?: number;
  age?: number;
  source?: number;
  alert?: number;
}

function frame(type: number, seq: number, count: number, body: Uint8Array, at = 1_700_000_000_000): ArrayBuffer {
  const buffer = new ArrayBuffer(headerBytes + body.length);
  const view = new DataView(buffer);
  view.setUint8(0, 1);
  view.setUint8(1, type);
  view.setUint16(2, count, true);
  view.setUint32(4, seq, true);
  view.setFloat64(8, at, true);
  new Uint8Array(buffer, headerBytes).set(body);
  return buffer;
}

function motions(type: number, seq: number, records: Motion[]): ArrayBuffer {
  const body = new Uint8Array(records.length * motionBytes);
  const view = new DataView(body.buffer);
  records.forEach((record, i) => {
    const at = i * motionBytes;
    view.setUint32(at, record.slot, true);
    view.setInt32(at + 4, Math.round(record.longitude * 1e7), true);
    view.setInt32(at + 8, Math.round(record.latitude * 1e7), true);
    view.setUint16(at + 12, record.heading ?? 36_000, true);
    view.setUint16(at + 14, record.speed ?? 65_535, true);
    view.setUint16(at + 16, record.age ?? 0, true);
    view.setUint8(at + 18, record.source ?? 0);
    view.setUint8(at + 19, record.alert ?? 0);
  });
  return frame(type, seq, records.length, body);
}

function identities(seq: number, slot: number, name: string, count = 1): ArrayBuffer {
  const text = new TextEncoder().encode(name);
  const body = new Uint8Array(27 + text.length);
  const view = new DataView(body.buffer);
  view.setUint32(0, slot, true);
  for (let i = 0; i < 16; i++) view.setUint8(4 + i, 0x10 + i);
  view.setUint32(20, 412_345_678, true);
  view.setUint8(24, 1);
  view.setUint8(25, 15);
  view.setUint8(26, text.length);
  body.set(text, 27);
  return frame(frameType.identity, seq, count, body);
}

let scene: Scene;
const see = (slot: number) => {
  const picture = scene.picture(0, 0);
  const place = placeOf(picture, slot);
  return place < 0 ? null : motionAt(picture, place);
};

beforeEach(() => {
  scene = new Scene();
});

describe('the live picture', () => {
  it('reads a motion record byte by byte as live.md lays it out', () => {
    scene.take(
      motions(frameType.snapshot, 0, [
        {
          slot: 7,
          longitude: 110.1234567,
          latitude: -20.7654321,
          heading: 19_300,
          speed: 3420,
          age: 150,
          source: 0b01_1_1_1_010,
          alert: 0b0101_1001,
        },
      ]),
      0,
      0,
    );
    const vessel = see(7);
    expect(vessel?.longitude).toBeCloseTo(110.1234567, 6);
    expect(vessel?.latitude).toBeCloseTo(-20.7654321, 6);
    expect(vessel).toMatchObject({
      headingDegrees: 193,
      speedKnots: 34.2,
      ageSeconds: 1.5,
      source: 'fused',
      ring: 'shoreline',
      moored: true,
      lost: true,
      level: 1,
      unacknowledged: true,
      dark: true,
      contradicted: false,
      ghost: true,
    });
  });

  it('reads "not available" as null and keeps the oldest age', () => {
    scene.take(motions(frameType.snapshot, 0, [{ slot: 1, longitude: 0, latitude: 0, age: 65_535 }]), 0, 0);
    expect(see(1)).toMatchObject({ headingDegrees: null, speedKnots: null, ageSeconds: 655.35 });
  });

  it('lets ages grow between frames', () => {
    scene.take(motions(frameType.snapshot, 0, [{ slot: 1, longitude: 0, latitude: 0, age: 100 }]), 1000, 0);
    const picture = scene.picture(3500, 0);
    expect(motionAt(picture, 0).ageSeconds).toBeCloseTo(3.5, 2);
  });

  it('keeps only the newest record of a slot, and what a removal takes is gone', () => {
    scene.take(
      motions(
        frameType.snapshot,
        0,
        [1, 2, 3].map((slot) => ({ slot, longitude: slot, latitude: 0 })),
      ),
      0,
      0,
    );
    scene.take(motions(frameType.delta, 1, [{ slot: 2, longitude: 20, latitude: 0 }]), 0, 0);
    scene.take(frame(frameType.removal, 2, 1, new Uint8Array([1, 0, 0, 0])), 0, 0);
    expect(see(1)).toBeNull();
    expect(see(2)?.longitude).toBeCloseTo(20, 6);
    expect(see(3)?.longitude).toBeCloseTo(3, 6);
    expect(scene.motions.count).toBe(2);
  });

  it('a snapshot replaces everything', () => {
    scene.take(motions(frameType.snapshot, 0, [{ slot: 1, longitude: 0, latitude: 0 }]), 0, 0);
    scene.take(motions(frameType.snapshot, 1, [{ slot: 2, longitude: 0, latitude: 0 }]), 0, 0);
    expect([see(1), see(2)?.slot]).toEqual([null, 2]);
  });

  it('acknowledges each frame, and asks once for a snapshot after a gap', () => {
    expect(scene.take(motions(frameType.snapshot, 4_294_967_295, []), 0, 0)).toEqual({ ack: 4_294_967_295 });
    expect(scene.take(motions(frameType.delta, 0, []), 0, 0)).toEqual({ ack: 0 });
    expect(scene.take(motions(frameType.delta, 2, []), 0, 0)).toEqual({ ack: 2, resync: true });
    expect(scene.take(motions(frameType.delta, 4, []), 0, 0)).toEqual({ ack: 4 });
    expect(scene.take(motions(frameType.snapshot, 5, []), 0, 0)).toEqual({ ack: 5 });
    expect(scene.take(motions(frameType.delta, 7, []), 0, 0)).toEqual({ ack: 7, resync: true });
  });

  it('tells identities with the track id in big-endian UUID order and a UTF-8 name', () => {
    const taken = scene.take(identities(0, 9, '琼渔 0001'), 0, 0);
    expect(taken.identities).toEqual([
      {
        slot: 9,
        trackId: '10111213-1415-1617-1819-1a1b1c1d1e1f',
        mmsi: 412_345_678,
        shipClass: 'fishing',
        lengthMetres: 30,
        name: '琼渔 0001',
      },
    ]);
  });

  it('draws alerted vessels last, so that they lie on top', () => {
    scene.take(
      motions(frameType.snapshot, 0, [
        { slot: 1, longitude: 0, latitude: 0, alert: 2 },
        { slot: 2, longitude: 0, latitude: 0 },
        { slot: 3, longitude: 0, latitude: 0, alert: 8 },
      ]),
      0,
      0,
    );
    const picture = scene.picture(0, 0);
    expect([...picture.slots]).toEqual([2, 3, 1]);
    expect(picture.calm).toBe(2);
  });

  it('what is odd about a vessel is no alert: it is drawn with the calm ones', () => {
    scene.take(
      motions(frameType.snapshot, 0, [
        { slot: 1, longitude: 0, latitude: 0, alert: 0b0010_0010 },
        { slot: 2, longitude: 0, latitude: 0, alert: 0b0111_0000 },
      ]),
      0,
      0,
    );
    expect([...scene.picture(0, 0).slots]).toEqual([2, 1]);
    expect(see(1)).toMatchObject({ level: 2, contradicted: true, dark: false, ghost: false });
    expect(see(2)).toMatchObject({ level: 0, contradicted: true, dark: true, ghost: true });
  });

  it('counts what it cannot read by cause and never throws', () => {
    scene.take(new ArrayBuffer(3), 0, 0);
    scene.take(frame(frameType.delta, 0, 2, new Uint8Array(motionBytes)), 0, 0);
    scene.take(frame(99, 1, 0, new Uint8Array()), 0, 0);
    scene.take(frame(frameType.status, 2, 3, new TextEncoder().encode('{"a')), 0, 0);
    scene.take(identities(3, 1, 'cut off', 2), 0, 0);
    expect(Object.fromEntries(scene.faults)).toEqual({ short: 1, length: 2, type: 1, text: 1 });
  });

  it('holds more vessels than it first made room for', () => {
    const many = Array.from({ length: 20_000 }, (_, slot) => ({ slot, longitude: slot / 1000, latitude: 20 }));
    scene.take(motions(frameType.snapshot, 0, many), 0, 0);
    expect(scene.motions.count).toBe(20_000);
    expect(see(19_999)?.longitude).toBeCloseTo(19.999, 5);
  });

  it('uses a buffer that was handed back', () => {
    scene.take(motions(frameType.snapshot, 0, [{ slot: 1, longitude: 0, latitude: 0 }]), 0, 0);
    const spare = new ArrayBuffer(4096);
    expect(scene.picture(0, 0, spare).vertices).toBe(spare);
  });
});
