import type { CDPSession, Page } from 'playwright-core';
import { expect } from 'vitest';
import { Caller } from './stage/Caller.ts';
import { journey } from './stage/journey.ts';
import { drawnPhoto, recordedVideo } from './stage/media.ts';
import { Phone } from './stage/Phone.ts';
import { type Accounts, readAccounts, type Server, startServer } from './stage/server.ts';
import { settleMilliseconds, settles } from './stage/waits.ts';
import type { Words } from './stage/words.ts';

/** For so long Chromium goes on trusting what it measured of the room that is left. */
const trustMilliseconds = 31_000;

const goes = (page: Page, hash: string) =>
  page.evaluate((to) => {
    location.hash = to;
  }, hash);

journey(
  'a full phone says what it did not keep, loses nothing that it kept, and sends all the same',
  async (people) => {
    const { phone, words, stage } = people;
    await phone.signsIn('grid-worker');
    await phone.keepsTheApp();
    const { page } = phone;
    const { origin } = new URL(stage.url);
    const text = page.getByLabel(words.phone('tell.text'));
    const full = page.getByRole('alert').filter({ hasText: words.phone('storage.full') });
    const begins = async (said: string) => {
      await goes(page, '#/tell');
      await page.getByText(words.phone('told.litter'), { exact: true }).click();
      await text.fill(said);
    };

    await goes(page, '#/forms');
    await page
      .locator('.form-begin')
      .filter({ has: page.getByText('入户采集', { exact: true }) })
      .click();
    await page.locator('.form-question').first().waitFor();
    const form = await page.evaluate(() => location.hash);
    await phone.losesTheNetwork();
    await begins('Kept before');
    await page.locator('input[accept="image/*"]').setInputFiles(await drawnPhoto(page, 20));
    await page.locator('.photo img').waitFor();
    await phone.tap(words.phone('tell.send'));
    await page.locator('.menu').waitFor();
    await begins('Begun');

    // What is there is all that there may be.
    const session = await page.context().newCDPSession(page);
    const { usage } = await session.send('Storage.getUsageAndQuota', { origin });
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: usage + 1 });
    await page.waitForTimeout(trustMilliseconds);
    await text.fill('Written on a full phone');
    await page
      .getByRole('alert')
      .filter({ hasText: words.phone('storage.words') })
      .waitFor();
    await page.locator('input[accept="image/*"]').setInputFiles(await drawnPhoto(page, 50));
    await full.waitFor();
    expect(await page.locator('.photo').count()).toBe(0);
    await phone.tap(words.phone('tell.send'));
    await full.nth(1).waitFor();
    expect(await text.inputValue()).toBe('Written on a full phone');

    // So it is with the answers of a form, which are there when the page is loaded anew.
    await goes(page, form);
    await page.getByLabel('门牌号').fill('12 号');
    await page
      .getByRole('alert')
      .filter({ hasText: words.phone('storage.words') })
      .waitFor();
    await page.reload();
    await expect.poll(() => page.getByLabel('门牌号').inputValue(), settles).toBe('12 号');
    await goes(page, '#/tell');

    // Sending is what makes room: it goes by what was held back, and what was only on the screen is kept then.
    await phone.findsTheNetwork();
    await phone.seesEverythingSent();
    const worker = await Caller.signIn(stage.url, stage.accounts['grid-worker'], 'field-work');
    const has = async (said: string) => (await worker.text('cases/reported')).includes(said);
    await expect.poll(() => has('Kept before'), settles).toBe(true);
    await session.send('Storage.overrideQuotaForOrigin', { origin });
    await phone.tap(words.phone('tell.send'));
    await page.locator('.menu').waitFor();
    await expect.poll(() => has('Written on a full phone'), settles).toBe(true);
  },
);

const found = 'Fourteen off the pier, no papers';
const videoBytes = 2_000_000;

interface Order {
  id: string;
  revision: number;
  report: { note: string | null; photos: string[] } | null;
  history: { step: string }[];
}

