import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { push as pushed } from '../field/worker/messages/zh.ts';
import { expectAccessible } from './stage/accessible.ts';
import { Caller } from './stage/Caller.ts';
import { journey } from './stage/journey.ts';
import { Phone } from './stage/Phone.ts';
import { type Accounts, readAccounts, startServer } from './stage/server.ts';
import { sitDown } from './stage/sitDown.ts';
import { tellsWorker } from './stage/tellsWorker.ts';
import { settles } from './stage/waits.ts';
import type { Words } from './stage/words.ts';

/** A question is on the screen of an open phone within this time. */
const atOnceMilliseconds = 5_000;
/** Of the county: the worker, and the lead whom the demonstration gives a grid. */
const receivers = 2;
const county = '469023';
const question = '巷口的路灯不亮三天了，晚上老人看不见路。';

journey(
  'a resident scans the code of the grid and asks; the worker answers without a network; a notice is read',
  async ({ browser, stage, words }) => {
    const server = await startServer();
    try {
      const accounts = readAccounts(server.data);
      const head = await Caller.signIn(server.url, accounts['centre-head'], 'case-work');
      const grid = await staffedGrid(head, server.url, accounts);
      const { address } = await head.get<{ address: string }>(`grids/${grid}/door`);

      const phone = new Phone(browser, { ...stage, url: server.url, accounts }, words);
      await phone.signsIn('grid-worker');
      await phone.keepsTheApp();
      await goes(phone.page, '#/inbox');
      await phone.page.getByText(words.phone('inbox.none')).waitFor();
      await expectAccessible(phone.page, 'the phone: an empty inbox');

      const resident = await asks(browser, address);
      await phone.page.getByText(words.phone('news.questions', { count: 1 })).waitFor({ timeout: atOnceMilliseconds });
      await scene(phone.page, 'asked');
      await answersOffline(phone, words);
      await readsTheAnswer(resident, words);
      await isDone(phone, words);

      await notices(phone, head, words);
      await seesTheReaders(browser, { ...stage, url: server.url, accounts }, words);
      await pocket(phone, server.url);
      await showsItself(phone, resident, address, words);
    } finally {
      await server.stop();
    }
  },
  { limit: 600_000 },
);

/** A grid of the county with its worker on it; a square by the sea. */
async function staffedGrid(head: Caller, url: string, accounts: Accounts): Promise<string> {
  const worker = await Caller.signIn(url, accounts['grid-worker'], 'field-work');
  const { post } = await worker.get<{ post: { id: string } }>('session');
  const [town] = (await head.get<{ items: { code: string }[] }>(`areas?parent=${county}`)).items;
  const [village] = (await head.get<{ items: { code: string }[] }>(`areas?parent=${town?.code}`)).items;
  const [west, south, size] = [110.07, 19.95, 0.01];
  const ring = [
    [west, south],
    [west + size, south],
    [west + size, south + size],
    [west, south + size],
    [west, south],
  ];
  const drawn = await head.post<{ grid: { id: string } }>('grids', {
    villageCode: village?.code,
    name: '东水村第四网格',
    kind: 'comprehensive',
    geometry: { type: 'Polygon', coordinates: [ring] },
    acceptFaults: true,
  });
  const shifts = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: 480, until: 720 }));
  await head.post(`grids/${drawn.grid.id}/workers`, { postId: post.id, role: 'worker', shifts });
  return drawn.grid.id;
}

const goes = (page: Page, hash: string) =>
  page.evaluate((to) => {
    location.hash = to;
  }, hash);

/** A phone of somebody whom nobody knows, and whose browser runs no script. */
async function asks(browser: Browser, address: string): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
    locale: 'zh-CN',
    javaScriptEnabled: false,
  });
  const page = await context.newPage();
  await page.goto(address);
  await scene(page, 'resident-door');
  await page.locator('textarea').fill(question);
  await page.locator('form button').click();
  await page.locator('[data-state="open"]').waitFor();
  await scene(page, 'resident-asked');
  return page;
}

/** Opens the question, loses the network, answers with a ready one; it goes by itself when there is a line again. */
async function answersOffline(phone: Phone, words: Words): Promise<void> {
  const { page } = phone;
  await page.getByRole('link', { name: words.phone('news.look') }).click();
  await page.getByText(question).waitFor();
  await phone.losesTheNetwork();
  await page.getByText(words.phone('question.ready')).click();
  await page.getByRole('button', { name: words.phone('ready.come') }).click();
  await expect
    .poll(() => page.getByLabel(words.phone('question.answer')).inputValue(), settles)
    .toBe(words.phone('ready.come'));
  await expectAccessible(page, 'the phone: a question');
  // The thumb that moves the page is not held by what was said.
  await expect
    .poll(() => page.locator('.thread').evaluate((said) => getComputedStyle(said).touchAction), settles)
    .toBe('auto');
  await scene(page, 'question');
  await phone.tap(words.phone('question.send'));
  await page.locator('.thread li[data-own]', { hasText: words.phone('question.waiting') }).waitFor();
  await scene(page, 'answered-offline');
  await goes(page, '#/outbox');
  await page.getByText(words.phone('outbox.title', { count: 1 })).waitFor();
  await scene(page, 'outbox');
  await phone.findsTheNetwork();
  await phone.seesEverythingSent();
}

