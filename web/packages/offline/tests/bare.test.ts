import { Problem } from '@fourfold/api';
import { expect, it } from 'vitest';
import { giveUpPhoto, retryPhoto } from '../src/index.ts';
import { FakeServer } from './FakeServer.ts';
import { Phone } from './Phone.ts';

/** A note that is nothing but its photo, and a step written after it. */
async function noteOfAPhoto() {
  const server = new FakeServer();
  const tab = new Phone().open(server);
  await tab.knows(server.order('a'));
  const photo = await tab.photo('a/note', 'one');
  await tab.outbox.write('fu', { kind: 'work-order.note', target: 'a', payload: { text: '' }, photoIds: [photo] });
  await tab.outbox.write('fu', { kind: 'work-order.accept', target: 'a' });
  return { server, tab, photo };
}

const kinds = (server: FakeServer) => server.applied.map((command) => command.kind.slice('work-order.'.length));

it('a note that is only a photo goes with it, once', async () => {
  const { server, tab } = await noteOfAPhoto();
  expect(await tab.sender.round('fu')).toBe('empty');
  expect(kinds(server).sort()).toEqual(['accept', 'note']);
  expect(server.referred()).toEqual(['file-one']);
  expect(await tab.standings()).toEqual(['done', 'done']);
});

it('on a weak signal it waits for its photo instead of leaving empty, and the work goes on without it', async () => {
  const { server, tab } = await noteOfAPhoto();
  server.photosToLose = 1;
  expect(await tab.sender.round('fu')).toBe('later');
  expect(kinds(server)).toEqual(['accept']);
  expect(await tab.standings()).toEqual(['waiting', 'done']);
  expect(await tab.sender.round('fu')).toBe('empty');
  expect(kinds(server)).toEqual(['accept', 'note']);
  expect(server.referred()).toEqual(['file-one']);
});

it('when its photo is refused only that is said; tried again it goes, given up so is the note', async () => {
  for (const again of [true, false]) {
    const { server, tab, photo } = await noteOfAPhoto();
    let refuse = true;
    server.wire = (_moment, what) => {
      if (what === 'photo' && refuse) throw new Problem(422, { code: 'file.damaged' });
    };
    await tab.sender.round('fu');
    expect([kinds(server), await tab.standings()]).toEqual([['accept'], ['waiting', 'done']]);
    refuse = false;
    if (again) await retryPhoto(tab.db, photo);
    else await giveUpPhoto(tab.db, photo, Date.UTC(2026, 2, 18));
    await tab.sender.round('fu');
    expect(kinds(server)).toEqual(again ? ['accept', 'note'] : ['accept']);
    expect(await tab.standings()).toEqual([again ? 'done' : 'dropped', 'done']);
  }
});
