import {
  body,
  client,
  isProblem,
  type OutcomeReasons,
  type Purpose,
  type SeizedKind,
  type Session,
  type SignIn,
} from '@fourfold/api';
import {
  forgetWorkOrders,
  holdRoom,
  http,
  Letters,
  learn,
  makeRoom,
  OfflineDatabase,
  Outbox,
  oneTab,
  Replay,
  type ReplayState,
  type RoundEnd,
  Sender,
  Submissions,
  storeWorkOrders,
  type Written,
  type WrittenFree,
  type WrittenLetter,
  withRoom,
} from '@fourfold/offline';
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { fetchOrders, sessionOf, soon } from './ask.ts';
import { clockGap } from './clock.ts';
import { learnForms, mayFill } from './forms.ts';
import { learnGround } from './ground.ts';
import { forgetInbox, hasInbox, learnInbox } from './inbox.ts';
import { announce, byId, listen, newAmong, seen } from './news.ts';
import { forgetPush } from './push.ts';
import { formRefuge, sweepForms, unshelter } from './refuge.ts';
import { learnReported } from './reported.ts';
import { sentBack } from './steps.ts';
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
  /** The phone's storage cannot be opened: nothing could be kept, so nothing is begun. */
  broken: boolean;
  session: Session | null;
  /** The session we show is over: what is done is kept, nothing is sent. */
  signedOut: boolean;
  fetching: boolean;
  /** When the list was fetched, by the server's clock as far as it is known; Unix milliseconds. */
  fetchedAt: number | null;
  /** What has to be added to this phone's clock to have the server's, milliseconds; 0 when they agree. */
  clockGap: number;
  replay: ReplayState;
  /** Bytes of photos and videos under way that the server has, by their ids. */
  sent: Record<string, number>;
}

/** Kept while a session is to be ended of which the server has not heard. */
const leavingKey = 'leaving';
const keepDays = 7;
const dayMilliseconds = 86_400_000;
const refreshMilliseconds = 60_000;

/** This phone: its storage, its queue, its session. One for the whole page. */
export class Phone {
  readonly db = new OfflineDatabase();
  readonly outbox = new Outbox(this.db);
  readonly forms = new Submissions(this.db);
  readonly letters = new Letters(this.db);
  readonly state = new Store<PhoneState>({
    ready: false,
    broken: false,
    session: null,
    signedOut: false,
    fetching: false,
    fetchedAt: null,
    clockGap: 0,
    replay: { end: null, sending: false, nextAt: null },
    sent: {},
  });
  private readonly replay: Replay;

  constructor() {
    const sender = new Sender({
      db: this.db,
      transport: http,
      exclusive: oneTab('fourfold-outbox'),
      onSent: (id, bytes) => this.state.set({ sent: { ...this.state.get().sent, [id]: bytes } }),
    });
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
    try {
      const session = (await this.db.recall<Session>('session')) ?? null;
      const fetchedAt = (await this.db.recall<number>('fetchedAt')) ?? null;
      const gap = (await this.db.recall<number>('clockGap')) ?? 0;
      this.state.set({ ready: true, session, fetchedAt, clockGap: gap });
    } catch (error) {
      console.error(error);
      this.state.set({ ready: true, broken: true });
      return;
    }
    this.replay.start(window);
    this.followOtherTabs();
    const old = Date.now() - keepDays * dayMilliseconds;
    this.outbox.prune(old).catch(console.error);
    this.letters.prune(old).catch(console.error);
    sweepForms(async (id) => (await this.db.submissions.get(id))?.standing === 'draft').catch(console.error);
    void navigator.storage?.persist?.();
    this.holdRoom();
    const look = () => {
      if (document.visibilityState === 'visible') void this.refresh();
    };
    const follow = listen(() => (this.state.get().signedOut ? null : this.owner), look);
    addEventListener('online', look);
    document.addEventListener('visibilitychange', look);
    document.addEventListener('visibilitychange', follow);
    this.state.subscribe(follow);
    setInterval(look, refreshMilliseconds);
    follow();
    await this.refresh();
  }

  /**
   * All tabs have one session: who signs out in one of them must not go on being read in another, least of all by the next
   * person with this phone.
   * @returns a function that ends it
   */
  followOtherTabs(): () => void {
    return this.db.watch<Session>('session', (session) => {
      if ((session?.person.id ?? null) === this.owner) {
        if (session && this.state.get().signedOut) void this.refresh();
        return;
      }
      this.turn++;
      seen();
      const gone = session ? {} : { fetchedAt: null };
      this.state.set({ session: session ?? null, signedOut: false, fetching: false, ...gone });
      this.replay.now();
    });
  }

