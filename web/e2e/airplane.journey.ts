import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { Caller } from './stage/Caller.ts';
import { type CuttingProxy, cuttingProxy } from './stage/CuttingProxy.ts';
import { journey } from './stage/journey.ts';
import { drawnPhoto, recordedVideo } from './stage/media.ts';
import { Phone } from './stage/Phone.ts';
import { type Accounts, readAccounts, type Server, startServer } from './stage/server.ts';
import { settleMilliseconds } from './stage/waits.ts';
import type { Words } from './stage/words.ts';

/** Things seen and told without a work order; the other two are about the one that somebody else closes. */
const told = ['litter', 'damage', 'waterside', 'quarrel', 'vessel', 'other', 'damage', 'waterside'] as const;
/** The one told for a resident, and the one with spoken words. */
const [forResident, spoken] = [3, 4];
/** Each has a photo; there are a video and spoken words besides. */
const records = told.length + 2;
const [photos, files] = [records, records + 2];
const videoBytes = 5_000_000;
const talkMilliseconds = 2_500;
const password = 'a long one, for once';
const resident = { name: '林阿婆', phone: '0898 6660 0001' };

interface Order {
  id: string;
  revision: number;
  state: string;
  history: { step: string; actor: { id: string } | null; photos: string[]; videos: string[]; text: string | null }[];
}

interface Told {
  id: string;
  origin: string;
  files: { id: string; kind: string }[];
  requester: { name: string | null; phone: string | null } | null;
  timeline: { code: string; text: string | null; parameters: Record<string, unknown> | null }[];
}

journey(
  'ten reports of a day in airplane mode arrive once each through a line that breaks, and a clash is put to a person',
  async ({ browser, stage, words }) => {
    const server = await startServer();
    const proxy = await cuttingProxy(server.url);
    try {
      const accounts = readAccounts(server.data);
      const [clash, later] = await onScene(server, accounts);
      if (!clash || !later) throw new Error('no work order');
      const phone = new Phone(browser, { ...stage, url: proxy.url, accounts }, words);
      await phone.signsIn();
      await phone.keepsTheApp();
      await phone.page.locator('.urgent').waitFor();
      await phone.losesTheNetwork();

      for (const index of told.keys()) await tells(phone, words, index);
      await reports(phone.page, words, clash.id, 'Pier 1');
      await adds(phone.page, words, clash.id);
      await showsTheOutbox(phone.page, words, records);
      await scene(phone.page, 'offline');
      const hashes = await photoHashes(phone.page);
      expect(new Set(hashes).size).toBe(photos);

      const colleague = await colleagueOf(server, accounts);
      await closes(colleague, clash.id);
      await phone.restarts();
      await showsTheOutbox(phone.page, words, records);
      await dies(phone, proxy, words);

      await settles(phone.page, words, 'conflict.useBoth', 2);
      expect(proxy.cuts).toBeGreaterThan(5);
      await everythingOnce(server, accounts, clash, hashes);
      await phone.page.getByText(words.phone('outbox.recent')).click();
      await theOtherAnswer(phone, words, colleague, later);
    } finally {
      await proxy.stop();
      await server.stop();
    }
  },
  { limit: 600_000 },
);

/** Two cases of a patrol, each with a work order of which the officer has reached the place. */
async function onScene(server: Server, accounts: Accounts): Promise<Order[]> {
  const desk = await Caller.signIn(server.url, accounts['duty-officer'], 'sea-watch');
  const responder = await Caller.signIn(server.url, accounts.responder, 'field-work');
  const unitId = await unitOf(responder);
  const made: Order[] = [];
  for (const number of [1, 2]) {
    const position = { latitude: 19.99 + number / 1000, longitude: 110.07 };
    const opened = await desk.post<{ id: string }>('cases', { origin: 'patrol', title: `Pier ${number}`, position });
    const issued = await desk.post<Order>(`cases/${opened.id}/work-orders`, {
      title: `Pier ${number}`,
      instruction: 'Go and see',
      unitId,
    });
    await responder.walk(issued, [['accept'], ['set-out'], ['arrive']]);
    made.push(issued);
  }
  return made;
}

const unitOf = async (caller: Caller): Promise<string> =>
  (await caller.get<{ post: { unit: { id: string } } }>('session')).post.unit.id;

/** Somebody else of the same station. */
async function colleagueOf(server: Server, accounts: Accounts): Promise<Caller> {
  const unitId = await unitOf(await Caller.signIn(server.url, accounts.responder, 'field-work'));
  const admin = await Caller.signIn(server.url, accounts.administrator, 'administration');
  const person = await admin.post<{ id: string }>('people', { userName: 'chen', displayName: 'Chen', password });
  await admin.post(`people/${person.id}/posts`, { unitId, role: 'responder' });
  return Caller.signIn(server.url, { userName: 'chen', password }, 'field-work');
}

