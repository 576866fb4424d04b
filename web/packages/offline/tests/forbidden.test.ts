import { describe, expect, it } from 'vitest';
import { giveUp, giveUpPhoto, isForbidden } from '../src/index.ts';
import { FakeServer } from './FakeServer.ts';
import { Phone } from './Phone.ts';

const form = { code: 'visit', version: 1, title: { zh: '走访', en: 'Visit' }, items: [], choiceLists: {} };

/** A post that ended took a permission with it; the person signed in again under another one. */
describe('what the session’s post may not send', () => {
  it('waits without holding up anything else, and goes when the post may', async () => {
    const server = new FakeServer();
    const tab = new Phone().open(server);
    await tab.knows(server.order('a'));
    await tab.outbox.writeFree('fu', {
      kind: 'case.transition',
      target: 'case-1',
      payload: { transition: 'supervise' },
    });
    await tab.outbox.writeFree('fu', { kind: 'case.report', target: 'case-2', payload: { what: 'damage' } });
    await tab.visit('a', [await tab.photo('a', 'one')]);
    const closed = await tab.forms.begin('fu', { ...form, code: 'leaders' }, {});
    const open = await tab.forms.begin('fu', form, {});
    for (const id of [closed, open]) await tab.forms.handIn(id, { answers: {}, filledAt: '2026-03-18T12:31:00+08:00' });
    const letter = { body: {}, kind: 'notice.read', title: 'Typhoon' } as const;
    await tab.letters.write('fu', { ...letter, path: 'notices/1/read', about: '1' });
    await tab.letters.write('fu', { ...letter, path: 'notices/2/read', about: '2' });
    for (const what of ['case.transition', 'leaders', 'notices/1/read']) server.forbidden.add(what);

    expect(await tab.sender.round('fu')).toBe('not-allowed');

    expect(server.applied.map(({ kind }) => kind)).toEqual([
      'case.report',
      'work-order.accept',
      'work-order.set-out',
      'work-order.arrive',
      'work-order.report',
    ]);
    expect(server.referred()).toEqual(['file-one']);
    expect([...server.forms.keys()]).toEqual([open]);
    expect([...server.letters.values()].map(({ path }) => path)).toEqual(['notices/2/read']);
    expect(await tab.standings()).toEqual(['waiting', 'done', 'done', 'done', 'done', 'done']);
    expect((await tab.db.submissions.get(closed))?.standing).toBe('waiting');

    server.forbidden.clear();
    expect(await tab.sender.round('fu')).toBe('empty');
    expect(server.applied.at(-1)?.kind).toBe('case.transition');
    expect(server.forms.has(closed)).toBe(true);
    expect(server.letters.size).toBe(2);
  });

  it('a file that it may not send does not keep its record', async () => {
    const server = new FakeServer();
    const tab = new Phone().open(server);
    await tab.outbox.writeFree('fu', {
      kind: 'case.report',
      target: 'case-1',
      payload: { what: 'damage' },
      photoIds: [await tab.photo('tell', 'one')],
    });
    server.forbidden.add('photo');
    expect(await tab.sender.round('fu')).toBe('not-allowed');
    expect(await tab.standings()).toEqual(['done']);
    server.forbidden.clear();
    expect(await tab.sender.round('fu')).toBe('empty');
    expect(server.referred()).toEqual(['file-one']);
  });

  it('can be given up when the permission does not come back', async () => {
    const server = new FakeServer();
    const tab = new Phone().open(server);
    const free = { kind: 'case.report', target: 'case-1', payload: { what: 'damage' } } as const;
    const sent = await tab.outbox.writeFree('fu', { ...free, photoIds: [await tab.photo('tell', 'one')] });
    const transition = { kind: 'case.transition', target: 'case-1', payload: { transition: 'supervise' } } as const;
    const command = await tab.outbox.writeFree('fu', { ...transition, target: 'case-2' });
    const filled = await tab.forms.begin('fu', form, {});
    await tab.forms.handIn(filled, { answers: {}, filledAt: '2026-03-18T12:31:00+08:00' });
    const about = { kind: 'notice.read', title: 'Typhoon', about: '1' } as const;
    const letter = await tab.letters.write('fu', { body: {}, ...about, path: 'notices/1/read' });
    for (const what of ['photo', 'case.transition', 'visit', 'notices/1/read']) server.forbidden.add(what);

    expect(await tab.sender.round('fu')).toBe('not-allowed');
    const [photo] = await tab.db.photos.where('commandId').equals(sent).toArray();
    const rows = async () => [
      photo && (await tab.db.photos.get(photo.id)),
      await tab.db.commands.where('id').equals(command).first(),
      await tab.db.submissions.get(filled),
      await tab.db.letters.get(letter),
    ];
    expect((await rows()).map((row) => row && isForbidden(row))).toEqual([true, true, true, true]);

    await giveUpPhoto(tab.db, photo?.id ?? '', 1);
    await giveUp(tab.db, command, 1);
    await tab.forms.drop(filled);
    await tab.letters.drop(letter);

    expect((await rows()).map((row) => row?.standing)).toEqual(['dropped', 'dropped', undefined, 'dropped']);
    server.forbidden.clear();
    expect(await tab.sender.round('fu')).toBe('empty');
    expect(server.applied.map(({ kind }) => kind)).toEqual(['case.report']);
    expect([server.forms.size, server.letters.size, server.referred().length]).toEqual([0, 0, 0]);
  });

  it('is not given up by the way while nothing forbids it', async () => {
    const tab = new Phone().open(new FakeServer());
    const filled = await tab.forms.begin('fu', form, {});
    await tab.forms.handIn(filled, { answers: {}, filledAt: '2026-03-18T12:31:00+08:00' });
    const free = { kind: 'case.report', target: 'case-1', payload: { what: 'damage' } } as const;
    const command = await tab.outbox.writeFree('fu', free);
    await tab.forms.drop(filled);
    await expect(giveUp(tab.db, command, 1)).rejects.toThrow('waits for nobody');
    expect((await tab.db.submissions.get(filled))?.standing).toBe('waiting');
    expect(await tab.standings()).toEqual(['waiting']);
  });
});
