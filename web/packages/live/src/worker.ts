import type { Connection, FromWorker, ToWorker, View } from './messages.ts';
import type { Identity } from './protocol.ts';
import { Scene } from './scene.ts';

/** The page draws at most this often: with what has just come, or at the next tick if nothing more comes. */
const drawMilliseconds = 220;
const tickMilliseconds = 250;
const firstRetryMilliseconds = 1000;
const longestRetryMilliseconds = 15_000;
/** Pictures on their way to the page or on screen there: one shown, one travelling. */
const mostUnshown = 1;
const policyViolation = 1008;

const scene = new Scene();
const watched = new Set<number>();
let url = '';
let socket: WebSocket | null = null;
let view: { view: View; zoom: number } | null = null;
let follow: number[] = [];
let spare: ArrayBuffer | undefined;
let unshown = 0;
let attempts = 0;
let retry: ReturnType<typeof setTimeout> | undefined;
let heardAt = 0;
let told = 0;
let drewAt = 0;

function post(message: FromWorker, transfer: Transferable[] = []): void {
  (postMessage as (message: FromWorker, transfer: Transferable[]) => void)(message, transfer);
}

function say(message: object): void {
  if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message));
}

function connection(state: Connection['state'], more: Partial<Connection> = {}): void {
  post({ type: 'connection', connection: { state, attempts, ...more } });
}

function connect(): void {
  clearTimeout(retry);
  socket?.close();
  connection('connecting');
  const opened = new WebSocket(url);
  socket = opened;
  opened.binaryType = 'arraybuffer';
  opened.onopen = () => {
    attempts = 0;
    scene.connected();
    connection('open');
    if (view) say(view);
    if (follow.length > 0) say({ follow });
  };
  opened.onmessage = (event: MessageEvent<ArrayBuffer | string>) => {
    if (typeof event.data !== 'string') take(event.data);
  };
  opened.onclose = (event) => {
    if (socket !== opened) return;
    socket = null;
    if (event.code === policyViolation) connection('refused', { reason: event.reason });
    else waitAndConnect();
  };
}

function waitAndConnect(): void {
  attempts++;
  const wait = Math.min(longestRetryMilliseconds, firstRetryMilliseconds * 2 ** Math.min(attempts - 1, 5));
  connection('waiting', { retryAt: Date.now() + wait });
  retry = setTimeout(connect, wait);
}

function take(buffer: ArrayBuffer): void {
  heardAt = Date.now();
  const taken = scene.take(buffer, performance.now(), heardAt);
  if (taken.ack !== undefined) say({ ack: taken.ack });
  if (taken.resync) say({ resync: true });
  if (taken.status) post({ type: 'status', status: taken.status });
  if (taken.identities) tellWatched(taken.identities);
  draw();
}

function tellWatched(changed: Identity[]): void {
  const identities = changed.filter((identity) => watched.has(identity.slot));
  if (identities.length > 0) post({ type: 'identities', identities, gone: [] });
}

function forgetGone(): void {
  const gone = [...watched].filter((slot) => !scene.motions.has(slot) && !scene.identities.has(slot));
  for (const slot of gone) watched.delete(slot);
  if (gone.length > 0) post({ type: 'identities', identities: [], gone });
}

function tick(): void {
  if (heardAt - told >= 1000) {
    told = heardAt;
    post({ type: 'heard', at: heardAt });
    forgetGone();
  }
  draw();
}

function draw(): void {
  const now = performance.now();
  if (!scene.dirty || unshown > mostUnshown || now - drewAt < drawMilliseconds) return;
  drewAt = now;
  const picture = scene.picture(now, performance.timeOrigin + now, spare);
  spare = undefined;
  unshown++;
  post({ type: 'picture', picture }, [picture.vertices, picture.slots.buffer]);
}

function identify(slots: number[]): void {
  const known: Identity[] = [];
  for (const slot of slots) {
    watched.add(slot);
    const identity = scene.identities.get(slot);
    if (identity) known.push(identity);
  }
  if (known.length > 0) post({ type: 'identities', identities: known, gone: [] });
}

function hear(message: ToWorker): void {
  switch (message.type) {
    case 'open':
      url = message.url;
      connect();
      break;
    case 'reconnect':
      connect();
      break;
    case 'close': {
      clearTimeout(retry);
      const closing = socket;
      socket = null;
      closing?.close();
      break;
    }
    case 'view':
      view = { view: message.view, zoom: message.zoom };
      say(view);
      break;
    case 'follow':
      follow = message.slots;
      say({ follow });
      break;
    case 'shown':
      unshown = Math.max(0, unshown - 1);
      if (message.buffer) spare = message.buffer;
      break;
    case 'identify':
      identify(message.slots);
      break;
  }
}

addEventListener('message', (event: MessageEvent<ToWorker>) => hear(event.data));
setInterval(tick, tickMilliseconds);
