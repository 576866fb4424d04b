import { Problem } from '@fourfold/api';
import { describe, expect, it } from 'vitest';
import { decide, draftKey, show } from '../src/index.ts';
import { FakeServer } from './FakeServer.ts';
import { Phone } from './Phone.ts';

async function phoneWith(...orders: string[]) {
  const server = new FakeServer();
  const phone = new Phone();
  const tab = phone.open(server);
  await tab.knows(...orders.map((id) => server.order(id)));
  return { server, phone, tab };
}

describe('writing', () => {
  it('a step pressed twice, or in two tabs at once, is written once', async () => {
    const { server, phone, tab } = await phoneWith('a');
    const other = phone.open(server);
    const press = (on: typeof tab) => on.outbox.write('fu', { kind: 'work-order.accept', target: 'a' });
    const ids = await Promise.all([press(tab), press(tab), press(other)]);
    expect(new Set(ids).size).toBe(1);
    expect(await tab.standings()).toEqual(['waiting']);
    await tab.outbox.write('fu', { kind: 'work-order.set-out', target: 'a' });
    expect(await press(other)).toBe(ids[0]);
    expect(await tab.sender.round('fu')).toBe('empty');
    expect(server.applied.map((command) => command.kind)).toEqual(['work-order.accept', 'work-order.set-out']);
  });

  it('a report pressed twice is one report, and its photos stay with it', async () => {
    const { server, tab } = await phoneWith('a');
    const photo = await tab.photo('a', 'one');
    const [first] = await Promise.all([tab.visit('a', [photo]), tab.visit('a', [photo])]);
    expect(await tab.standings()).toEqual(['waiting', 'waiting', 'waiting', 'waiting']);
    expect((await tab.db.photos.get(photo))?.commandId).toBe(first.at(-1));
    await tab.sender.round('fu');
    expect(server.referred()).toEqual(['file-one']);
  });

  it('a report that was refused is not in the way of another', async () => {
    const { server, tab } = await phoneWith('a');
    const ids = await tab.visit('a');
    server.order('a', { state: 'cancelled', revision: 1 });
    await tab.sender.round('fu');
    expect((await tab.standings())[0]).toBe('refused');
    expect(await tab.outbox.write('fu', { kind: 'work-order.accept', target: 'a' })).not.toBe(ids[0]);
  });

  it('a photo that its note left behind follows to the same work order', async () => {
    const { server, tab } = await phoneWith('a');
    // Taken on the page of notes, apart from those of the report.
    const photo = await tab.photo('a/note', 'one');
    server.photosToLose = 1;
    await tab.outbox.write('fu', {
      kind: 'work-order.note',
      target: 'a',
      payload: { text: 'Van' },
      photoIds: [photo],
    });
    await tab.sender.round('fu');
    await tab.sender.round('fu');
    expect(server.applied.map((command) => command.target)).toEqual(['a', 'a']);
    expect(server.referred()).toEqual(['file-one']);
  });

  it('what somebody else on this phone has not sent changes nothing for me', async () => {
    const { tab } = await phoneWith('a');
    await tab.visit('a');
    await tab.outbox.write('chen', { kind: 'work-order.accept', target: 'a' });
    const written = await tab.db.commands.where({ owner: 'chen' }).first();
    expect(written?.seenState).toBe('issued');
    const known = await tab.db.workOrders.get('a');
    expect(known && show(known.order, await tab.db.commands.toArray(), 'chen').order.state).toBe('accepted');
  });
});

describe('drafts', () => {
  it('two fields written at the same time, in two tabs, are both kept', async () => {
    const { server, phone, tab } = await phoneWith('a');
    await tab.db.merge('draft:a', { note: 'two persons' });
    const other = phone.open(server);
    await Promise.all([
      tab.db.merge('draft:a', { result: 'confirmed' }),
      other.db.merge('draft:a', { reason: 'smuggled' }),
    ]);
    expect(await tab.db.recall('draft:a')).toEqual({ note: 'two persons', result: 'confirmed', reason: 'smuggled' });
  });

  it('photos of a draft go when their work order has long gone from the phone, and not before', async () => {
    const { phone, tab } = await phoneWith('a');
    await tab.photo('a', 'here');
    await tab.photo('a/note', 'here too');
    await tab.photo('gone', 'gone');
    await tab.outbox.prune(0);
    expect(await tab.db.photos.count()).toBe(3);
    await tab.outbox.prune(phone.time + 1);
    expect((await tab.db.photos.toArray()).map((photo) => photo.sha256).sort()).toEqual(['here', 'here too']);
  });

  it('a report that was begun without a work order keeps its photos as long as its words', async () => {
    const { phone, tab } = await phoneWith('a');
    await tab.db.keep(draftKey('fu', 'tell'), { what: 'damage' });
    await tab.photo('tell', 'one');
    await tab.outbox.prune(phone.time + 1);
    expect(await tab.db.photos.count()).toBe(1);
    await tab.db.kept.delete(draftKey('fu', 'tell'));
    await tab.outbox.prune(phone.time + 1);
    expect(await tab.db.photos.count()).toBe(0);
  });
});

