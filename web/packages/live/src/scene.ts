import { Motions } from './motions.ts';
import { decodeFrame, type FrameFault, type Identity, type LiveStatus, shipClasses } from './protocol.ts';
import { type Picture, vertexBytes } from './vertices.ts';

/** What the caller must do after a frame. */
export interface Taken {
  /** Send `{"ack": …}` with this. */
  ack?: number;
  /** A frame was missed or unreadable: ask for a snapshot. */
  resync?: boolean;
  status?: LiveStatus;
  /** Identities that are new or changed. */
  identities?: Identity[];
}

/**
 * The picture as one connection has told it so far. Pure: bytes and a clock in, drawing buffers out; the worker around
 * it owns the socket.
 */
export class Scene {
  readonly motions = new Motions();
  readonly identities = new Map<number, Identity>();
  /** Frames that could not be read, by cause. */
  readonly faults = new Map<FrameFault, number>();
  /** Whether something changed since the last picture. */
  dirty = false;
  /** Server clock minus ours at the last frame, milliseconds; null before the first. */
  clockOffset: number | null = null;
  private nextSeq: number | null = null;
  private awaitingSnapshot = false;

  /** A new connection counts its frames anew. What is drawn stays until its snapshot replaces it. */
  connected(): void {
    this.nextSeq = null;
    this.awaitingSnapshot = false;
  }

  /** @param now steady milliseconds · @param wallNow Unix milliseconds */
  take(buffer: ArrayBuffer, now: number, wallNow: number): Taken {
    const frame = decodeFrame(buffer);
    if (typeof frame === 'string') {
      this.faults.set(frame, (this.faults.get(frame) ?? 0) + 1);
      return this.askAgain({});
    }
    const gap = this.nextSeq !== null && frame.seq !== this.nextSeq;
    this.nextSeq = (frame.seq + 1) >>> 0;
    this.clockOffset = frame.at - wallNow;
    const taken: Taken = { ack: frame.seq };
    switch (frame.type) {
      case 'snapshot':
        this.motions.clear();
        this.motions.take(frame.records, frame.count, now);
        this.awaitingSnapshot = false;
        this.dirty = true;
        return taken;
      case 'delta':
        this.motions.take(frame.records, frame.count, now);
        this.dirty = true;
        break;
      case 'removal':
        for (const slot of frame.slots) this.remove(slot);
        this.dirty = true;
        break;
      case 'identity':
        for (const identity of frame.identities) this.identities.set(identity.slot, identity);
        this.dirty = true;
        taken.identities = frame.identities;
        break;
      case 'status':
        taken.status = frame.status;
        break;
    }
    return gap ? this.askAgain(taken) : taken;
  }

  /** @param reuse a buffer handed back by the page, used again when it is large enough */
  picture(now: number, builtAt: number, reuse?: ArrayBuffer): Picture {
    const count = this.motions.count;
    const bytes = count * 2 * vertexBytes;
    const fits = reuse !== undefined && reuse.byteLength >= bytes;
    const vertices = fits ? reuse : new ArrayBuffer(Math.ceil(bytes * 1.25));
    const slots = new Uint32Array(count);
    const calm = this.motions.write(new DataView(vertices), slots, this.shape, now);
    this.dirty = false;
    return { count, calm, vertices, slots, builtAt };
  }

  /** Class in the low byte, hull length / 2 in the high one, as the vertex wants them. */
  private readonly shape = (slot: number): number => {
    const identity = this.identities.get(slot);
    return identity ? shipClasses.indexOf(identity.shipClass) | ((identity.lengthMetres / 2) << 8) : 0;
  };

  private remove(slot: number): void {
    this.motions.remove(slot);
    this.identities.delete(slot);
  }

  private askAgain(taken: Taken): Taken {
    if (this.awaitingSnapshot) return taken;
    this.awaitingSnapshot = true;
    return { ...taken, resync: true };
  }
}
