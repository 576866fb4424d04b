import { Dexie } from 'dexie';
import { IDBKeyRange } from 'fake-indexeddb';
import { expect, it } from 'vitest';
import { OfflineDatabase } from '../src/index.ts';
import { FakeServer } from './FakeServer.ts';
import { Phone } from './Phone.ts';

/** As the app declared its tables when it first kept anything, and when forms came. */
const versions: Record<string, string>[] = [
  {
    commands: '++seq, &id, [owner+standing], target',
    photos: 'id, [owner+standing], commandId, target',
    workOrders: 'id, owner',
    kept: 'key',
  },
  { submissions: 'id, [owner+standing]', forms: '[code+version]' },
];

/** What the app of a version left on the phone: a step, a report with its photo, and a draft. */
async function left(phone: Phone, server: FakeServer, until: number): Promise<void> {
  const db = new Dexie('field', { indexedDB: phone.disk, IDBKeyRange });
  for (const [index, tables] of versions.slice(0, until).entries()) db.version(index + 1).stores(tables);
  await db.open();
  const at = new Date(phone.time).toISOString();
  const command = { owner: 'fu', target: 'a', baseRevision: 1, deviceTime: at, standing: 'waiting', rebased: 0 };
  await db.table('workOrders').add({ id: 'a', owner: 'fu', order: server.order('a'), fetchedAt: at });
  for (const [id, step, seenState, payload] of [
    ['c1', 'accept', 'issued', {}],
    ['c2', 'set-out', 'accepted', {}],
    ['c3', 'arrive', 'under-way', {}],
    ['c4', 'report', 'on-scene', { result: 'confirmed', reason: 'other', note: 'Fourteen' }],
  ] as const)
    await db.table('commands').add({ ...command, id, kind: `work-order.${step}`, seenState, payload });
  const photo = { owner: 'fu', target: 'a', sha256: 'one', takenAt: at, attempts: 0, size: 3 };
  const blob = new Blob(['one'], { type: 'image/jpeg' });
  await db.table('photos').add({ ...photo, id: 'one', noteId: 'n1', commandId: 'c4', blob, standing: 'waiting' });
  await db.table('photos').add({ ...photo, id: 'two', noteId: 'n2', blob, standing: 'draft' });
  await db.table('kept').add({ key: 'draft:fu:b', value: { note: 'Half a' } });
  db.close();
}

it.each([1, 2])('what an app of version %i left is sent by this one, each thing once', async (version) => {
  const server = new FakeServer();
  const phone = new Phone();
  await left(phone, server, version);
  const tab = phone.open(server);
  expect(await tab.sender.round('fu')).toBe('empty');
  expect(server.applied.map(({ id }) => id)).toEqual(['c1', 'c2', 'c3', 'c4']);
  expect(server.referred()).toEqual(['file-one']);
  expect(await tab.db.recall('draft:fu:b')).toEqual({ note: 'Half a' });
  expect((await tab.db.photos.get('two'))?.standing).toBe('draft');
  // And what came later has its place.
  expect(
    await tab.letters.write('fu', { kind: 'notice.read', path: 'x', body: {}, about: 'x', title: 'x' }),
  ).toBeTruthy();
  expect(await tab.sender.round('fu')).toBe('empty');
  expect(server.applied).toHaveLength(4);
});

it('a tab of the version before lets the new one in, and goes on writing beside it', async () => {
  const server = new FakeServer();
  const phone = new Phone();
  const old = new Dexie('field', { indexedDB: phone.disk, IDBKeyRange });
  old.version(1).stores(versions[0] ?? {});
  await old.open();
  const tab = phone.open(server);
  await tab.db.keep('draft:fu:a', { note: 'new' });
  await old.table('kept').put({ key: 'draft:fu:b', value: { note: 'old' } });
  expect(await tab.db.recall('draft:fu:b')).toEqual({ note: 'old' });
  expect(tab.db).toBeInstanceOf(OfflineDatabase);
});