  /** Writes what the person did; it is safe when this returns, and on its way. */
  async write(written: Written): Promise<void> {
    const owner = this.owner;
    if (!owner) throw new Error('nobody is known on this phone');
    await this.outbox.write(owner, written);
    this.handedIn(written);
  }

  /** The same for what belongs to no work order. */
  async tell(written: WrittenFree, beside?: () => Promise<unknown>): Promise<void> {
    const owner = this.owner;
    if (!owner) throw new Error('nobody is known on this phone');
    await this.outbox.writeFree(owner, written, beside);
    this.handedIn(written);
  }

  /** What a full phone kept of its draft beside the database goes with it. */
  private handedIn({ draftKey }: Written): void {
    if (draftKey) unshelter(draftKey);
    this.replay.written();
  }

  /** Says what belongs to no work order; it is safe when this returns, and on its way. */
  async say(owner: string, letter: WrittenLetter): Promise<void> {
    await this.letters.write(owner, letter);
    this.replay.written();
  }

  /** Hands a filled form in; it is safe when this returns, and on its way. */
  async handIn(id: string, filled: Parameters<Submissions['handIn']>[1]): Promise<void> {
    await this.forms.handIn(id, filled);
    unshelter(formRefuge(id));
    this.replay.written();
  }

  sendNow(): void {
    this.replay.now();
  }

  async signIn(signIn: SignIn): Promise<void> {
    // An answer that ends the old session late would take the new one's cookie with it.
    await this.leave();
    await this.enter(await sessionOf(client.POST('/session', { body: signIn, ...soon() })));
  }

  async changePurpose(change: { purpose: Purpose; postId?: string }): Promise<void> {
    await this.enter(await sessionOf(client.PUT('/session/purpose', { body: change, ...soon() })));
  }

  private async enter(session: Session): Promise<void> {
    const before = this.owner;
    this.turn++;
    if (before && before !== session.person.id) await this.forget(before);
    await this.db.kept.delete(leavingKey);
    // Without a session a full phone sends nothing, and would stay full.
    await withRoom(this.db, () => this.db.keep('session', session), makeRoom);
    this.state.set({ session, signedOut: false, fetching: false });
    this.replay.now();
    // Who waited for it here would be led to the first page when it comes, from wherever they are by then.
    void this.refresh();
  }

  /** The phone forgets now; the server hears of it now or, without a network, before anything else is asked of it. */
  async signOut(): Promise<void> {
    this.turn++;
    const owner = this.owner;
    await withRoom(this.db, () => this.db.keep(leavingKey, true), makeRoom);
    if (owner) await this.forget(owner);
    await this.db.kept.delete('session');
    this.state.set({ session: null, signedOut: false, fetchedAt: null, fetching: false });
    await this.leave();
  }

  /** What of a person is not to be seen, or heard, by the next one with this phone. */
  private async forget(owner: string): Promise<void> {
    seen();
    await forgetWorkOrders(this.db, owner);
    await forgetInbox(this.db, owner);
    await forgetPush(this.db).catch(console.error);
  }

  /** Ends the server's session if the person has left it. @returns whether there is nothing left to end */
  private leave(): Promise<boolean> {
    this.leaving ??= this.endSession().finally(() => {
      this.leaving = null;
    });
    return this.leaving;
  }

  private leaving: Promise<boolean> | null = null;

  private async endSession(): Promise<boolean> {
    if (!(await this.db.recall<boolean>(leavingKey))) return true;
    try {
      await client.DELETE('/session', soon());
    } catch (error) {
      // Only a session that is over already needs no ending.
      if (!isProblem(error) || error.status !== 401) return false;
    }
    await this.db.kept.delete(leavingKey);
    return true;
  }

  /** Raised when somebody comes or goes: what was asked before concerns them no more. */
  private turn = 0;

