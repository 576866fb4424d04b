import { Problem } from '@fourfold/api';
import { describe, expect, it } from 'vitest';
import { decide, giveUp, retry, show, storeWorkOrders } from '../src/index.ts';
import { FakeServer } from './FakeServer.ts';
import { Phone } from './Phone.ts';

async function phoneWith(...orders: string[]) {
  const server = new FakeServer();
  const phone = new Phone();
  const tab = phone.open(server);
  await tab.knows(...orders.map((id) => server.order(id)));
  return { server, phone, tab };
}

describe('sending', () => {
  it('sends each work order in the order of writing, with the revision the one before led to', async () => {
    const { server, tab } = await phoneWith('a', 'b');
    await tab.visit('a');
    await tab.visit('b');
    expect(await tab.sender.round('fu')).toBe('empty');
    const sent = (target: string) => server.applied.filter((command) => command.target === target);
    expect(sent('a').map((command) => command.expectedRevision)).toEqual([1, 2, 3, 4]);
    expect(sent('b').map((command) => command.kind.slice(11))).toEqual(['accept', 'set-out', 'arrive', 'report']);
    expect(server.requests).toBe(4);
  });

  it('two tabs never send twice', async () => {
    const { server, phone, tab } = await phoneWith('a');
    await tab.visit('a');
    const other = phone.open(server);
    const ends = await Promise.all([tab.sender.round('fu'), other.sender.round('fu')]);
    expect(ends.sort()).toEqual(['elsewhere', 'empty']);
    expect(server.applied).toHaveLength(4);
    expect(server.requests).toBe(4);
  });

  it('a photo that never arrives holds up neither its own record nor another', async () => {
    const { server, tab } = await phoneWith('a', 'b');
    await tab.visit('a', [await tab.photo('a', 'stuck'), await tab.photo('a', 'small')]);
    await tab.visit('b');
    server.wire = (moment, what) => {
      if (what === 'photo' && moment === 'deliver' && server.uploads.length < 9 && !settled())
        throw new Problem(0, { title: 'too slow' });
    };
    const settled = () => server.applied.filter((command) => command.kind === 'work-order.report').length === 2;
    await tab.sender.round('fu');
    expect(settled()).toBe(true);
    expect(server.applied.find((c) => c.kind === 'work-order.report' && c.target === 'a')?.payload.photos).toEqual([]);
    await tab.sender.round('fu');
    expect(server.referred().sort()).toEqual(['file-small', 'file-stuck']);
  });

  it('with a good network the record itself brings its photos', async () => {
    const { server, tab } = await phoneWith('a');
    await tab.visit('a', [await tab.photo('a', 'one'), await tab.photo('a', 'two')]);
    expect(await tab.sender.round('fu')).toBe('empty');
    expect(server.applied.at(-1)?.payload.photos).toEqual(['file-one', 'file-two']);
    expect(server.applied).toHaveLength(4);
  });

  it('keeps everything while the session is gone, and never under another person', async () => {
    const { server, tab } = await phoneWith('a');
    await tab.visit('a');
    server.signedIn = null;
    expect(await tab.sender.round('fu')).toBe('signed-out');
    server.signedIn = 'chen';
    expect(await tab.sender.round('fu')).toBe('signed-out');
    expect(await tab.sender.round('chen')).toBe('empty');
    expect(server.applied).toHaveLength(0);
    server.signedIn = 'fu';
    expect(await tab.sender.round('fu')).toBe('empty');
    expect(server.applied).toHaveLength(4);
  });

  it('a page of another network, or a fault of the server, parks nothing', async () => {
    const { server, tab } = await phoneWith('a');
    await tab.visit('a');
    for (const problem of [
      new Problem(404, {}),
      new Problem(500, { code: 'fault.unexpected' }),
      new Problem(429, {}),
    ]) {
      server.wire = () => {
        throw problem;
      };
      expect(await tab.sender.round('fu')).toBe('later');
    }
    expect(new Set(await tab.standings())).toEqual(new Set(['waiting']));
  });

  it('a refused request is taken apart until the guilty command stands alone', async () => {
    const { server, tab } = await phoneWith('a', 'b');
    await tab.outbox.write('fu', { kind: 'work-order.accept', target: 'a' });
    await tab.outbox.write('fu', { kind: 'work-order.accept', target: 'b', payload: { broken: true } });
    const send = server.send.bind(server);
    server.send = async (owner, commands) => {
      if (commands.some((command) => command.payload.broken)) throw new Problem(422, { code: 'request.malformed' });
      return send(owner, commands);
    };
    await tab.sender.round('fu');
    expect(await tab.standings()).toEqual(['done', 'refused']);
  });

  it('a command written while a photo is on its way goes before that photo', async () => {
    const { server, tab } = await phoneWith('a', 'b');
    await tab.outbox.write('fu', { kind: 'work-order.accept', target: 'a' });
    await tab.outbox.write('fu', { kind: 'work-order.set-out', target: 'a' });
    let slow: (() => void) | undefined;
    const photo = await tab.photo('a', 'slow');
    await tab.outbox.write('fu', { kind: 'work-order.note', target: 'a', payload: { text: 'x' }, photoIds: [photo] });
    server.upload = (_photo, { signal } = {}) =>
      new Promise((_resolve, reject) => {
        signal?.addEventListener('abort', () => reject(new Problem(0, { title: 'aborted' })));
        slow?.();
      });
    const began = new Promise<void>((resolve) => {
      let calls = 0;
      // The first call is the moment the record waits for it; the second is its turn as a straggler.
      slow = () => (++calls === 2 ? resolve() : undefined);
    });
    await tab.sender.round('fu');
    const round = tab.sender.round('fu');
    await began;
    await tab.outbox.write('fu', { kind: 'work-order.accept', target: 'b' });
    tab.sender.makeWay();
    await round;
    expect(server.applied.map((command) => command.target)).toEqual(['a', 'a', 'a', 'b']);
  });

  it('a video gives way after its turn without having failed, and goes on from where it was', async () => {
    const { server, phone, tab } = await phoneWith('a');
    await tab.visit('a', [await tab.photo('a', 'video')]);
    const real = server.upload.bind(server);
    const resumed: (string | undefined)[] = [];
    server.upload = (photo, watch) => {
      resumed.push(photo.uploadUrl);
      // The record's own moment, its turn, and then the rest.
      if (resumed.length === 3) return real(photo, watch);
      watch?.begun?.('/uploads/1');
      watch?.sent?.(1000);
      return new Promise((_resolve, reject) => {
        watch?.signal?.addEventListener('abort', () => reject(new Problem(0, { title: 'aborted' })));
      });
    };
    expect(await tab.sender.round('fu')).toBe('more');
    expect(server.applied).toHaveLength(4);
    expect((await tab.db.photos.toArray()).map(({ attempts, standing }) => [attempts, standing])).toEqual([
      [0, 'waiting'],
    ]);
    tab.kill();
    const next = phone.open(server);
    expect(await next.sender.round('fu')).toBe('empty');
    expect(resumed).toEqual([undefined, '/uploads/1', '/uploads/1']);
    expect(server.referred()).toEqual(['file-video']);
  });
});

