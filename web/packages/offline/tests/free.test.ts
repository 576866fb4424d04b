import { describe, expect, it } from 'vitest';
import { giveUp, retry } from '../src/index.ts';
import { FakeServer } from './FakeServer.ts';
import { Phone } from './Phone.ts';

function start() {
  const server = new FakeServer();
  const phone = new Phone();
  return { server, phone, tab: phone.open(server) };
}

/** As often as it takes until nothing is left, at most so many times. */
async function rounds(tab: ReturnType<Phone['open']>, most = 5): Promise<void> {
  for (let round = 0; round < most; round++) if ((await tab.sender.round('fu')) === 'empty') return;
}

describe('what belongs to no work order', () => {
  it('a report with a photo arrives once, with it', async () => {
    const { server, tab } = start();
    const photo = await tab.photo('tell', 'one');
    const report = { kind: 'case.report', target: 'case-1', payload: { what: 'damage' }, photoIds: [photo] } as const;
    await tab.outbox.writeFree('fu', { ...report, photoIds: [...report.photoIds] });
    await rounds(tab);
    expect(server.applied.map(({ kind, expectedRevision }) => [kind, expectedRevision])).toEqual([['case.report', 0]]);
    expect(server.referred()).toEqual(['file-one']);
  });

  it('a photo that was left behind follows in a note of its own kind', async () => {
    const { server, tab } = start();
    const photo = await tab.photo('tell', 'one');
    server.photosToLose = 1;
    await tab.outbox.writeFree('fu', {
      kind: 'case.report',
      target: 'case-1',
      payload: { what: 'damage' },
      photoIds: [photo],
    });
    await rounds(tab);
    expect(server.applied.map(({ kind, target }) => [kind, target])).toEqual([
      ['case.report', 'case-1'],
      ['case.add', 'case-1'],
    ]);
    expect(server.referred()).toEqual(['file-one']);
  });

  it('a photo of a check-in that was left behind still says of which point', async () => {
    const { server, tab } = start();
    const photo = await tab.photo('patrol/w', 'one');
    server.photosToLose = 1;
    await tab.outbox.writeFree('fu', {
      kind: 'patrol.check-in',
      target: 'w',
      payload: { pointId: 'gate', byHand: true },
      photoIds: [photo],
    });
    await rounds(tab);
    expect(server.applied.at(-1)).toMatchObject({
      kind: 'patrol.add',
      payload: { pointId: 'gate', photos: ['file-one'] },
    });
  });

  it('a walk goes in its order, and a check-in that is refused holds up nothing', async () => {
    const { server, tab } = start();
    server.refused.set('patrol.check-in', 'patrol.point-unknown');
    const write = (kind: 'patrol.start' | 'patrol.check-in' | 'patrol.finish') =>
      tab.outbox.writeFree('fu', { kind, target: 'w', payload: {} });
    await write('patrol.start');
    const refused = await write('patrol.check-in');
    await write('patrol.finish');
    await rounds(tab);
    expect(server.applied.map(({ kind }) => kind)).toEqual(['patrol.start', 'patrol.finish']);
    expect(await tab.standings()).toEqual(['done', 'refused', 'done']);
    server.refused.clear();
    await retry(tab.db, refused, Date.now());
    await rounds(tab);
    expect(server.applied.map(({ kind }) => kind)).toEqual(['patrol.start', 'patrol.finish', 'patrol.check-in']);
  });

  it('one that is refused is read and given up, and nothing of it is shown as a conflict', async () => {
    const { server, tab } = start();
    server.refused.set('case.transition', 'case.transition-refused');
    const id = await tab.outbox.writeFree('fu', {
      kind: 'case.transition',
      target: 'case-1',
      payload: { card: 'red' },
    });
    await rounds(tab);
    expect(await tab.standings()).toEqual(['refused']);
    await giveUp(tab.db, id, Date.now());
    expect(await tab.standings()).toEqual(['dropped']);
  });

  it('what is kept beside it is kept with it, or not at all', async () => {
    const { phone, tab } = start();
    tab.dieAt(1);
    const written = tab.outbox.writeFree('fu', { kind: 'patrol.start', target: 'w' }, () =>
      tab.db.keep('walk', { id: 'w' }),
    );
    await expect(written).rejects.toThrow();
    tab.kill();
    const again = phone.open(new FakeServer());
    expect(await again.standings()).toEqual([]);
    expect(await again.db.recall('walk')).toBeUndefined();
  });
});
