import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { expectAccessible } from './stage/accessible.ts';
import { Caller } from './stage/Caller.ts';
import { type GridTeam, gridTeam, near } from './stage/gridTeam.ts';
import { journey } from './stage/journey.ts';
import { drawnPhoto } from './stage/media.ts';
import { Phone } from './stage/Phone.ts';
import { type Server, startServer } from './stage/server.ts';
import { settleMilliseconds, settles, waitMilliseconds } from './stage/waits.ts';
import type { Words } from './stage/words.ts';

/** A thumb with a glove on it, CSS pixels; of what is done on a page the main thing is larger. */
const smallestTarget = 48;
/** Pages are no longer than that, CSS pixels. */
const wholeHeight = 3_000;
const dayMilliseconds = 86_400_000;
const resident = '林阿婆';
const question = '巷口的路灯不亮三天了，晚上老人看不见路。';

interface Order {
  id: string;
  revision: number;
}

journey(
  'every page of the phone is two taps away, fits a narrow one, and says what is not sent yet',
  async ({ browser, stage, words }) => {
    process.env.DutyRoom__Phone = '0898-66600001';
    const server = await startServer();
    delete process.env.DutyRoom__Phone;
    try {
      const team = await gridTeam(server);
      const phone = new Phone(browser, { ...stage, url: server.url, accounts: team.accounts }, words);
      await phone.signsIn('grid-worker');
      await phone.keepsTheApp();
      await looksAt(phone.page, 'today-empty', '#/today', '.content');
      const orders = await work(server, team);
      await asks(server, team);
      await phone.page.locator('.urgent').waitFor({ timeout: settleMilliseconds });
      await hasFourTabs(phone.page, words);
      await listsTheNearestFirst(phone.page, words);
      await everyPage(phone, words, orders);
      await phone.losesTheNetwork();
      await withoutNetwork(phone, words, orders);
      await asksForHelp(phone, words);
      await fillsAVisit(phone, words);
      await survivesABadPage(phone.page, words);
      await phone.findsTheNetwork();
      await phone.seesEverythingSent();
      await theDeskHasIt(server, team);
    } finally {
      await server.stop();
    }
  },
  { limit: 600_000 },
);

/** By urgency, until the person wants it otherwise; the phone remembers it. */
async function listsTheNearestFirst(page: Page, words: Words): Promise<void> {
  const titles = () =>
    page
      .getByRole('list', { name: words.phone('today.others') })
      .locator('strong')
      .allTextContents();
  const switchTo = (by: 'urgency' | 'distance') =>
    page.getByRole('button', { name: words.phone(`today.by.${by}`) }).click();
  await expect.poll(titles, settles).toEqual(['海堤缺口', '查小吃店煤气瓶']);
  await switchTo('distance');
  await expect.poll(titles, settles).toEqual(['查小吃店煤气瓶', '海堤缺口']);
  await page.reload();
  await expect.poll(titles, settles).toEqual(['查小吃店煤气瓶', '海堤缺口']);
  await switchTo('urgency');
  await expect.poll(titles, settles).toEqual(['海堤缺口', '查小吃店煤气瓶']);
}

/** Three for the worker's station, the first of them red; a fourth is done already. */
async function work(server: Server, team: GridTeam): Promise<Order[]> {
  const head = await Caller.signIn(server.url, team.accounts['centre-head'], 'case-work');
  const worker = await Caller.signIn(server.url, team.accounts['grid-worker'], 'field-work');
  const { post } = await worker.get<{ post: { unit: { id: string } } }>('session');
  const orders: Order[] = [];
  const things = [
    { title: '看村道有没有接应车', instruction: '看路两头有没有车在等。只看不拦，离水边 30 米以外。', level: 1 },
    { title: '查小吃店煤气瓶', instruction: '3 家，附拍照。', level: 3 },
    { title: '海堤缺口', instruction: '量一量有多宽，先拉警戒线。', level: 2 },
    { title: '路灯不亮', instruction: '看看是不是修好了。', level: 4 },
  ];
  for (const [index, { title, instruction, level }] of things.entries()) {
    const opened = await head.post<{ id: string }>('cases', {
      origin: 'superior',
      ...{ title, level, class: '05', areaCode: team.area },
      position: near(180 * index - 100, 300),
    });
    orders.push(await head.post<Order>(`cases/${opened.id}/work-orders`, { title, instruction, unitId: post.unit.id }));
  }
  const done = orders.pop();
  if (done)
    await worker.walk(done, [
      ['accept'],
      ['set-out'],
      ['arrive'],
      ['report', { result: 'refuted', reason: 'other', note: '修好了', photos: [], seized: [] }],
    ]);
  return orders;
}