journey(
  'on a full phone a report keeps its words even when the phone is restarted, and goes when what waited has gone',
  async ({ browser, stage, words }) => {
    const server = await startServer();
    try {
      const accounts = readAccounts(server.data);
      const { id } = await onScene(server, accounts);
      const phone = new Phone(browser, { ...stage, url: server.url, accounts }, words);
      await phone.signsIn();
      await phone.keepsTheApp();
      await phone.page.locator('.urgent').waitFor();
      await phone.losesTheNetwork();
      await tellsOf(phone.page, words, 'Kept before');
      await beginsTheReport(phone.page, words, id);
      await isFilled(phone.page, server.url);

      await cannotKeep(phone.page, words);
      await phone.restarts();
      await goes(phone.page, `#/report/${id}`);
      await phone.page.locator('.photo img').waitFor();
      const note = phone.page.getByLabel(words.phone('report.note'));
      await expect.poll(() => note.inputValue(), settles).toBe(found);

      // Nothing but what waits goes, and that is enough.
      await phone.findsTheNetwork();
      await phone.seesEverythingSent();
      const sent = async () => {
        const send = phone.button(words.phone('report.send'));
        if (await send.isVisible()) await send.click({ timeout: 1_000 }).catch(() => {});
        return phone.page.locator('.menu').isVisible();
      };
      await expect.poll(sent, { timeout: settleMilliseconds, interval: 3_000 }).toBe(true);
      const responder = await Caller.signIn(server.url, accounts.responder, 'field-work');
      const report = async () => (await responder.get<Order>(`work-orders/${id}`)).report;
      await expect.poll(async () => (await report())?.note, settles).toBe(found);
      await phone.seesEverythingSent();
      const whole = await responder.get<Order>(`work-orders/${id}`);
      expect(whole.history.filter(({ step }) => step === 'report')).toHaveLength(1);
      expect((await responder.text('cases/reported')).match(/Kept before/g)).toHaveLength(1);
      // Of the next report no word of this one is there.
      expect(await phone.page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('words')))).toEqual(
        [],
      );
    } finally {
      await server.stop();
    }
  },
  { limit: 600_000 },
);

/** A case of a patrol, with a work order of which the officer has reached the place. */
async function onScene(server: Server, accounts: Accounts): Promise<{ id: string }> {
  const desk = await Caller.signIn(server.url, accounts['duty-officer'], 'sea-watch');
  const responder = await Caller.signIn(server.url, accounts.responder, 'field-work');
  const { post } = await responder.get<{ post: { unit: { id: string } } }>('session');
  const opened = await desk.post<{ id: string }>('cases', {
    ...{ origin: 'patrol', title: 'Pier 1' },
    position: { latitude: 19.991, longitude: 110.07 },
  });
  const order = { title: 'Pier 1', instruction: 'Go and see', unitId: post.unit.id };
  const issued = await desk.post<Order>(`cases/${opened.id}/work-orders`, order);
  await responder.walk(issued, [['accept'], ['set-out'], ['arrive']]);
  return issued;
}

const photographs = async (page: Page, hue: number) => {
  await page.locator('input[accept="image/*"]').setInputFiles(await drawnPhoto(page, hue));
  await page.locator('.photo img').waitFor();
};

async function tellsOf(page: Page, words: Words, text: string): Promise<void> {
  await goes(page, '#/tell');
  await page.getByText(words.phone('told.litter'), { exact: true }).click();
  await page.getByLabel(words.phone('tell.text')).fill(text);
  await photographs(page, 20);
  await page.getByRole('button', { name: words.phone('tell.send') }).click();
  await page.locator('.menu').waitFor();
}

async function beginsTheReport(page: Page, words: Words, id: string): Promise<void> {
  await goes(page, `#/report/${id}`);
  await page.getByText(words.phone('answer.confirmed'), { exact: true }).click();
  await page.getByText(words.phone('outcomeReason.smuggled-live-animals')).click();
  await photographs(page, 310);
}

/** What is there is all that there may be, from now on. */
async function isFilled(page: Page, url: string): Promise<void> {
  const session: CDPSession = await page.context().newCDPSession(page);
  const { origin } = new URL(url);
  const { usage } = await session.send('Storage.getUsageAndQuota', { origin });
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: usage + 1 });
  await page.waitForTimeout(trustMilliseconds);
}

/** Words, a video, the report: of each it is said what became of it, and nothing is half there. */
async function cannotKeep(page: Page, words: Words): Promise<void> {
  const alert = (key: 'storage.words' | 'storage.full') =>
    page.getByRole('alert').filter({ hasText: words.phone(key) });
  await page.getByLabel(words.phone('report.note')).fill(found);
  await alert('storage.words').waitFor();
  await page.locator('input[accept="video/*"]').setInputFiles(await recordedVideo(page, 1, videoBytes));
  await alert('storage.full').waitFor();
  expect(await page.locator('.photo video').count()).toBe(0);
  await page.getByRole('button', { name: words.phone('report.send') }).click();
  await alert('storage.full').nth(1).waitFor();
  expect(await page.evaluate(() => location.hash)).toMatch(/^#\/report/);
  await page.locator('.strip a[href="#/outbox"]', { hasText: words.phone('strip.count', { count: 1 }) }).waitFor();
  expect(await page.locator('.photo img').count()).toBe(1);
}
