import type { RoundEnd } from './round.ts';
import type { Sender } from './sender.ts';

/** What the strip above every page says about sending. */
export interface ReplayState {
  end: RoundEnd | null;
  sending: boolean;
  /** When the next round starts by itself; Unix milliseconds. */
  nextAt: number | null;
}

export interface ReplayOptions {
  sender: Sender;
  /** Whose work is sent; null while nobody is known on this phone. */
  owner: () => string | null;
  onState?: (state: ReplayState) => void;
  /** After a round that may have changed something. */
  onRound?: (end: RoundEnd) => void;
  random?: () => number;
  now?: () => number;
}

const firstWaitMilliseconds = 2_000;
const longestWaitMilliseconds = 300_000;
/** With an empty outbox nothing needs sending, but another tab may have died in the middle of its round. */
const idleWaitMilliseconds = 60_000;

/** Waits that double, each a random part of its span, so that a village does not come back all at once. */
export function waitAfter(failures: number, random: number): number {
  const span = Math.min(firstWaitMilliseconds * 2 ** failures, longestWaitMilliseconds);
  return Math.round(span / 2 + (span / 2) * random);
}

/** Starts rounds: at once, when the network or the page comes back, when something was written, and by the clock. */
export class Replay {
  private readonly options: Required<ReplayOptions>;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private failures = 0;
  private running = false;
  private again = false;
  private stopped = false;
  state: ReplayState = { end: null, sending: false, nextAt: null };

  constructor(options: ReplayOptions) {
    this.options = { onState: () => {}, onRound: () => {}, random: Math.random, now: Date.now, ...options };
  }

  /** @returns a function that ends it */
  start(page: Pick<Window, 'addEventListener' | 'removeEventListener'> & { document: Document }): () => void {
    const back = () => this.now();
    const seen = () => {
      if (page.document.visibilityState === 'visible') this.now();
    };
    page.addEventListener('online', back);
    page.document.addEventListener('visibilitychange', seen);
    this.now();
    return () => {
      this.stopped = true;
      clearTimeout(this.timer);
      page.removeEventListener('online', back);
      page.document.removeEventListener('visibilitychange', seen);
    };
  }

  /** Something was written: it goes before any photo that is on its way. */
  written(): void {
    this.options.sender.makeWay();
    this.now();
  }

  /** A round now; if one is running, another after it. */
  now(): void {
    this.failures = 0;
    if (this.running) this.again = true;
    else void this.round();
  }

  private async round(): Promise<void> {
    const owner = this.options.owner();
    if (this.stopped || !owner) return;
    clearTimeout(this.timer);
    this.running = true;
    this.set({ ...this.state, sending: true, nextAt: null });
    // A fault of the phone's own storage must not end the replay: it is tried again like anything else.
    const end = await this.options.sender.round(owner).catch((fault: unknown): RoundEnd => {
      console.error(fault);
      return 'later';
    });
    this.running = false;
    this.plan(end);
    this.options.onRound(end);
  }

  private plan(end: RoundEnd): void {
    if (this.stopped) return;
    const { random, now } = this.options;
    const calm = end === 'empty' || end === 'signed-out' || end === 'not-allowed';
    // What was just written may have missed the last look of the tab that was at it.
    if (calm || end === 'elsewhere' || end === 'more' || this.options.sender.advanced) this.failures = 0;
    const wait = this.again ? 0 : calm ? idleWaitMilliseconds : waitAfter(this.failures++, random());
    this.again = false;
    this.timer = setTimeout(() => void this.round(), wait);
    this.set({ end, sending: false, nextAt: calm ? null : now() + wait });
  }

  private set(state: ReplayState): void {
    this.state = state;
    this.options.onState(state);
  }
}