/** A resident at the door of the grid. */
async function asks(server: Server, team: GridTeam): Promise<void> {
  const head = await Caller.signIn(server.url, team.accounts['centre-head'], 'case-work');
  const { address } = await head.get<{ address: string }>(`grids/${team.gridId}/door`);
  const asked = await fetch(address, { method: 'POST', body: new URLSearchParams({ text: question }) });
  expect(asked.ok).toBe(true);
}

const goes = (page: Page, hash: string) =>
  page.evaluate((to) => {
    location.hash = to;
  }, hash);

/** Four, in the order of the day; what is open is told to who cannot see it. */
async function hasFourTabs(page: Page, words: Words): Promise<void> {
  const tabs = page.locator('.menu a');
  const names = (['nav.today', 'nav.tell', 'nav.forms', 'nav.me'] as const).map((name) => words.phone(name));
  expect((await tabs.locator('> span:not(.count)').allTextContents()).map((text) => text.trim())).toEqual(names);
  await expect.poll(() => page.locator('.menu a[aria-current="page"]').getAttribute('href'), settles).toBe('#/today');
  // Two taps at most from today: the head has the inbox, the strip what is not sent.
  await page.locator('.head a[href="#/inbox"]').click();
  await page.waitForFunction((title) => document.title.includes(title), words.phone('page.inbox'));
  await expect.poll(() => page.evaluate(() => location.hash), settles).toBe('#/inbox');
  await expect.poll(() => page.locator('.menu a[aria-current="true"]').getAttribute('href'), settles).toBe('#/today');
  await page.locator('.strip a[href="#/outbox"]').click();
  await page.waitForFunction(() => location.hash === '#/outbox');
  await expect.poll(() => page.locator('.menu a[aria-current="true"]').getAttribute('href'), settles).toBe('#/me');
  await page.locator('.menu a[href="#/me"]').click();
  await page.locator('.content a[href="#/outbox"]').waitFor();
  await page.locator('.menu a[href="#/today"]').click();
}

async function everyPage(phone: Phone, words: Words, [first]: Order[]): Promise<void> {
  const { page } = phone;
  await looksAt(page, 'today', '#/today', '.urgent');
  await looksAt(page, 'order', `#/order/${first?.id}`, '.way');
  await phone.does('accept');
  await phone.does('set-out');
  await looksAt(page, 'order-under-way', `#/order/${first?.id}`, '.way');
  await phone.does('arrive');
  await looksAt(page, 'verify', `#/order/${first?.id}`, '.answers');
  await readsWhatToDoInLargeLetters(page);
  await looksAt(page, 'result', `#/report/${first?.id}`, '.choices');
  await looksAt(page, 'tell', '#/tell', '.choices');
  await looksAt(page, 'inbox', '#/inbox', '.row');
  await page.locator('.content a.row').first().click();
  await looksAt(page, 'question', null, '.thread');
  await looksAt(page, 'visits', '#/forms', '.form-begin');
  await page.locator('.form-begin').first().click();
  await looksAt(page, 'visit', null, '.form-question');
  await looksAt(page, 'me', '#/me', '.facts');
  await looksAt(page, 'ground', '#/ground', '.ground');
  await goes(page, '#/today');
  await page.getByText(words.phone('patrol.due', { name: '3 号闸到码头' })).click();
  await looksAt(page, 'patrol', null, '.ground');
  await looksAt(page, 'outbox-empty', '#/outbox', '.state-card');
}

