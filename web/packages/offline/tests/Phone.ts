import type { WorkOrder } from '@fourfold/api';
import { Dexie } from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import {
  type Exclusive,
  Letters,
  OfflineDatabase,
  Outbox,
  Sender,
  Submissions,
  storeWorkOrders,
  type Transport,
} from '../src/index.ts';

Dexie.dependencies.IDBKeyRange = IDBKeyRange;

/** The phone's storage, which outlives every tab, and its one lock. */
export class Phone {
  readonly disk = new IDBFactory();
  time = Date.UTC(2026, 2, 18, 4, 31);
  private holder: Tab | null = null;

  /** The lock of the browser: a tab that was killed holds nothing. */
  exclusive(tab: Tab): Exclusive {
    return async (work) => {
      if (this.holder && !this.holder.killed) return false;
      this.holder = tab;
      try {
        await work();
      } finally {
        if (this.holder === tab) this.holder = null;
      }
      return true;
    };
  }

  open(transport: Transport): Tab {
    return new Tab(this, transport);
  }
}

/** One page of the app, from opening to being closed or killed. */
export class Tab {
  readonly db: OfflineDatabase;
  readonly outbox: Outbox;
  readonly sender: Sender;
  readonly forms: Submissions;
  readonly letters: Letters;
  killed = false;
  private writesLeft = Number.POSITIVE_INFINITY;
  private readonly phone: Phone;

  constructor(phone: Phone, transport: Transport) {
    this.phone = phone;
    this.db = new OfflineDatabase('field', { indexedDB: phone.disk, IDBKeyRange });
    this.dieAfterWrites();
    const now = () => phone.time++;
    this.outbox = new Outbox(this.db, now);
    this.forms = new Submissions(this.db, now);
    this.letters = new Letters(this.db, now);
    this.sender = new Sender({
      db: this.db,
      transport,
      exclusive: phone.exclusive(this),
      now,
      photoGraceMilliseconds: 50,
      turnMilliseconds: 500,
    });
  }

  /** Lets the tab die at its n-th write from here, which is then not made, and takes its transaction with it. */
  dieAt(write: number): void {
    this.writesLeft = write;
  }

  kill(): void {
    this.killed = true;
    this.db.close();
  }

  private dieAfterWrites(): void {
    this.db.use({
      stack: 'dbcore',
      name: 'mortal',
      create: (down) => ({
        ...down,
        table: (name) => {
          const table = down.table(name);
          return {
            ...table,
            mutate: (request) => {
              if (this.writesLeft-- <= 0) return Promise.reject(new Error('killed'));
              return table.mutate(request);
            },
          };
        },
      }),
    });
  }

  async knows(...orders: WorkOrder[]): Promise<void> {
    await storeWorkOrders(this.db, 'fu', orders, this.phone.time);
  }

  async photo(target: string, name: string): Promise<string> {
    const blob = new Blob([name], { type: 'image/jpeg' });
    return (await this.outbox.addPhoto('fu', target, { blob, sha256: name })).id;
  }

  /** Accept, set out, arrive and report: a whole visit, written without any network. */
  async visit(target: string, photoIds: string[] = []): Promise<string[]> {
    const ids: string[] = [];
    for (const kind of ['work-order.accept', 'work-order.set-out', 'work-order.arrive'] as const)
      ids.push((await this.outbox.write('fu', { kind, target })) ?? '');
    ids.push(
      (await this.outbox.write('fu', {
        kind: 'work-order.report',
        target,
        payload: { result: 'confirmed', reason: 'seen', seized: [] },
        photoIds,
      })) ?? '',
    );
    return ids;
  }

  standings = async () => (await this.db.commands.orderBy('seq').toArray()).map((command) => command.standing);
}