/** The colleague was there first. */
async function closes(colleague: Caller, id: string): Promise<void> {
  const theirs = await colleague.get<Order>(`work-orders/${id}`);
  await colleague.walk(theirs, [['report', { result: 'refuted', reason: 'leisure', photos: [], seized: [] }]]);
}

const goes = (page: Page, hash: string) =>
  page.evaluate((to) => {
    location.hash = to;
  }, hash);

const photographs = async (page: Page, hue: number) => {
  await page.locator('input[accept="image/*"]').setInputFiles(await drawnPhoto(page, hue));
  await page.locator('.photo img').waitFor();
};

/** Something seen: a chip, a photo, a word. The first with a video, one for a resident, one spoken. */
async function tells(phone: Phone, words: Words, index: number): Promise<void> {
  const { page } = phone;
  await goes(page, '#/tell');
  await page.getByText(words.phone(`told.${told[index] ?? 'other'}`), { exact: true }).click();
  await photographs(page, index * 30);
  if (index === 0) {
    await page.locator('input[accept="video/*"]').setInputFiles(await recordedVideo(page, 3, videoBytes));
    await page.locator('.photo video').waitFor();
  }
  if (index === spoken) {
    await phone.tap(words.phone('voice.talk'));
    await page.locator('.talk[data-on]').waitFor();
    await page.waitForTimeout(talkMilliseconds);
    await page.locator('.talk').click();
    await page.locator('.said-voice').waitFor();
  }
  if (index === forResident) {
    await page.getByRole('checkbox', { name: words.phone('behalf.title') }).check();
    await page.getByRole('checkbox', { name: words.phone('behalf.consent') }).check();
    await page.getByLabel(words.phone('behalf.name')).fill(resident.name);
    await page.getByLabel(words.phone('behalf.phone')).fill(resident.phone);
  }
  await page.getByLabel(words.phone('tell.text')).fill(`Seen ${index}`);
  if (index === 0) await scene(page, 'report');
  await phone.tap(words.phone('tell.send'));
  await page.locator('.menu').waitFor();
}

/** What was found where a work order leads, with a photo. */
async function reports(page: Page, words: Words, id: string, note: string): Promise<void> {
  await goes(page, `#/report/${id}`);
  await page.getByText(words.phone('answer.confirmed'), { exact: true }).click();
  await page.getByText(words.phone('outcomeReason.smuggled-live-animals')).click();
  await photographs(page, 310);
  await page.getByLabel(words.phone('report.note')).fill(note);
  await page.getByRole('button', { name: words.phone('report.send') }).click();
  await page.locator('.menu').waitFor();
}

/** One more photo for the same work order, in a record of its own. */
async function adds(page: Page, words: Words, id: string): Promise<void> {
  await goes(page, `#/note/${id}`);
  await page.getByLabel(words.phone('note.text')).fill('Pier 1, from the other side');
  await photographs(page, 350);
  await page.getByRole('button', { name: words.phone('note.send') }).click();
  await page.waitForFunction(() => !location.hash.startsWith('#/note'));
}

async function showsTheOutbox(page: Page, words: Words, count: number): Promise<void> {
  await goes(page, '#/outbox');
  await page.getByText(words.phone('outbox.title', { count })).waitFor();
}

/** SHA-256 of every photo this phone keeps. */
const photoHashes = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const [name = ''] = (await indexedDB.databases()).flatMap((one) => (one.name ? [one.name] : []));
    const opened = indexedDB.open(name);
    await new Promise((done) => {
      opened.onsuccess = done;
    });
    const all = opened.result.transaction('photos').objectStore('photos').getAll();
    await new Promise((done) => {
      all.onsuccess = done;
    });
    const blobs = (all.result as { blob: Blob }[]).flatMap(({ blob }) => (blob.type === 'image/jpeg' ? [blob] : []));
    opened.result.close();
    const hash = async (blob: Blob) => new Uint8Array(await crypto.subtle.digest('SHA-256', await blob.arrayBuffer()));
    const hashes = await Promise.all(blobs.map(hash));
    return hashes.map((bytes) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(''));
  });

/** The network comes back, broken; the tab is killed in the middle of the video, and opened again. */
async function dies(phone: Phone, proxy: CuttingProxy, words: Words): Promise<void> {
  proxy.cutEvery = 3;
  await phone.findsTheNetwork();
  const [what = ''] = words.phone('outbox.video', { size: '' }).split('·');
  const video = phone.page.locator('.outbox-item', { hasText: what.trim() });
  await video.locator('progress').waitFor({ timeout: settleMilliseconds });
  await video.scrollIntoViewIfNeeded();
  await scene(phone.page, 'sending');
  await phone.restarts();
  await goes(phone.page, '#/outbox');
}

type Answer = 'conflict.useBoth' | 'conflict.useTheirs';

