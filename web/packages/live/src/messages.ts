import type { Identity, LiveStatus } from './protocol.ts';
import type { Picture } from './vertices.ts';

/** `[west, south, east, north]`, degrees; west > east crosses the antimeridian. */
export type View = [number, number, number, number];

export type ToWorker =
  | { type: 'open'; url: string }
  | { type: 'close' }
  | { type: 'reconnect' }
  | { type: 'view'; view: View; zoom: number }
  | { type: 'follow'; slots: number[] }
  /** The page has shown a picture and gives a buffer back. */
  | { type: 'shown'; buffer?: ArrayBuffer }
  /** Tell these identities, and again when they change. */
  | { type: 'identify'; slots: number[] };

export interface Connection {
  state: 'connecting' | 'open' | 'waiting' | 'refused';
  /** Attempts since it was last open. */
  attempts: number;
  /** Unix milliseconds of the next attempt while waiting. */
  retryAt?: number;
  /** Close reason given by the server. */
  reason?: string;
}

export type FromWorker =
  | { type: 'picture'; picture: Picture }
  | { type: 'status'; status: LiveStatus }
  | { type: 'identities'; identities: Identity[]; gone: number[] }
  | { type: 'connection'; connection: Connection }
  /** Bytes came; `at` is Unix milliseconds here. At most once a second. */
  | { type: 'heard'; at: number };