describe('sending under a session that is not the writer’s', () => {
  it('stops at once when somebody else signs in in the middle of a round', async () => {
    const { server, tab } = await phoneWith('a');
    await tab.visit('a');
    server.wire = (moment) => {
      if (moment === 'answer') server.signedIn = 'chen';
    };
    expect(await tab.sender.round('fu')).toBe('signed-out');
    expect(server.applied).toHaveLength(1);
    expect(await tab.standings()).toEqual(['done', 'waiting', 'waiting', 'waiting']);
  });

  it.each(['permission.missing', 'purpose.missing'])('parks nothing when the session lacks it: %s', async (code) => {
    const { server, tab } = await phoneWith('a');
    await tab.visit('a', [await tab.photo('a', 'one')]);
    const send = server.send.bind(server);
    server.send = async (_owner, commands) =>
      commands.map(({ id }) => ({ id, status: 403, problem: { code, parameters: null, errors: null } }));
    expect(await tab.sender.round('fu')).toBe('not-allowed');
    server.send = send;
    server.wire = (_moment, what) => {
      if (what === 'photo') throw new Problem(403, { code });
    };
    expect(await tab.sender.round('fu')).toBe('not-allowed');
    expect(await tab.standings()).not.toContain('refused');
    expect((await tab.db.photos.toArray()).map(({ standing }) => standing)).toEqual(['waiting']);
    server.wire = () => {};
    expect(await tab.sender.round('fu')).toBe('empty');
    expect(server.referred()).toEqual(['file-one']);
  });
});

describe('what a proxy between us refuses', () => {
  it.each([413, 415])('a photo (%i) is parked where the person sees it, and holds up nothing', async (status) => {
    const { server, tab } = await phoneWith('a', 'b');
    const photo = await tab.photo('a', 'one');
    await tab.visit('a', [photo]);
    await tab.visit('b');
    server.wire = (_moment, what) => {
      if (what === 'photo') throw new Problem(status, {});
    };
    expect(await tab.sender.round('fu')).not.toBe('no-network');
    expect(new Set(await tab.standings())).toEqual(new Set(['done']));
    expect(await tab.db.photos.get(photo)).toMatchObject({ standing: 'refused', refusal: { status } });
  });

  it('a request that is too large for it goes in pieces', async () => {
    const { server, tab } = await phoneWith('a', 'b', 'c');
    for (const target of ['a', 'b', 'c']) await tab.outbox.write('fu', { kind: 'work-order.accept', target });
    const send = server.send.bind(server);
    server.send = async (owner, commands) => {
      if (commands.length > 1) throw new Problem(413, {});
      return send(owner, commands);
    };
    expect(await tab.sender.round('fu')).toBe('empty');
    expect(server.applied).toHaveLength(3);
  });

  it('a 401 or 403 that is not of our server ends no session', async () => {
    const { server, tab } = await phoneWith('a');
    await tab.visit('a');
    for (const status of [401, 403]) {
      server.wire = () => {
        throw new Problem(status, {});
      };
      expect(await tab.sender.round('fu')).toBe('later');
    }
  });
});

describe('somebody else has gone the same way', () => {
  it('picking theirs takes the steps along that theirs has passed, and leaves the report', async () => {
    const { server, tab } = await phoneWith('a');
    const [accept] = await tab.visit('a');
    server.order('a', { state: 'on-scene', revision: 4 });
    await tab.sender.round('fu');
    expect(await tab.standings()).toEqual(['conflict', 'waiting', 'waiting', 'waiting']);
    await decide(tab.db, accept ?? '', 'theirs', '', Date.now());
    expect(await tab.standings()).toEqual(['dropped', 'dropped', 'dropped', 'waiting']);
    expect(await tab.sender.round('fu')).toBe('empty');
    expect(server.applied.map((command) => command.kind)).toEqual(['work-order.report']);
  });
});
