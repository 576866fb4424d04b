import { readdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { Caller } from './stage/Caller.ts';
import { type CuttingProxy, cuttingProxy } from './stage/CuttingProxy.ts';
import { journey } from './stage/journey.ts';
import { drawnPhoto, recordedVideo } from './stage/media.ts';
import { Phone } from './stage/Phone.ts';
import { readAccounts, type Server, startServer } from './stage/server.ts';
import type { Words } from './stage/words.ts';

const orders = 9;
/** The ninth is the one that somebody else closes. */
const ownReports = orders - 1;
const videoBytes = 5_000_000;
const password = 'a long one, for once';
const settleMilliseconds = 180_000;

interface Order {
  id: string;
  revision: number;
  state: string;
  history: { step: string; actor: { id: string } | null; photos: string[]; videos: string[]; text: string | null }[];
}

journey(
  'ten records of a day in airplane mode arrive once each through a line that breaks, and a clash is put to a person',
  async ({ browser, stage, words }) => {
    const server = await startServer();
    const proxy = await cuttingProxy(server.url);
    try {
      const accounts = readAccounts(server.data);
      const here = await onScene(server, accounts.responder);
      const phone = new Phone(browser, { ...stage, url: proxy.url, accounts }, words);
      await phone.signsIn();
      await phone.keepsTheApp();
      await phone.page.locator('.urgent').waitFor();
      await phone.losesTheNetwork();

      for (const [index, order] of here.entries()) await reports(phone.page, words, order.id, index);
      await adds(phone.page, words, here[ownReports]?.id ?? '');
      await showsTheOutbox(phone.page, words, orders + 1);
      await scene(phone.page, 'offline');

      const colleague = await colleagueOf(server, accounts.administrator, await unitOf(server, accounts.responder));
      const theirs = await colleague.get<Order>(`work-orders/${here[ownReports]?.id}`);
      await colleague.walk(theirs, [['report', { result: 'refuted', reason: 'leisure', photos: [], seized: [] }]]);

      await phone.restarts();
      await showsTheOutbox(phone.page, words, orders + 1);
      await dies(phone, proxy, words);

      await settles(phone.page, words);
      expect(proxy.cuts).toBeGreaterThan(5);
      await everythingOnce(server, accounts.responder, here, phone.page, words);
    } finally {
      await proxy.stop();
      await server.stop();
    }
  },
  { limit: 600_000 },
);

/** Nine cases of a patrol, each with a work order of which the officer has reached the place. */
async function onScene(server: Server, officer: { userName: string; password: string } | undefined): Promise<Order[]> {
  const accounts = readAccounts(server.data);
  const desk = await Caller.signIn(server.url, accounts['duty-officer'], 'sea-watch');
  const responder = await Caller.signIn(server.url, officer, 'field-work');
  const unitId = await unitOf(server, officer);
  const made: Order[] = [];
  for (let number = 1; number <= orders; number++) {
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

async function unitOf(server: Server, officer: { userName: string; password: string } | undefined): Promise<string> {
  const responder = await Caller.signIn(server.url, officer, 'field-work');
  return (await responder.get<{ post: { unit: { id: string } } }>('session')).post.unit.id;
}

/** Somebody else of the same station. */
async function colleagueOf(
  server: Server,
  administrator: { userName: string; password: string } | undefined,
  unitId: string,
): Promise<Caller> {
  const admin = await Caller.signIn(server.url, administrator, 'administration');
  const person = await admin.post<{ id: string }>('people', { userName: 'chen', displayName: 'Chen', password });
  await admin.post(`people/${person.id}/posts`, { unitId, role: 'responder' });
  return Caller.signIn(server.url, { userName: 'chen', password }, 'field-work');
}

const goes = (page: Page, hash: string) =>
  page.evaluate((to) => {
    location.hash = to;
  }, hash);

/** What was seen, with a photo; the first with a video as well. */
async function reports(page: Page, words: Words, id: string, index: number): Promise<void> {
  await goes(page, `#/report/${id}`);
  await page.getByText(words.phone('answer.confirmed'), { exact: true }).click();
  await page.getByText(words.phone('outcomeReason.smuggled-live-animals')).click();
  await page.locator('input[accept="image/*"]').setInputFiles(await drawnPhoto(page, index * 40));
  await page.locator('.photo img').waitFor();
  if (index === 0) {
    await page.locator('input[accept="video/*"]').setInputFiles(await recordedVideo(page, 3, videoBytes));
    await page.locator('.photo video').waitFor();
    await scene(page, 'report');
  }
  await page.getByLabel(words.phone('report.note')).fill(`Pier ${index + 1}`);
  await page.getByRole('button', { name: words.phone('report.send') }).click();
  await page.locator('.menu').waitFor();
}

/** One more photo for a work order that is reported already, in a record of its own. */
async function adds(page: Page, words: Words, id: string): Promise<void> {
  await goes(page, `#/note/${id}`);
  await page.getByLabel(words.phone('note.text')).fill('Pier 9, from the other side');
  await page.locator('input[accept="image/*"]').setInputFiles(await drawnPhoto(page, 350));
  await page.locator('.photo img').waitFor();
  await page.getByRole('button', { name: words.phone('note.send') }).click();
  await page.waitForFunction(() => !location.hash.startsWith('#/note'));
}

async function showsTheOutbox(page: Page, words: Words, count: number): Promise<void> {
  await goes(page, '#/outbox');
  await page.getByText(words.phone('outbox.title', { count })).waitFor();
}

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

/** Everything goes by itself but the clash; both sides are shown, and the person keeps both. */
async function settles(page: Page, words: Words): Promise<void> {
  const choose = page.getByRole('link', { name: words.phone('outbox.choose') });
  await choose.waitFor({ timeout: settleMilliseconds });
  // What was written on the same work order after it waits for the person's choice.
  await page.getByText(words.phone('outbox.title', { count: 2 })).waitFor({ timeout: settleMilliseconds });
  await scene(page, 'clash');
  await choose.click();
  await page.locator('.sides').waitFor();
  await scene(page, 'conflict');
  await page.getByRole('button', { name: words.phone('conflict.useBoth') }).click();
  await page.getByRole('heading', { name: words.phone('outbox.empty') }).waitFor({ timeout: settleMilliseconds });
  await page.locator('.strip', { hasText: words.phone('strip.clear') }).waitFor({ timeout: settleMilliseconds });
}

async function everythingOnce(
  server: Server,
  officer: { userName: string; password: string } | undefined,
  here: Order[],
  page: Page,
  words: Words,
): Promise<void> {
  const responder = await Caller.signIn(server.url, officer, 'field-work');
  const me = (await responder.get<{ person: { id: string } }>('session')).person.id;
  const found: Order[] = [];
  for (const { id } of here) found.push(await responder.get<Order>(`work-orders/${id}`));
  const mine = (order: Order) => order.history.filter((step) => step.actor?.id === me);
  for (const order of found.slice(0, ownReports))
    expect(mine(order).filter(({ step }) => step === 'report')).toHaveLength(1);
  const photos = found.map((order) => order.history.flatMap((step) => step.photos));
  expect(photos.map((list) => list.length)).toEqual([2, 1, 1, 1, 1, 1, 1, 1, 2]);
  expect(new Set(photos.flat()).size).toBe(orders + 2);
  expect(found.flatMap((order) => order.history.flatMap((step) => step.videos))).toHaveLength(1);
  // The other's result stands; ours became a note, and the second record follows it.
  const last = found[ownReports];
  expect(last?.history.filter(({ step }) => step === 'report')).toHaveLength(1);
  expect(last && mine(last).filter(({ step }) => step === 'note')).toHaveLength(2);
  // Each file is on the disk once, and nothing is left in the middle.
  const files = readdirSync(`${server.data}/files`, { recursive: true, withFileTypes: true });
  expect(files.filter((file) => file.isFile())).toHaveLength(orders + 2);
  expect(readdirSync(`${server.data}/uploads`)).toEqual([]);
  await page.getByText(words.phone('outbox.recent')).click();
}

/** A picture of what a person sees, where the runner is told to keep them. */
async function scene(page: Page, name: string): Promise<void> {
  const folder = process.env.FOURFOLD_JOURNEY_SCENES;
  if (folder) await page.screenshot({ path: `${folder}/airplane-${name}.png` });
}