describe('somebody was first', () => {
  it('a change that the person would not notice is taken up without asking', async () => {
    const { server, tab } = await phoneWith('a');
    await tab.visit('a');
    server.order('a', { revision: 7, dueAt: '2026-03-18T09:00:00Z' });
    expect(await tab.sender.round('fu')).toBe('empty');
    expect(server.applied.map((command) => command.expectedRevision)).toEqual([7, 8, 9, 10]);
  });

  it('a real conflict waits for the person, and so does what was written after it', async () => {
    const { server, tab } = await phoneWith('a', 'b');
    await tab.visit('a');
    await tab.visit('b');
    server.order('a', { revision: 5, state: 'reported' });
    await tab.sender.round('fu');
    expect((await tab.standings()).slice(0, 4)).toEqual(['conflict', 'waiting', 'waiting', 'waiting']);
    expect(server.applied.every((command) => command.target === 'b')).toBe(true);
    const known = await tab.db.workOrders.get('a');
    const shown = known && show(known.order, await tab.db.commands.toArray(), 'fu');
    expect(shown?.order.state).toBe('reported');
    expect(shown?.unsent).toBe(4);
  });

  it.each([
    ['mine', ['work-order.report'], 'reported'],
    ['theirs', [], 'reported'],
    ['both', ['work-order.note'], 'reported'],
  ] as const)('the person picks %s', async (decision, kinds, state) => {
    const { server, tab } = await phoneWith('a');
    await tab.knows(server.order('a', { state: 'on-scene', revision: 4 }));
    const photo = await tab.photo('a', 'one');
    const id = await tab.outbox.write('fu', {
      kind: 'work-order.report',
      target: 'a',
      payload: { result: 'confirmed' },
      photoIds: [photo],
    });
    server.order('a', { state: 'reported', revision: 5 });
    await tab.sender.round('fu');
    expect(await tab.standings()).toEqual(['conflict']);
    await decide(tab.db, id ?? '', decision, 'One person, one van', Date.now());
    expect(await tab.sender.round('fu')).toBe('empty');
    expect(server.applied.map((command) => command.kind)).toEqual(kinds);
    expect(server.applied.some((command) => command.id === id)).toBe(false);
    expect(server.orders.get('a')?.state).toBe(state);
    expect(server.referred()).toEqual(decision === 'theirs' ? [] : ['file-one']);
    if (decision === 'both') expect(server.applied[0]?.payload.text).toBe('One person, one van');
  });

  it('a refused command can be tried again or given up; then the next may go', async () => {
    const { server, tab } = await phoneWith('a');
    const [first] = await tab.visit('a');
    server.order('a', { state: 'cancelled', revision: 1 });
    await tab.sender.round('fu');
    expect((await tab.standings())[0]).toBe('refused');
    server.order('a', { state: 'issued', revision: 1 });
    await retry(tab.db, first ?? '', Date.now());
    expect(await tab.sender.round('fu')).toBe('empty');
    expect(server.applied).toHaveLength(4);
    await expect(giveUp(tab.db, first ?? '', Date.now())).rejects.toThrow();
  });
});

