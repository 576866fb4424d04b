import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { Caller } from './stage/Caller.ts';
import { cuttingProxy } from './stage/CuttingProxy.ts';
import { journey } from './stage/journey.ts';
import { drawnPhoto } from './stage/media.ts';
import { Phone } from './stage/Phone.ts';
import { Release } from './stage/release.ts';
import { type Accounts, readAccounts, type Server, startServer } from './stage/server.ts';
import { settleMilliseconds, settles } from './stage/waits.ts';
import type { Words } from './stage/words.ts';

const reports = 10;
const begun = 'The sea wall at gate 3';
const talkMilliseconds = 1_500;

interface Told {
  files: { id: string; kind: string }[];
  timeline: { code: string; text: string | null }[];
}

journey(
  'a new version over a full outbox waits for the person, loses nothing, and each report arrives once',
  async ({ browser, stage, words }) => {
    const release = new Release();
    const server = await startServer('--web', release.web);
    const proxy = await cuttingProxy(server.url);
    try {
      const accounts = readAccounts(server.data);
      const phone = new Phone(browser, { ...stage, url: proxy.url, accounts }, words);
      await phone.signsIn('grid-worker');
      await phone.keepsTheApp();
      const { page } = phone;
      release.next('half', 'TellPage');
      await isNotTaken(page, words);

      await phone.losesTheNetwork();
      for (let index = 0; index < reports; index++) {
        await begins(page, words, `Seen ${index}`, index * 30);
        await phone.tap(words.phone('tell.send'));
        await page.locator('.menu').waitFor();
      }
      await begins(page, words, begun, 330);
      const other = await page.context().newPage();
      await other.goto(`${proxy.url}/field/#/today`);
      await other.locator('.menu').waitFor();

      // There is a line again, and what is on it is the new version before anything is sent.
      release.next('second');
      proxy.silent = /^\/api\//;
      await phone.findsTheNetwork();
      await goesOnWriting(page, other, words);
      for (const tab of [page, other]) await expect.poll(() => versionOf(tab), settles).toBe('second');
      await everythingIsThere(page, words);
      await phone.losesTheNetwork();
      await phone.restarts();
      await goes(phone.page, '#/tell');
      await everythingIsThere(phone.page, words);
      expect(await versionOf(phone.page)).toBe('second');
      expect(await phone.page.evaluate(() => caches.keys())).toHaveLength(1);

      proxy.silent = null;
      await phone.findsTheNetwork();
      await phone.tap(words.phone('tell.send'));
      await phone.page.locator('.menu').waitFor();
      await phone.seesEverythingSent();
      await eachOnce(server, accounts);
    } finally {
      await proxy.stop();
      await server.stop();
      release.remove();
    }
  },
  { limit: 600_000 },
);

const goes = (page: Page, hash: string) =>
  page.evaluate((to) => {
    location.hash = to;
  }, hash);

const versionOf = (page: Page) =>
  page
    .evaluate(() => document.querySelector<HTMLMetaElement>('meta[name="release"]')?.content ?? '')
    // It is just being loaded anew.
    .catch(() => null);

/** A release that is only half there: the app stays what it was, whole. */
async function isNotTaken(page: Page, words: Words): Promise<void> {
  const became = await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const found = new Promise<ServiceWorker | null>((done) => {
      registration.addEventListener('updatefound', () => done(registration.installing), { once: true });
    });
    await registration.update().catch(() => {});
    const worker = await found;
    while (worker && worker.state !== 'redundant' && worker.state !== 'installed')
      await new Promise((done) => worker.addEventListener('statechange', done, { once: true }));
    return worker?.state;
  });
  expect(became).toBe('redundant');
  await page.reload();
  await page.locator('.menu').waitFor();
  expect(await versionOf(page)).toBe('');
  expect(await page.getByRole('button', { name: words.phone('strip.takeOver') }).count()).toBe(0);
}

async function begins(page: Page, words: Words, text: string, hue: number): Promise<void> {
  await goes(page, '#/tell');
  await page.getByText(words.phone('told.damage'), { exact: true }).click();
  await page.locator('input[accept="image/*"]').setInputFiles(await drawnPhoto(page, hue));
  await page.locator('.photo img').waitFor();
  await page.getByLabel(words.phone('tell.text')).fill(text);
}

/** It is offered and does not come by itself; taken in another tab, it waits until what is being said is kept. */
async function goesOnWriting(page: Page, other: Page, words: Words): Promise<void> {
  const offer = (tab: Page) => tab.getByRole('button', { name: words.phone('strip.takeOver') });
  await offer(page).waitFor({ timeout: settleMilliseconds });
  await page.getByLabel(words.phone('tell.text')).pressSequentially(' is open');
  expect(await versionOf(page)).toBe('');
  await page.getByRole('button', { name: words.phone('voice.talk') }).click();
  await page.locator('.talk[data-on]').waitFor();
  await offer(other).click();
  await expect.poll(() => versionOf(other), settles).toBe('second');
  await page.waitForTimeout(talkMilliseconds);
  expect(await versionOf(page)).toBe('');
  await page.locator('.talk').click();
}

async function everythingIsThere(page: Page, words: Words): Promise<void> {
  await expect.poll(() => page.getByLabel(words.phone('tell.text')).inputValue(), settles).toBe(`${begun} is open`);
  await page.locator('.photo img').waitFor();
  await page.locator('.said-voice').waitFor();
  await page
    .locator('.strip a[href="#/outbox"]', { hasText: words.phone('strip.count', { count: reports }) })
    .waitFor();
}

/** Each of the ten with its picture, and the one that was begun in one version and sent in the other. */
async function eachOnce(server: Server, accounts: Accounts): Promise<void> {
  const worker = await Caller.signIn(server.url, accounts['grid-worker'], 'field-work');
  const head = await Caller.signIn(server.url, accounts['centre-head'], 'case-work');
  const { items } = await worker.get<{ items: { id: string }[] }>('cases/reported?limit=100');
  const whole = await Promise.all(items.map(({ id }) => head.get<Told>(`cases/${id}`)));
  const texts = whole.map(({ timeline }) => timeline.find(({ code }) => code === 'case.told')?.text);
  const wanted = [...Array.from({ length: reports }, (_, index) => `Seen ${index}`), `${begun} is open`];
  expect(texts.sort()).toEqual(wanted.sort());
  const kinds = whole.map(({ files }) =>
    files
      .map(({ kind }) => kind)
      .sort()
      .join(),
  );
  expect(kinds.sort()).toEqual([...wanted.slice(1).map(() => 'picture'), 'picture,sound']);
  expect(new Set(whole.flatMap(({ files }) => files.map(({ id }) => id))).size).toBe(reports + 2);
}