  /** Asks the server who we are and what there is to do; keeps the last answer when there is none. */
  async refresh(): Promise<void> {
    if (this.state.get().fetching) {
      // What changed after it was asked for is not in the answer.
      this.again = true;
      return;
    }
    this.again = false;
    const { turn } = this;
    this.state.set({ fetching: true });
    try {
      if (!(await this.leave())) return;
      const asked = Date.now();
      const session = body(await client.GET('/session', soon()));
      await this.setClock(clockGap(asked, Date.now(), session.now));
      const known = this.owner;
      if (turn !== this.turn) return;
      if (known && known !== session.person?.id) this.state.set({ signedOut: true });
      else await this.learn(session, turn);
    } catch (error) {
      if (!isProblem(error)) console.error(error);
      else if (error.status === 401 && this.owner && turn === this.turn) this.state.set({ signedOut: true });
    } finally {
      if (turn === this.turn) this.state.set({ fetching: false });
    }
    if (this.again && turn === this.turn) await this.refresh();
  }

  private again = false;

  private async setClock(gap: number): Promise<void> {
    if (gap === this.state.get().clockGap) return;
    this.state.set({ clockGap: gap });
    await this.db.keep('clockGap', gap).catch(console.error);
  }

  private async learn(session: Session, turn: number): Promise<void> {
    if (!session.person || session.setupNeeded) return;
    // On a full phone it stands until the page is closed.
    await this.db.keep('session', session).catch(console.error);
    this.state.set({ session, signedOut: false });
    if (session.purpose !== 'field-work') return;
    if (session.permissions.includes('work-orders.read')) await this.learnOrders(session, turn);
    if (turn !== this.turn) return;
    await learnGround(this.db, session, () => turn === this.turn);
    await learnReported(this.db, session, () => turn === this.turn);
    await this.learnLand();
    if (turn === this.turn && hasInbox(session)) {
      const arrived = await learnInbox(this.db, session, Date.now());
      if (turn === this.turn) announce(arrived);
    }
    if (turn !== this.turn || !mayFill(session)) return;
    await learnForms(this.db, this.forms, session.person.id, Date.now() - keepDays * dayMilliseconds);
  }

  private async learnOrders(session: Session, turn: number): Promise<void> {
    // First what a report needs: an order without it could be taken, and not be reported where there is no signal.
    await this.learnCodes();
    const orders = await fetchOrders(session);
    if (turn !== this.turn) return;
    const known = byId(await this.db.workOrders.where('owner').equals(session.person.id).toArray());
    const first = this.state.get().fetchedAt === null;
    const fetchedAt = Date.now() + this.state.get().clockGap;
    await storeWorkOrders(this.db, session.person.id, orders, fetchedAt);
    await this.db.keep('fetchedAt', fetchedAt);
    this.state.set({ fetchedAt });
    if (!first) announce({ orders: newAmong(known, orders) });
    await this.learnLand();
    // Why a report did not hold is read where the work is, with or without a network.
    for (const order of orders.filter(sentBack)) await this.askWhole(order.id);
  }

  /** Asks for a work order's history, which no list tells; without an answer the phone shows what it has. */
  async askWhole(id: string): Promise<void> {
    const known = await this.db.workOrders.get(id);
    if (!known || known.order.history?.length) return;
    try {
      await learn(this.db, body(await client.GET('/work-orders/{id}', { params: { path: { id } }, ...soon() })));
    } catch (error) {
      if (!isProblem(error)) console.error(error);
    }
  }

  /** Code lists change rarely; once a session of the app is enough, and the ones that are kept will do. */
  private async learnCodes(): Promise<void> {
    if (this.codesFetched) return;
    try {
      const outcomes = body(await client.GET('/outcomes/reasons', soon())).items;
      const seized = body(await client.GET('/work-orders/seized-kinds', soon())).items;
      await this.db.keep('codes', { outcomes, seized } satisfies Codes);
      this.codesFetched = true;
    } catch (error) {
      if (!isProblem(error) || !(await this.db.recall('codes'))) throw error;
    }
  }

  /** The sketch of the coast: good to have, and nothing waits for it. */
  private async learnLand(): Promise<void> {
    if (await this.db.recall('land')) return;
    const land = await client.GET('/map/land', soon()).catch(() => null);
    if (land?.data) await this.db.keep('land', land.data);
  }

  private codesFetched = false;

  // A phone that has none to hold now has it another time.
  private holdRoom(): void {
    holdRoom(this.db).catch(console.error);
  }

  private afterRound(end: RoundEnd): void {
    if (end === 'signed-out') this.state.set({ signedOut: true });
    if (end === 'empty') {
      this.state.set({ sent: {} });
      this.holdRoom();
    }
    if (end === 'empty' && this.sentSomething) void this.refresh();
    this.sentSomething = end !== 'empty';
  }

  private sentSomething = false;
}