describe('what the phone remembers', () => {
  it('an answer that was overtaken by our own command is not believed over it', async () => {
    const { server, tab } = await phoneWith('a');
    const before = structuredClone(server.orders.get('a'));
    await tab.outbox.write('fu', { kind: 'work-order.accept', target: 'a' });
    await tab.sender.round('fu');
    await storeWorkOrders(tab.db, 'fu', before ? [before] : [], Date.now());
    expect((await tab.db.workOrders.get('a'))?.order.state).toBe('accepted');
  });

  it('a work order with unsent work stays when the server no longer lists it', async () => {
    const { tab } = await phoneWith('a', 'b');
    await tab.outbox.write('fu', { kind: 'work-order.accept', target: 'a' });
    await storeWorkOrders(tab.db, 'fu', [], Date.now());
    expect((await tab.db.workOrders.toArray()).map((row) => row.id)).toEqual(['a']);
  });

  it('pruning forgets what was acknowledged and nothing else', async () => {
    const { server, tab } = await phoneWith('a', 'b');
    await tab.visit('a', [await tab.photo('a', 'one')]);
    await tab.sender.round('fu');
    await tab.visit('b', [await tab.photo('b', 'two')]);
    server.wire = () => {
      throw new Problem(0, {});
    };
    await tab.outbox.prune(Date.UTC(2030, 0, 1));
    expect(await tab.standings()).toEqual(['waiting', 'waiting', 'waiting', 'waiting']);
    expect((await tab.db.photos.toArray()).map((photo) => photo.sha256)).toEqual(['two']);
  });
});
