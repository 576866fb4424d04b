import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { Caller } from './stage/Caller.ts';
import { type GridTeam, gridTeam, pier } from './stage/gridTeam.ts';
import { journey } from './stage/journey.ts';
import { Phone } from './stage/Phone.ts';
import { type Server, startServer } from './stage/server.ts';
import { settles } from './stage/waits.ts';
import type { Words } from './stage/words.ts';

const settleMilliseconds = 60_000;

journey(
  'a leader sees what is at risk down to the village, supervises without a network, and takes the meeting’s list along',
  async ({ browser, stage, words }) => {
    const server = await startServer();
    try {
      const team = await gridTeam(server);
      const caseId = await threeInOnePlace(server, team);
      const phone = new Phone(browser, { ...stage, url: server.url, accounts: team.accounts }, words);
      await phone.signsIn('commissioner');
      await phone.keepsTheApp();
      await looks(phone, words);
      await drillsDown(phone, words, team);
      await phone.losesTheNetwork();
      await supervises(phone, words);
      await phone.findsTheNetwork();
      await phone.seesEverythingSent();
      await onceAndForAll(server, team, caseId);
      await takesTheListAlong(phone, words);
    } finally {
      await server.stop();
    }
  },
  { limit: 300_000 },
);

/** Three of one kind at one pier; the first is the oldest. */
async function threeInOnePlace(server: Server, team: GridTeam): Promise<string> {
  const head = await Caller.signIn(server.url, team.accounts['centre-head'], 'case-work');
  const made: string[] = [];
  for (const title of ['码头路灯不亮', '码头路灯又不亮', '码头路灯还是不亮']) {
    const opened = await head.post<{ id: string }>('cases', {
      origin: 'hotline',
      title,
      class: '05',
      urgency: 1,
      level: 2,
      position: pier,
      areaCode: team.area,
    });
    made.push(opened.id);
  }
  return made[0] ?? '';
}

/** From the first page to the numbers of the whole area. */
async function looks(phone: Phone, words: Words): Promise<void> {
  const { page } = phone;
  await page.getByText(words.phone('area.open')).click();
  await page.locator('.numbers').waitFor();
  await page.getByText(words.phone('area.number.unstaffed')).waitFor();
  await scene(page, 'province', true);
  await phone.isAccessible('an area');
  await phone.readsAtTwiceTheSize();
}

/** County, township, village: the numbers become smaller, and the case is there. */
async function drillsDown(phone: Phone, words: Words, team: GridTeam): Promise<void> {
  const { page } = phone;
  for (const digits of [6, 9, 12]) {
    const code = team.area.slice(0, digits);
    const link = page.locator(`a[href="#/areaOf/${code}"]`);
    // Prefectures lie between the province and some of its counties.
    if ((await link.count()) === 0) await goes(page, `#/areaOf/${code}`);
    else await link.click();
    await page.waitForFunction((to) => location.hash === to, `#/areaOf/${code}`);
    await page.locator('.numbers').waitFor();
  }
  await page.getByText('码头路灯不亮').waitFor();
  await page.getByText(words.phone('area.unstaffedNamed', { count: 1 })).waitFor();
  await scene(page, 'village', true);
}

/** A red card with a word, and a place on the weekly list, both written on the phone first. */
async function supervises(phone: Phone, words: Words): Promise<void> {
  const { page } = phone;
  await page.getByText('码头路灯不亮').click();
  await page.getByLabel(words.phone('area.note')).fill('今天修好');
  await scene(page, 'card', true);
  await phone.isAccessible('a case of an area');
  await phone.tap(words.phone('area.red'));
  await page.getByText(words.phone('area.waits')).waitFor();
  await scene(page, 'waits');
}

async function onceAndForAll(server: Server, team: GridTeam, caseId: string): Promise<void> {
  const head = await Caller.signIn(server.url, team.accounts['centre-head'], 'case-work');
  const found = await head.get<{ card: string; timeline: { code: string; text: string | null }[] }>(`cases/${caseId}`);
  expect(found.card).toBe('red');
  const cards = found.timeline.filter(({ code }) => code === 'case.supervise');
  expect(cards.map(({ text }) => text)).toEqual(['今天修好']);
}

/** The list has the supervised one and all three of the one place; it is put on by hand, kept, saved as a table. */
async function takesTheListAlong(phone: Phone, words: Words): Promise<void> {
  const { page } = phone;
  await page.getByRole('link', { name: words.phone('meeting.open') }).click();
  await page.locator('.led', { hasText: words.phone('meeting.reason.supervised') }).waitFor();
  const repeated = page.locator('.led', { hasText: words.phone('meeting.reason.repeated') });
  await expect.poll(() => repeated.count(), { timeout: settleMilliseconds }).toBe(3);
  await page.getByText('码头路灯又不亮').click();
  await page
    .locator('details[open]')
    .getByRole('button', { name: words.phone('meeting.put') })
    .click();
  await phone.seesEverythingSent().catch(() => {});
  await scene(page, 'meeting', true);
  await phone.isAccessible('the meeting');
  const [file] = await Promise.all([page.waitForEvent('download'), phone.tap(words.phone('meeting.save'))]);
  const rows = readFileSync(await file.path(), 'utf8')
    .trim()
    .split('\r\n');
  expect(rows).toHaveLength(4);
  expect(rows[0]).toContain(words.phone('meeting.column.why'));
  await page.emulateMedia({ media: 'print' });
  await scene(page, 'print', true);
  await expect.poll(() => page.locator('.actions').isVisible(), settles).toBe(false);
  await page.emulateMedia({ media: null });
}

const goes = (page: Page, hash: string) =>
  page.evaluate((to) => {
    location.hash = to;
  }, hash);

/** A picture of what a person sees, where the runner is told to keep them. */
async function scene(page: Page, name: string, fullPage = false): Promise<void> {
  const folder = process.env.FOURFOLD_JOURNEY_SCENES;
  if (folder) await page.screenshot({ path: `${folder}/leader-${name}.png`, fullPage });
}
