import { expect, it } from 'vitest';
import { giveUpPhoto, holdRoom, isFull } from '../src/index.ts';
import { FakeServer } from './FakeServer.ts';
import { Phone, type Tab } from './Phone.ts';

async function visited(): Promise<{ server: FakeServer; tab: Tab }> {
  const server = new FakeServer();
  const tab = new Phone().open(server);
  await tab.knows(server.order('a'));
  await tab.visit('a', [await tab.photo('a', 'one')]);
  return { server, tab };
}

/** From now on nothing can be written, until what is held back is given up. */
function fills(tab: Tab): void {
  let full = true;
  const refuse = () => {
    if (full) throw new DOMException('', 'QuotaExceededError');
  };
  tab.db.commands.hook('updating', refuse);
  tab.db.photos.hook('updating', refuse);
  tab.db.kept.hook('deleting', () => {
    full = false;
  });
}

it('a phone that filled up sends all the same, each thing once', async () => {
  const { server, tab } = await visited();
  await holdRoom(tab.db);
  fills(tab);
  expect(await tab.sender.round('fu')).toBe('empty');
  expect(server.applied).toHaveLength(4);
  expect(server.referred()).toEqual(['file-one']);
});

it('one that has no room at all says so and sends nothing it could not remember', async () => {
  const { server, tab } = await visited();
  fills(tab);
  expect(await tab.sender.round('fu')).toBe('full');
  expect(server.applied).toHaveLength(0);
  expect(
    await tab.db.commands
      .where('standing')
      .equals('waiting')
      .count()
      .catch(() => 4),
  ).toBe(4);
});

it('pictures that the server has make room for what it does not have yet', async () => {
  const { server, tab } = await visited();
  expect(await tab.sender.round('fu')).toBe('empty');
  const held = await tab.db.photos.filter(({ standing }) => standing === 'done').count();
  expect(held).toBe(1);
  await tab.knows(server.order('b'));
  await tab.visit('b');
  let full = true;
  tab.db.commands.hook('updating', () => {
    if (full) throw new DOMException('', 'QuotaExceededError');
  });
  tab.db.photos.hook('deleting', () => {
    full = false;
  });
  expect(await tab.sender.round('fu')).toBe('empty');
  expect(server.applied).toHaveLength(8);
});

it('knows a full phone by the name the browser gives it, however deep the database wraps it', () => {
  const full = new DOMException('', 'QuotaExceededError');
  expect(isFull(full)).toBe(true);
  expect(isFull({ name: 'AbortError', inner: { name: 'PutError', inner: full } })).toBe(true);
  expect(isFull(new Error('Encountered full disk while opening backing store: QuotaExceeded'))).toBe(true);
  expect(isFull(new Error('gone'))).toBe(false);
  expect(isFull(null)).toBe(false);
});

/** No picture can be kept until one that the server has is gone. */
function holdsOnePicture(tab: Tab): void {
  let full = true;
  const refuse = () => {
    if (full) throw new DOMException('', 'QuotaExceededError');
  };
  tab.db.photos.hook('creating', refuse);
  tab.db.commands.hook('creating', refuse);
  tab.db.photos.hook('deleting', () => {
    full = false;
  });
}

it('pictures that the server has make room for a new one, and what is held back stays for sending', async () => {
  const { tab } = await visited();
  await holdRoom(tab.db);
  await tab.sender.round('fu');
  holdsOnePicture(tab);
  const photo = await tab.photo('b', 'two');
  expect((await tab.db.photos.toArray()).map(({ id }) => id)).toEqual([photo]);
  expect(await tab.db.recall('reserve')).toBeDefined();
});

it('a report that finds no room leaves nothing behind, its photo is a draft still, and can be handed in later', async () => {
  const { server, tab } = await visited();
  await tab.knows(server.order('b'));
  const photo = await tab.photo('b', 'two');
  let full = true;
  tab.db.photos.hook('updating', () => {
    if (full) throw new DOMException('', 'QuotaExceededError');
  });
  await tab.db.keep('draft:fu:b', { note: 'words' });
  const report = () =>
    tab.outbox.write('fu', { kind: 'work-order.report', target: 'b', photoIds: [photo], draftKey: 'draft:fu:b' });
  await expect(report()).rejects.toSatisfy(isFull);
  expect(await tab.db.commands.where('target').equals('b').count()).toBe(0);
  expect(await tab.db.photos.get(photo)).toMatchObject({ standing: 'draft' });
  expect(await tab.db.recall('draft:fu:b')).toEqual({ note: 'words' });
  full = false;
  expect(await report()).toBeTruthy();
  expect(await tab.db.photos.get(photo)).toMatchObject({ standing: 'waiting' });
  expect(await tab.db.recall('draft:fu:b')).toBeUndefined();
});

it('on a full phone a refused photo can be given up, and what was given up makes room', async () => {
  const { tab } = await visited();
  await holdRoom(tab.db);
  const photo = await tab.photo('b', 'two');
  await tab.db.photos.update(photo, { standing: 'refused' });
  fills(tab);
  await giveUpPhoto(tab.db, photo, 0);
  expect(await tab.db.photos.get(photo)).toMatchObject({ standing: 'dropped' });
  tab.db.photos.hook('creating', () => {
    throw new DOMException('', 'QuotaExceededError');
  });
  await expect(tab.photo('b', 'three')).rejects.toSatisfy(isFull);
  expect(await tab.db.photos.get(photo)).toBeUndefined();
});
