/** What changed on the server; fetch the thing anew when it is on screen. */
export interface Change {
  kind:
    | 'alert'
    | 'case'
    | 'work-order'
    | 'zone'
    | 'grid'
    | 'rule'
    | 'feed'
    | 'sensor'
    | 'job'
    | 'form'
    | 'emergency'
    | 'submission'
    | 'unmask-request'
    | 'question'
    | 'notice';
  id: string;
  revision: number;
  action: string;
}

export interface EventHandlers {
  onChange(change: Change): void;
  /** The past we asked for is gone: fetch everything anew. */
  onReset(): void;
  /** Whether the stream is open now. */
  onState?(open: boolean): void;
}

export interface SseEvent {
  id: string | null;
  event: string;
  data: string;
}

/** Cuts a text stream into server-sent events (WHATWG HTML §9.2.6); keeps the unfinished rest for the next piece. */
export class SseParser {
  private rest = '';
  private id: string | null = null;

  /** The last id read, also from a beat that brings no event: where to resume. */
  get lastId(): string | null {
    return this.id;
  }

  /** @returns the events completed by this piece */
  push(piece: string): SseEvent[] {
    const raw = this.rest + piece;
    // A carriage return at the end may be half of a line end that the next piece completes.
    const held = raw.endsWith('\r') ? '\r' : '';
    const text = raw.slice(0, raw.length - held.length).replace(/\r\n?/g, '\n');
    const blocks = text.split('\n\n');
    this.rest = (blocks.pop() ?? '') + held;
    return blocks.map((block) => this.read(block)).filter((event) => event !== null);
  }

  private read(block: string): SseEvent | null {
    let event = 'message';
    const data: string[] = [];
    for (const line of block.split('\n')) {
      const colon = line.indexOf(':');
      const name = colon < 0 ? line : line.slice(0, colon);
      const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
      if (name === 'event') event = value;
      else if (name === 'data') data.push(value);
      else if (name === 'id') this.id = value;
    }
    return data.length > 0 ? { id: this.id, event, data: data.join('\n') } : null;
  }
}

const firstWaitMilliseconds = 1000;
const longestWaitMilliseconds = 30_000;

/**
 * Follows `/api/v1/events`, resuming where it broke off. Fetch instead of EventSource, which gives up for good on an
 * error status and then forgets its last id.
 * @returns a function that ends it
 */
export function followEvents(handlers: EventHandlers, url = '/api/v1/events'): () => void {
  const ended = new AbortController();
  void run(handlers, url, ended.signal);
  return () => ended.abort();
}

async function run(handlers: EventHandlers, url: string, signal: AbortSignal): Promise<void> {
  const place = { lastId: '' };
  let wait = firstWaitMilliseconds;
  while (!signal.aborted) {
    try {
      await follow(handlers, url, signal, place, () => {
        wait = firstWaitMilliseconds;
      });
    } catch {
      // A broken stream is ordinary: wait and resume.
    }
    handlers.onState?.(false);
    if (signal.aborted) return;
    await new Promise((done) => setTimeout(done, wait));
    wait = Math.min(wait * 2, longestWaitMilliseconds);
  }
}

async function follow(
  handlers: EventHandlers,
  url: string,
  signal: AbortSignal,
  place: { lastId: string },
  opened: () => void,
): Promise<void> {
  const headers: Record<string, string> = { Accept: 'text/event-stream' };
  if (place.lastId) headers['Last-Event-ID'] = place.lastId;
  const response = await fetch(url, { headers, signal, credentials: 'same-origin' });
  if (!response.ok || !response.body) throw new Error(`events: ${response.status}`);
  opened();
  handlers.onState?.(true);
  const parser = new SseParser();
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const events = parser.push(value);
    place.lastId = parser.lastId ?? place.lastId;
    for (const event of events) {
      if (event.event === 'reset') handlers.onReset();
      else if (event.event === 'change') handlers.onChange(JSON.parse(event.data) as Change);
    }
  }
}
