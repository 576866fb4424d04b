import { mercatorX, mercatorY } from './mercator.ts';
import { levelMask, motionBytes, oldestAge } from './protocol.ts';
import { vertexBytes } from './vertices.ts';

const firstCapacity = 4096;

/**
 * The newest motion of every slot, as columns. A record's age keeps growing between frames, so the time it was taken
 * over is kept beside it.
 */
export class Motions {
  count = 0;
  private readonly places = new Map<number, number>();
  private slots = new Uint32Array(firstCapacity);
  private x = new Uint32Array(firstCapacity);
  private y = new Uint32Array(firstCapacity);
  private heading = new Uint16Array(firstCapacity);
  private speed = new Uint16Array(firstCapacity);
  private age = new Uint16Array(firstCapacity);
  private source = new Uint8Array(firstCapacity);
  private alert = new Uint8Array(firstCapacity);
  private receivedAt = new Float64Array(firstCapacity);

  clear(): void {
    this.places.clear();
    this.count = 0;
  }

  has(slot: number): boolean {
    return this.places.has(slot);
  }

  /** @param now any steady clock in milliseconds, the same one for {@link write} */
  take(records: DataView, count: number, now: number): void {
    for (let i = 0; i < count; i++) this.set(records, i * motionBytes, now);
  }

  remove(slot: number): void {
    const place = this.places.get(slot);
    if (place === undefined) return;
    this.places.delete(slot);
    const last = --this.count;
    if (place === last) return;
    for (const column of this.columns()) column[place] = column[last] ?? 0;
    this.places.set(this.slots[place] ?? 0, place);
  }

  /**
   * Writes two vertices a vessel (both ends of its heading vector), those with an alert last so that they are drawn
   * on top.
   * @param vertices room for `2 × count` vertices
   * @param slots room for `count`; the slot of each vessel in drawing order
   * @returns how many vessels come before the first with an alert
   */
  write(vertices: DataView, slots: Uint32Array, extra: (slot: number) => number, now: number): number {
    let next = 0;
    for (let i = 0; i < this.count; i++) if (!this.alerted(i)) this.writeOne(vertices, slots, i, next++, extra, now);
    const calm = next;
    for (let i = 0; i < this.count; i++) if (this.alerted(i)) this.writeOne(vertices, slots, i, next++, extra, now);
    return calm;
  }

  private alerted(i: number): boolean {
    return ((this.alert[i] ?? 0) & levelMask) !== 0;
  }

  private writeOne(
    out: DataView,
    slots: Uint32Array,
    i: number,
    place: number,
    extra: (slot: number) => number,
    now: number,
  ): void {
    const slot = this.slots[i] ?? 0;
    slots[place] = slot;
    const at = place * 2 * vertexBytes;
    out.setUint32(at, this.x[i] ?? 0, true);
    out.setUint32(at + 4, this.y[i] ?? 0, true);
    out.setUint16(at + 8, this.heading[i] ?? 0, true);
    out.setUint16(at + 10, this.speed[i] ?? 0, true);
    const age = (this.age[i] ?? 0) + (now - (this.receivedAt[i] ?? now)) / 10;
    out.setUint16(at + 12, Math.min(oldestAge, age), true);
    out.setUint8(at + 14, this.source[i] ?? 0);
    out.setUint8(at + 15, this.alert[i] ?? 0);
    out.setUint16(at + 16, extra(slot), true);
    out.setUint16(at + 18, 0, true);
    for (let byte = 0; byte < vertexBytes; byte += 4) {
      out.setUint32(at + vertexBytes + byte, out.getUint32(at + byte, true), true);
    }
    out.setUint16(at + vertexBytes + 18, 1, true);
  }

  private set(records: DataView, at: number, now: number): void {
    const slot = records.getUint32(at, true);
    let place = this.places.get(slot);
    if (place === undefined) {
      place = this.count++;
      if (place === this.slots.length) this.grow();
      this.places.set(slot, place);
      this.slots[place] = slot;
    }
    this.x[place] = mercatorX(records.getInt32(at + 4, true) / 1e7);
    this.y[place] = mercatorY(records.getInt32(at + 8, true) / 1e7);
    this.heading[place] = records.getUint16(at + 12, true);
    this.speed[place] = records.getUint16(at + 14, true);
    this.age[place] = records.getUint16(at + 16, true);
    this.source[place] = records.getUint8(at + 18);
    this.alert[place] = records.getUint8(at + 19);
    this.receivedAt[place] = now;
  }

  private columns() {
    return [
      this.slots,
      this.x,
      this.y,
      this.heading,
      this.speed,
      this.age,
      this.source,
      this.alert,
      this.receivedAt,
    ] as const;
  }

  private grow(): void {
    const size = this.slots.length * 2;
    const bigger = <T extends { set(from: T): void }>(from: T, to: T): T => {
      to.set(from);
      return to;
    };
    this.slots = bigger(this.slots, new Uint32Array(size));
    this.x = bigger(this.x, new Uint32Array(size));
    this.y = bigger(this.y, new Uint32Array(size));
    this.heading = bigger(this.heading, new Uint16Array(size));
    this.speed = bigger(this.speed, new Uint16Array(size));
    this.age = bigger(this.age, new Uint16Array(size));
    this.source = bigger(this.source, new Uint8Array(size));
    this.alert = bigger(this.alert, new Uint8Array(size));
    this.receivedAt = bigger(this.receivedAt, new Float64Array(size));
  }
}
