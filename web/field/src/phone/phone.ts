import {
  body,
  client,
  isProblem,
  type OutcomeReasons,
  type Purpose,
  type SeizedKind,
  type Session,
  type SignIn,
  type WorkOrder,
} from '@fourfold/api';
import {
  forgetWorkOrders,
  http,
  OfflineDatabase,
  Outbox,
  oneTab,
  Replay,
  type ReplayState,
  type RoundEnd,
  Sender,
  storeWorkOrders,
  type Written,
} from '@fourfold/offline';
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { Store } from './store.ts';

/** Code lists of the server, kept for when there is no network. */
export interface Codes {
  outcomes: OutcomeReasons[];
  seized: SeizedKind[];
}

export type Land = FeatureCollection<Polygon | MultiPolygon>;

/** What is known about the connection and who is signed in; the rest is in the database. */
export interface PhoneState {
  ready: boolean;
  session: Session | null;
  /** The session we show is over: what is done is kept, nothing is sent. */
  signedOut: boolean;
  fetching: boolean;
  fetchedAt: number | null;
  replay: ReplayState;
}

const keepDays = 7;
const dayMilliseconds = 86_400_000;
const refreshMilliseconds = 60_000;
const pagesAtMost = 4;

/** This phone: its storage, its queue, its session. One for the whole page. */
export class Phone {
  readonly db = new OfflineDatabase();
  readonly outbox = new Outbox(this.db);
  readonly state = new Store<PhoneState>({
    ready: false,
    session: null,
    signedOut: false,
    fetching: false,
    fetchedAt: null,
    replay: { end: null, sending: false, nextAt: null },
  });
  private readonly replay: Replay;

  constructor() {
    const sender = new Sender({ db: this.db, transport: http, exclusive: oneTab('fourfold-outbox') });
    this.replay = new Replay({
      sender,
      owner: () => this.owner,
      onState: (replay) => this.state.set({ replay }),
      onRound: (end) => this.afterRound(end),
    });
  }

  get owner(): string | null {
    return this.state.get().session?.person.id ?? null;
  }

  /** Opens with what the phone remembers, then asks the server. */
  async start(): Promise<void> {
    const session = (await this.db.recall<Session>('session')) ?? null;
    const fetchedAt = (await this.db.recall<number>('fetchedAt')) ?? null;
    this.state.set({ ready: true, session, fetchedAt });
    this.replay.start(window);
    void this.outbox.prune(Date.now() - keepDays * dayMilliseconds);
    void navigator.storage?.persist?.();
    addEventListener('online', () => void this.refresh());
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') void this.refresh();
    });
    setInterval(() => {
      if (document.visibilityState === 'visible') void this.refresh();
    }, refreshMilliseconds);
    await this.refresh();
  }

  /** Writes what the person did; it is safe when this returns, and on its way. */
  async write(written: Written): Promise<void> {
    const owner = this.owner;
    if (!owner) throw new Error('nobody is known on this phone');
    await this.outbox.write(owner, written);
    this.replay.written();
  }

  sendNow(): void {
    this.replay.now();
  }

  async signIn(signIn: SignIn): Promise<void> {
    await this.enter(body(await client.POST('/session', { body: signIn })));
  }

  async changePurpose(change: { purpose: Purpose; postId?: string }): Promise<void> {
    await this.enter(body(await client.PUT('/session/purpose', { body: change })));
  }

  private async enter(session: Session): Promise<void> {
    const before = this.owner;
    if (before && before !== session.person.id) await forgetWorkOrders(this.db, before);
    await this.db.keep('session', session);
    this.state.set({ session, signedOut: false });
    this.replay.now();
    await this.refresh();
  }

  async signOut(): Promise<void> {
    // Without a network the server learns of it when its cookie is used next; the phone forgets now.
    await client.DELETE('/session').catch(() => {});
    const owner = this.owner;
    if (owner) await forgetWorkOrders(this.db, owner);
    await this.db.kept.delete('session');
    this.state.set({ session: null, signedOut: false, fetchedAt: null });
  }

  /** Asks the server who we are and what there is to do; keeps the last answer when there is none. */
  async refresh(): Promise<void> {
    if (this.state.get().fetching) return;
    this.state.set({ fetching: true });
    try {
      const session = body(await client.GET('/session'));
      const known = this.owner;
      if (known && known !== session.person.id) this.state.set({ signedOut: true });
      else await this.learn(session);
    } catch (error) {
      if (!isProblem(error)) throw error;
      if (error.status === 401 && this.owner) this.state.set({ signedOut: true });
    } finally {
      this.state.set({ fetching: false });
    }
  }

  private async learn(session: Session): Promise<void> {
    if (!session.person || session.setupNeeded) return;
    await this.db.keep('session', session);
    this.state.set({ session, signedOut: false });
    if (session.purpose !== 'field-work' || !session.permissions.includes('work-orders.read')) return;
    await storeWorkOrders(this.db, session.person.id, await fetchOrders(session), Date.now());
    const fetchedAt = Date.now();
    await this.db.keep('fetchedAt', fetchedAt);
    this.state.set({ fetchedAt });
    await this.learnCodes();
  }

  /** Code lists and the land outline change rarely; once a session of the app is enough. */
  private async learnCodes(): Promise<void> {
    if (this.codesFetched) return;
    const outcomes = body(await client.GET('/outcomes/reasons')).items;
    const seized = body(await client.GET('/work-orders/seized-kinds')).items;
    await this.db.keep('codes', { outcomes, seized } satisfies Codes);
    if (!(await this.db.recall('land'))) {
      const land = await client.GET('/map/land').catch(() => null);
      if (land?.data) await this.db.keep('land', land.data);
    }
    this.codesFetched = true;
  }

  private codesFetched = false;

  private afterRound(end: RoundEnd): void {
    if (end === 'signed-out') this.state.set({ signedOut: true });
    if (end === 'empty' && this.sentSomething) void this.refresh();
    this.sentSomething = end !== 'empty';
  }

  private sentSomething = false;
}

/** Pages of one list; a phone needs no more than a day's work. */
async function fetchList(scope: 'mine' | 'unit', open: boolean): Promise<WorkOrder[]> {
  const orders: WorkOrder[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < (open ? pagesAtMost : 1); page++) {
    const answer = body(await client.GET('/work-orders', { params: { query: { scope, open, cursor } } }));
    orders.push(...answer.items);
    if (!answer.next) break;
    cursor = answer.next;
  }
  return orders;
}

/** What nobody of my unit has taken yet, unless it was given to another post, and what is mine, done ones included. */
async function fetchOrders({ post }: Session): Promise<WorkOrder[]> {
  const waiting = (await fetchList('unit', true)).filter((order) => order.state === 'issued');
  const forMe = waiting.filter((order) => !order.post || order.post.id === post.id);
  const mine = [...(await fetchList('mine', true)), ...(await fetchList('mine', false))];
  return [...new Map([...forMe, ...mine].map((order) => [order.id, order])).values()];
}