async function readsTheAnswer(resident: Page, words: Words): Promise<void> {
  await resident.locator('a.button').click();
  await resident.locator('[data-state="answered"]').waitFor();
  await resident.getByText(words.phone('ready.come')).waitFor();
  await scene(resident, 'resident-answered');
  await resident.locator('form[action$="/solved"] button').click();
  await resident.locator('[data-state="solved"]').waitFor();
}

async function isDone(phone: Phone, words: Words): Promise<void> {
  await goes(phone.page, '#/inbox');
  await phone.page.getByText(words.phone('inbox.over', { count: 1 })).click();
  await phone.page.getByText(words.phone('question.state.solved')).waitFor({ timeout: atOnceMilliseconds });
}

/** A notice comes, is read without a network, and the sender sees it. */
async function notices(phone: Phone, head: Caller, words: Words): Promise<void> {
  const { page } = phone;
  const until = new Date(Date.now() + 86_400_000).toISOString();
  const sent = await head.post<{ id: string; receivers: number }>('notices', {
    area: county,
    title: '台风“海燕”',
    text: '今晚八点前，把渔排上的人都劝上岸。\n低洼处的住户先转到村小学。',
    urgent: true,
    until,
  });
  expect(sent.receivers).toBe(receivers);
  await page.getByText(words.phone('news.notices', { count: 1 })).waitFor({ timeout: atOnceMilliseconds });
  await scene(page, 'inbox');
  await phone.losesTheNetwork();
  await goes(page, `#/notice/${sent.id}`);
  await page.locator('.notice-text').waitFor();
  await expectAccessible(page, 'the phone: a notice');
  await scene(page, 'notice');
  await phone.tap(words.phone('notice.confirm'));
  await phone.findsTheNetwork();
  await phone.seesEverythingSent();
  const read = async () => (await head.get<{ items: { read: number }[] }>('notices/sent')).items[0]?.read;
  await expect.poll(read).toBe(1);
}

async function seesTheReaders(browser: Browser, stage: Parameters<typeof sitDown>[1], words: Words): Promise<void> {
  const page = await sitDown(browser, stage, 'centre-head', { purpose: 'case-work', colours: 'light' });
  await page.goto(`${stage.url}/notices`);
  await page.getByText(words.desk('notices.readOf', { read: 1, receivers })).click();
  await page.getByRole('button', { name: words.desk('notices.names') }).click();
  await page.locator('.notices-names li').first().waitFor();
  await expectAccessible(page, 'the console: who read a notice');
  await scene(page, 'console-readers');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: words.desk('notices.new') }).click();
  await page.getByLabel(words.desk('notices.text')).waitFor();
  await expectAccessible(page, 'the console: a new notice');
  await scene(page, 'console-notice');
  await page.keyboard.press('Escape');
  await page.goto(`${stage.url}/grids`);
  await page.getByText('东水村第四网格').first().click();
  await page.getByRole('button', { name: words.desk('door.show') }).click();
  await page.locator('.door img').waitFor();
  await expectAccessible(page, 'the console: the code of a grid');
  await scene(page, 'console-door');
  await page.context().close();
}

/** With the phone in the pocket: one sentence, and none of what was asked. */
async function pocket(phone: Phone, url: string): Promise<void> {
  await phone.page.context().grantPermissions(['geolocation', 'notifications']);
  const shown = await tellsWorker(phone.page, url, { kind: 'question', id: 'q', language: 'zh' });
  expect(shown).toEqual([{ title: pushed.question, body: '' }]);
}

/** The worker lets their name be seen, and shows the code from their own phone. */
async function showsItself(phone: Phone, resident: Page, address: string, words: Words): Promise<void> {
  const { page } = phone;
  await goes(page, '#/me');
  await page.getByLabel(words.phone('card.showName')).check();
  await page.locator('.door-code img').last().scrollIntoViewIfNeeded();
  await expectAccessible(page, 'the phone: what residents see of me');
  await scene(page, 'me');
  await resident.goto(address);
  await resident.locator('.who', { hasText: '曾阿妹' }).waitFor();
  const reader = await resident
    .context()
    .browser()
    ?.newContext({ viewport: { width: 390, height: 844 } });
  const open = await reader?.newPage();
  if (!open) throw new Error('no browser');
  for (const language of ['zh', 'en']) {
    await open.goto(`${address}?language=${language}`);
    await expectAccessible(open, `the page of a grid in ${language}`);
  }
  await scene(open, 'resident-english');
  await reader?.close();
}

/** A picture of what a person sees, where the runner is told to keep them. */
async function scene(page: Page, name: string): Promise<void> {
  const folder = process.env.FOURFOLD_JOURNEY_SCENES;
  if (folder) await page.screenshot({ path: `${folder}/inbox-${name}.png` });
}
