import { Problem } from '@fourfold/api';
import { describe, expect, it, vi } from 'vitest';
import { FakeServer } from './FakeServer.ts';
import { Phone, type Tab } from './Phone.ts';

// One life for every write and request there is: some seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const kinds = ['work-order.accept', 'work-order.set-out', 'work-order.arrive', 'work-order.report'];

/** @param lost uploads that fail at first, so that their record leaves without them and they follow in notes */
async function prepared(lost: number) {
  const server = new FakeServer();
  server.photosToLose = lost;
  const phone = new Phone();
  const tab = phone.open(server);
  await tab.knows(server.order('a'), server.order('b'));
  const photos = [await tab.photo('a', 'one'), await tab.photo('a', 'two')];
  const ids = [...(await tab.visit('a', photos)), ...(await tab.visit('b'))];
  return { server, phone, tab, ids };
}

/** What must hold however often the phone died: every deed once, in order, every photo referred to once. */
function expectEverythingOnce(server: FakeServer, ids: string[]) {
  const visits = server.applied.filter((command) => command.kind !== 'work-order.note');
  expect(visits.map((command) => command.id).sort()).toEqual([...ids].sort());
  for (const target of ['a', 'b'])
    expect(visits.filter((command) => command.target === target).map((command) => command.kind)).toEqual(kinds);
  expect(server.referred().sort()).toEqual(['file-one', 'file-two']);
  expect(server.changedAfterSending).toEqual([]);
}

async function finish(phone: Phone, server: FakeServer) {
  const tab = phone.open(server);
  for (let round = 0; round < 5 && (await tab.sender.round('fu')) !== 'empty'; round++);
  expect(new Set(await tab.standings())).toEqual(new Set(['done']));
  expect((await tab.db.photos.toArray()).map((photo) => photo.standing)).toEqual(['done', 'done']);
}

/** Rounds until nothing is left, as the clock would start them. */
async function rounds(tab: Tab) {
  for (let round = 0; round < 4 && (await tab.sender.round('fu')) !== 'empty'; round++);
}

const signal = [
  { lost: 0, with: 'a good signal' },
  { lost: 1, with: 'a signal too weak for the photos at first' },
];

describe.each(signal)('with $with, a phone that dies', ({ lost }) => {
  it('at any write to its own storage loses nothing and does nothing twice', async () => {
    let deaths = 0;
    for (let write = 0; ; write++) {
      const { server, phone, tab, ids } = await prepared(lost);
      tab.dieAt(write);
      const survived = await rounds(tab).then(
        () => true,
        () => false,
      );
      tab.kill();
      if (survived) break;
      deaths++;
      await finish(phone, server);
      expectEverythingOnce(server, ids);
    }
    expect(deaths).toBeGreaterThan(20);
  });

  it.each(['deliver', 'answer'] as const)(
    'at the %s of any request loses nothing and does nothing twice',
    async (moment) => {
      let deaths = 0;
      for (let request = 0; ; request++) {
        const { server, phone, tab, ids } = await prepared(lost);
        let count = 0;
        let died = () => {};
        const death = new Promise<void>((resolve) => {
          died = resolve;
        });
        server.wire = (at) => {
          if (at !== moment || count++ !== request) return;
          died();
          return new Promise<void>(() => {});
        };
        const round = rounds(tab).then(() => 'survived');
        const fate = await Promise.race([round, death.then(() => 'died')]);
        tab.kill();
        server.wire = () => {};
        if (fate === 'survived') break;
        deaths++;
        await finish(phone, server);
        expectEverythingOnce(server, ids);
      }
      expect(deaths).toBeGreaterThan(5);
    },
  );
});

describe('a phone that dies', () => {
  it('while it writes a record keeps the draft, or the record with its photos, never half of them', async () => {
    for (let write = 0; ; write++) {
      const server = new FakeServer();
      const phone = new Phone();
      const tab = phone.open(server);
      await tab.knows(server.order('a'));
      await tab.db.keep('draft:a', { note: 'two persons' });
      const photo = await tab.photo('a', 'one');
      tab.dieAt(write);
      const written = await tab.outbox
        .write('fu', { kind: 'work-order.report', target: 'a', photoIds: [photo], draftKey: 'draft:a' })
        .then(
          () => true,
          () => false,
        );
      tab.kill();
      const next = phone.open(server);
      expect((await next.db.recall('draft:a')) === undefined).toBe(written);
      expect((await next.db.photos.get(photo))?.standing).toBe(written ? 'waiting' : 'draft');
      expect(await next.db.commands.count()).toBe(written ? 1 : 0);
      if (written) break;
    }
  });

  it('finds the same once more when the answer to the last request was lost on the way', async () => {
    const { server, phone, tab, ids } = await prepared(0);
    server.wire = (moment) => {
      if (moment === 'answer') throw new Problem(0, {});
    };
    expect(await tab.sender.round('fu')).toBe('no-network');
    tab.kill();
    server.wire = () => {};
    await finish(phone, server);
    expectEverythingOnce(server, ids);
  });
});