/** Who has the phone write twice as large still sees what not to do there: the answers do not lie over it. */
async function readsWhatToDoInLargeLetters(page: Page): Promise<void> {
  const size = (chosen: string) =>
    page.evaluate((to) => {
      document.documentElement.style.fontSize = to;
      scrollTo(0, 0);
    }, chosen);
  await size('200%');
  const seen = () =>
    page.locator('.summary .said strong').evaluate((said) => {
      const { left, top } = said.getBoundingClientRect();
      return said.contains(document.elementFromPoint(left + 4, top + 8));
    });
  await expect.poll(seen, settles).toBe(true);
  await scene(page, 'verify-large');
  await size('');
}

/** A report with a photo and a word, and a work order: both wait, and every page says how many. */
async function withoutNetwork(phone: Phone, words: Words, [, second]: Order[]): Promise<void> {
  const { page } = phone;
  await goes(page, '#/tell');
  await page.getByText(words.phone('told.damage')).click();
  await page.locator('input[accept="image/*"]').setInputFiles(await drawnPhoto(page, 120));
  await page.locator('.photo img').waitFor();
  await looksAt(page, 'tell-offline', null, '.photo img');
  await phone.tap(words.phone('tell.send'));
  await page.locator('.menu').waitFor();
  await goes(page, `#/order/${second?.id}`);
  await phone.does('accept');
  const count = words.phone('strip.count', { count: 2 });
  for (const hash of ['#/today', '#/forms', '#/me', '#/inbox', '#/ground', `#/order/${second?.id}`, '#/tell']) {
    await goes(page, hash);
    const strip = page.locator('.strip a[href="#/outbox"]', { hasText: count });
    await strip.waitFor();
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    expect((await strip.isVisible()) && (await strip.boundingBox())?.y, `in sight on ${hash}`).toBeGreaterThanOrEqual(
      0,
    );
  }
  await looksAt(page, 'today-offline', '#/today', '.urgent');
  await looksAt(page, 'outbox', '#/outbox', '.outbox');
}

/** The visit that was begun, for a resident who leaves their name: handed in without a network. */
async function fillsAVisit({ page }: Phone, words: Words): Promise<void> {
  await goes(page, '#/forms');
  await page.locator('.content a.row').first().click();
  await page.locator('.form-question').first().waitFor();
  await page
    .locator('input[type="date"]')
    .first()
    .fill(new Date(Date.now() - dayMilliseconds).toISOString().slice(0, 10));
  await page.getByRole('radio', { name: '没人' }).check();
  await page.getByLabel('门牌号').fill('12 号');
  await page.getByRole('checkbox', { name: words.phone('forms.behalf') }).check();
  await page.getByText(words.phone('forms.behalfTold')).waitFor();
  await page.getByRole('checkbox', { name: words.phone('behalf.consent') }).check();
  await page.getByLabel(words.phone('behalf.name')).fill(resident);
  await page.getByText(words.phone('forms.inGrid', { grid: '东水村第 4 网格' })).waitFor();
  await looksAt(page, 'visit-filled', null, '.form-question');
  await page.getByRole('button', { name: words.phone('report.send') }).click();
  await page.locator('.menu').waitFor();
}

/** What is kept for one page is spoilt: it says so, and the way back is open. */
async function survivesABadPage(page: Page, words: Words): Promise<void> {
  await page.evaluate(async () => {
    const opened = indexedDB.open('fourfold-field');
    await new Promise((done) => {
      opened.onsuccess = done;
    });
    const kept = opened.result.transaction('kept', 'readwrite').objectStore('kept');
    const keys = kept.getAllKeys();
    await new Promise((done) => {
      keys.onsuccess = done;
    });
    const key = keys.result.find((one) => String(one).startsWith('ground:'));
    kept.put({ key, value: { own: [{ name: 'spoilt' }], neighbours: [], fetchedAt: Date.now() } });
    opened.result.close();
  });
  await goes(page, '#/ground');
  await page.getByText(words.phone('broken.title')).waitFor();
  await expectAccessible(page, 'the phone: a page that cannot be drawn');
  await scene(page, 'broken');
  await page.getByRole('link', { name: words.phone('broken.today') }).click();
  await page.locator('.urgent').waitFor();
}

