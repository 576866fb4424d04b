import type { Connection, FromWorker, ToWorker, View } from './messages.ts';
import type { Identity, LiveStatus } from './protocol.ts';
import type { Picture } from './vertices.ts';

/** Slots that the server will send wherever they are. */
const mostFollowed = 50;
/** Names kept on the page; far more than are ever on screen at once. */
const mostIdentities = 4000;

type Listener = () => void;

/**
 * The page's end of the live picture: a plain store outside React. The worker decodes and coalesces; here only the
 * newest picture, the last status and the few identities that something on screen asked for.
 */
export class LiveClient {
  picture: Picture | null = null;
  status: LiveStatus | null = null;
  connection: Connection = { state: 'connecting', attempts: 0 };
  /** When bytes last came, Unix milliseconds; 0 before the first. */
  heardAt = 0;
  private readonly identities = new Map<number, Identity>();
  private readonly asked = new Set<number>();
  private readonly pictureListeners = new Set<(picture: Picture) => void>();
  private readonly stateListeners = new Set<Listener>();
  private stateVersion = 0;

  constructor(private readonly worker: Worker) {
    worker.onmessage = (event: MessageEvent<FromWorker>) => this.hear(event.data);
  }

  open(url: string): void {
    this.say({ type: 'open', url });
  }

  close(): void {
    this.say({ type: 'close' });
    this.worker.terminate();
  }

  reconnect(): void {
    this.say({ type: 'reconnect' });
  }

  view(view: View, zoom: number): void {
    this.say({ type: 'view', view, zoom });
  }

  follow(slots: number[]): void {
    this.say({ type: 'follow', slots: slots.slice(0, mostFollowed) });
  }

  /** The identity if it is here; if not it is asked for, and state listeners hear when it comes. */
  identity(slot: number): Identity | undefined {
    const known = this.identities.get(slot);
    if (!known) this.identify([slot]);
    return known;
  }

  identify(slots: readonly number[]): void {
    const missing = slots.filter((slot) => !this.asked.has(slot));
    if (missing.length === 0) return;
    if (this.asked.size + missing.length > mostIdentities) {
      this.asked.clear();
      this.identities.clear();
    }
    for (const slot of missing) this.asked.add(slot);
    this.say({ type: 'identify', slots: [...missing] });
  }

  onPicture(listener: (picture: Picture) => void): () => void {
    this.pictureListeners.add(listener);
    return () => this.pictureListeners.delete(listener);
  }

  /** For `useSyncExternalStore`: status, connection, freshness and identities, a few times a second at most. */
  readonly subscribe = (listener: Listener): (() => void) => {
    this.stateListeners.add(listener);
    return () => this.stateListeners.delete(listener);
  };

  readonly version = (): number => this.stateVersion;

  private hear(message: FromWorker): void {
    switch (message.type) {
      case 'picture':
        this.show(message.picture);
        return;
      case 'status':
        this.status = message.status;
        break;
      case 'connection':
        this.connection = message.connection;
        break;
      case 'heard':
        this.heardAt = message.at;
        break;
      case 'identities':
        for (const identity of message.identities) this.identities.set(identity.slot, identity);
        for (const slot of message.gone) {
          this.identities.delete(slot);
          this.asked.delete(slot);
        }
        break;
    }
    this.stateVersion++;
    for (const listener of this.stateListeners) listener();
  }

  private show(picture: Picture): void {
    const old = this.picture?.vertices;
    this.picture = picture;
    for (const listener of this.pictureListeners) listener(picture);
    this.say({ type: 'shown', buffer: old }, old ? [old] : []);
  }

  private say(message: ToWorker, transfer: Transferable[] = []): void {
    this.worker.postMessage(message, transfer);
  }
}

/** A client with its own decoding worker; `open` it with {@link liveUrl}. */
export function startLive(): LiveClient {
  return new LiveClient(new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }));
}

/** `/live` beside the page, with TLS when the page has it. */
export function liveUrl(location: Location): string {
  return `${location.protocol === 'https:' ? 'wss:' : 'ws:'}//${location.host}/live`;
}