/** Everything goes by itself but the clash; both sides are shown, and the person picks. */
async function settles(page: Page, words: Words, answer: Answer, waiting: number): Promise<void> {
  const choose = page.getByRole('link', { name: words.phone('outbox.choose') });
  await choose.waitFor({ timeout: settleMilliseconds });
  // What was written on the same work order after it waits for the person's choice.
  await page.getByText(words.phone('outbox.title', { count: waiting })).waitFor({ timeout: settleMilliseconds });
  await scene(page, 'clash');
  await choose.click();
  await page.locator('.sides').waitFor();
  await scene(page, 'conflict');
  await page.getByRole('button', { name: words.phone(answer) }).click();
  await page.getByRole('heading', { name: words.phone('outbox.empty') }).waitFor({ timeout: settleMilliseconds });
  await page.locator('.strip', { hasText: words.phone('strip.clear') }).waitFor({ timeout: settleMilliseconds });
}

/** Rows and files: each case once with its own media, the clash as two notes, and every file once on the disk. */
async function everythingOnce(server: Server, accounts: Accounts, clash: Order, hashes: string[]): Promise<void> {
  const responder = await Caller.signIn(server.url, accounts.responder, 'field-work');
  const head = await Caller.signIn(server.url, accounts['centre-head'], 'case-work');
  const reported = await responder.get<{ items: { id: string }[] }>('cases/reported?limit=100');
  expect(reported.items).toHaveLength(told.length);
  const listed = await head.get<{ items: { id: string; title: { parameters: { what?: string } | null } }[] }>(
    'cases?scope=all&order=newest&limit=100',
  );
  expect(listed.items.filter(({ title }) => title.parameters?.what)).toHaveLength(told.length);
  const whole = await Promise.all(reported.items.map(({ id }) => head.get<Told>(`cases/${id}`)));
  const seen = new Map<string, Told>();
  for (const one of whole) seen.set(one.timeline.find(({ code }) => code === 'case.told')?.text ?? '', one);
  const media = told.map((_, index) => {
    const kinds = seen.get(`Seen ${index}`)?.files.map(({ kind }) => kind) ?? [];
    return kinds.sort().join();
  });
  expect(media).toEqual(
    told.map((_, index) => ['picture', index === spoken ? 'sound' : index === 0 ? 'video' : ''].filter(Boolean).join()),
  );
  const behalf = [...seen.values()].filter(({ requester }) => requester);
  expect(behalf.map(({ requester }) => requester)).toMatchObject([resident]);
  expect(whole.filter(({ origin }) => origin === 'citizen')).toHaveLength(1);
  const kept = await onTheOrder(responder, clash);
  expect(kept).toHaveLength(2);
  // Nothing lost, nothing twice: by what is in the files. Of video and sound the server keeps less than was sent.
  expect(new Set([...whole.flatMap((one) => one.files.map(({ id }) => id)), ...kept]).size).toBe(files);
  const there = onDisk(server);
  expect(there.filter((hash) => hashes.includes(hash))).toEqual([...hashes].sort());
  expect([there.length, new Set(there).size]).toEqual([files, files]);
  expect(readdirSync(`${server.data}/uploads`)).toEqual([]);
}

/** The other's result stands; ours became a note, and the second record follows it. @returns ids of their photos */
async function onTheOrder(responder: Caller, { id }: Order): Promise<string[]> {
  const me = (await responder.get<{ person: { id: string } }>('session')).person.id;
  const { history } = await responder.get<Order>(`work-orders/${id}`);
  expect(history.filter(({ step }) => step === 'report')).toHaveLength(1);
  const notes = history.filter(({ step, actor }) => step === 'note' && actor?.id === me);
  expect(notes.filter(({ text }) => text)).toHaveLength(2);
  return notes.flatMap((note) => note.photos);
}

const onDisk = (server: Server): string[] =>
  readdirSync(`${server.data}/files`, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map(({ parentPath, name }) =>
      createHash('sha256')
        .update(readFileSync(join(parentPath, name)))
        .digest('hex'),
    )
    .sort();

/** The same once more, and the person leaves it at what the other found: theirs stands, and nothing of ours is left. */
async function theOtherAnswer(phone: Phone, words: Words, colleague: Caller, { id }: Order): Promise<void> {
  await phone.losesTheNetwork();
  await reports(phone.page, words, id, 'Pier 2');
  await closes(colleague, id);
  await goes(phone.page, '#/outbox');
  await phone.findsTheNetwork();
  await settles(phone.page, words, 'conflict.useTheirs', 1);
  const { history } = await colleague.get<Order>(`work-orders/${id}`);
  expect(history.filter(({ step }) => step === 'report')).toHaveLength(1);
  expect(history.filter(({ step }) => step === 'note')).toHaveLength(0);
}

/** A picture of what a person sees, where the runner is told to keep them. */
async function scene(page: Page, name: string): Promise<void> {
  const folder = process.env.FOURFOLD_JOURNEY_SCENES;
  if (folder) await page.screenshot({ path: `${folder}/airplane-${name}.png` });
}