/** In its grid, for a resident whose name nobody reads without asking. */
async function theDeskHasIt(server: Server, team: GridTeam): Promise<void> {
  const head = await Caller.signIn(server.url, team.accounts['centre-head'], 'case-work');
  const { items } = await head.get<{ items: { gridId: string | null; forResident: boolean; masked: string[] }[] }>(
    `forms/household_visit/submissions?grid=${team.gridId}`,
  );
  expect(items).toHaveLength(1);
  expect(items[0]).toMatchObject({ gridId: team.gridId, forResident: true });
  expect(items[0]?.masked).toContain('/for-resident');
  expect(JSON.stringify(items)).not.toContain(resident);
}

/** One tap opens it, the keyboard closes it, and nothing is called by that. */
async function asksForHelp({ page }: Phone, words: Words): Promise<void> {
  await goes(page, '#/today');
  const help = page.getByRole('button', { name: words.phone('help.open') });
  await help.click();
  await page.getByRole('dialog').waitFor();
  await expectAccessible(page, 'the phone: help');
  await scene(page, 'help');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
}

/** Looks at a page as a critic does: by day and by night, wide and narrow, with a glove, and without eyes. */
async function looksAt(page: Page, name: string, hash: string | null, ready: string): Promise<void> {
  if (hash) await goes(page, hash);
  await page.locator(ready).first().waitFor({ timeout: waitMilliseconds });
  await page.evaluate(() => scrollTo(0, 0));
  await page.locator('.strip a[href="#/outbox"]').waitFor();
  const before = (await page.evaluate(() => document.documentElement.dataset.theme)) ?? 'light';
  for (const [theme, width] of [
    ['light', 390],
    ['dark', 390],
    ['light', 320],
  ] as const) {
    await page.setViewportSize({ width, height: width === 320 ? 640 : 844 });
    await wears(page, theme);
    await scene(page, `${name}-${theme}-${width}`, width === 390 && theme === 'light');
    if (width === 390) {
      // All of it at once: what lies half under the menu is not smaller for that.
      await page.setViewportSize({ width, height: wholeHeight });
      await expectAccessible(page, `the phone: ${name}, ${theme}`);
    } else expect(await sideways(page), `${name} is as wide as the phone`).toBe(0);
    expect.soft(await tooSmall(page), `${name}: for a thumb`).toEqual([]);
  }
  await page.setViewportSize({ width: 390, height: 844 });
  await wears(page, before);
}

const wears = (page: Page, theme: string) =>
  page.evaluate((chosen) => {
    document.documentElement.dataset.theme = chosen;
  }, theme);

const sideways = (page: Page) =>
  page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth));

/** What is pressed and is smaller than a thumb; a box that is ticked is as large as the words around it. */
const tooSmall = (page: Page) =>
  page.evaluate((least) => {
    const pressed = [...document.querySelectorAll('a, button, summary, select, textarea, input')].map((one) =>
      one.matches('[type="radio"], [type="checkbox"], [type="file"]') ? (one.closest('label') ?? one) : one,
    );
    return [...new Set(pressed)]
      .filter((one) => one.checkVisibility())
      .filter((one) => {
        const { width, height } = one.getBoundingClientRect();
        return Math.min(width, height) < least - 0.5;
      })
      .map((one) => `${one.tagName}.${one.className} ${one.textContent?.trim().slice(0, 20)}`);
  }, smallestTarget);

/** A picture of what a person sees, where the runner is told to keep them. */
async function scene(page: Page, name: string, fullPage = false): Promise<void> {
  const folder = process.env.FOURFOLD_JOURNEY_SCENES;
  if (folder) await page.screenshot({ path: `${folder}/phone-${name}.png`, fullPage });
}
