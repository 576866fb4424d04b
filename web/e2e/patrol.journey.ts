import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { expectAccessible } from './stage/accessible.ts';
import { Caller } from './stage/Caller.ts';
import { cuttingProxy } from './stage/CuttingProxy.ts';
import { type GridTeam, gridTeam, points } from './stage/gridTeam.ts';
import { journey } from './stage/journey.ts';
import { drawnPhoto } from './stage/media.ts';
import { Phone } from './stage/Phone.ts';
import { type Server, startServer } from './stage/server.ts';
import { sitDown } from './stage/sitDown.ts';
import type { Words } from './stage/words.ts';

const settleMilliseconds = 120_000;
const talkMilliseconds = 2_500;

journey(
  'a patrol is walked half of it without a network, something is reported on the way, and all of it arrives once',
  async ({ browser, stage, words }) => {
    const server = await startServer();
    const proxy = await cuttingProxy(server.url);
    try {
      const team = await gridTeam(server);
      const phone = new Phone(browser, { ...stage, url: proxy.url, accounts: team.accounts }, words);
      await phone.signsIn('grid-worker');
      await phone.keepsTheApp();
      await begins(phone, words);
      await phone.losesTheNetwork();
      await walksOn(phone, words);
      await tells(phone, words);
      await looksAtTheGrid(phone, words);
      await phone.restarts();
      await ends(phone, words);
      proxy.cutEvery = 3;
      await phone.findsTheNetwork();
      await phone.page
        .getByRole('heading', { name: words.phone('outbox.empty') })
        .waitFor({ timeout: settleMilliseconds });
      expect(proxy.cuts).toBeGreaterThan(1);
      const reported = await everythingOnce(server, team);
      await theDeskSees(
        await sitDown(browser, { ...stage, url: server.url, accounts: team.accounts }, 'centre-head', {
          purpose: 'case-work',
          language: words.language,
        }),
        server,
        words,
        reported,
      );
    } finally {
      await proxy.stop();
      await server.stop();
    }
  },
  { limit: 400_000 },
);

const goes = (page: Page, hash: string) =>
  page.evaluate((to) => {
    location.hash = to;
  }, hash);

/** Stands so near, as sure as that. */
async function stands(page: Page, index: number, accuracy: number): Promise<void> {
  const { position } = points[index] ?? { position: { latitude: 0, longitude: 0 } };
  await page.context().setGeolocation({ ...position, accuracy });
}

/** Finds the patrol on the first page, and is checked in at its first point. */
async function begins(phone: Phone, words: Words): Promise<void> {
  const { page } = phone;
  await page.getByText(words.phone('patrol.due', { name: '3 号闸到码头' })).waitFor();
  await scene(page, 'today');
  await phone.isAccessible('today with a patrol');
  await page.getByText(words.phone('patrol.due', { name: '3 号闸到码头' })).click();
  await page.locator('.ground').waitFor();
  await phone.tap(words.phone('patrol.start'));
  await stands(page, 0, 9);
  await going(page, words, 1);
  await scene(page, 'walk');
  await phone.isAccessible('a patrol');
}

const going = (page: Page, words: Words, done: number) =>
  page
    .locator('.ground')
    .getByText(words.phone('patrol.going', { done, count: points.length }))
    .waitFor();

/** Without a network: a poor position says so and does nothing, a good one does, and a photo stands for one. */
async function walksOn(phone: Phone, words: Words): Promise<void> {
  const { page } = phone;
  await stands(page, 1, 240);
  await page.locator('.poor').waitFor();
  await scene(page, 'poor');
  await stands(page, 1, 12);
  await going(page, words, 2);
  await page
    .getByLabel(words.phone('patrol.byHandFor', { name: points[2]?.name ?? '' }))
    .setInputFiles(await drawnPhoto(page, 60));
  await going(page, words, 3);
}

/** A chip, a photo, spoken words, the place put right, and for a resident who said yes. */
async function tells(phone: Phone, words: Words): Promise<void> {
  const { page } = phone;
  await phone.tap(words.phone('patrol.report'));
  await page.getByText(words.phone('told.damage')).click();
  await page.locator('input[accept="image/*"]').setInputFiles(await drawnPhoto(page, 120));
  await page.locator('.photo img').waitFor();
  await phone.tap(words.phone('voice.talk'));
  await page.locator('.talk[data-on]').waitFor();
  await page.waitForTimeout(talkMilliseconds);
  await scene(page, 'talking');
  await page.locator('.talk').click();
  await page.locator('.said-voice').waitFor();
  await phone.tap(words.phone('voice.play', { number: 1 }));
  await page.getByRole('button', { name: words.phone('voice.pause', { number: 1 }) }).waitFor();
  await movesThePlace(phone, words);
  await page.getByRole('checkbox', { name: words.phone('behalf.title') }).check();
  await page.getByRole('checkbox', { name: words.phone('behalf.consent') }).check();
  await page.getByLabel(words.phone('behalf.name')).fill('林阿婆');
  await page.getByLabel(words.phone('behalf.phone')).fill('0898 6660 0001');
  await scene(page, 'tell', true);
  await phone.isAccessible('a report from the field');
  await phone.readsAtTwiceTheSize();
  await phone.tap(words.phone('tell.send'));
  await page.locator('.menu').waitFor();
  await page.waitForFunction(() => location.hash === '#/today');
}

async function movesThePlace(phone: Phone, words: Words): Promise<void> {
  const { page } = phone;
  await phone.tap(words.phone('place.change'));
  const map = page.locator('.place .ground svg').first();
  await map.scrollIntoViewIfNeeded();
  const box = await map.boundingBox();
  if (!box) throw new Error('no map');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 40, y + 30, { steps: 4 });
  await page.mouse.up();
  await scene(page, 'place');
  await phone.tap(words.phone('place.keep'));
  await page.getByText(words.phone('place.byHand')).waitFor();
}

async function looksAtTheGrid(phone: Phone, words: Words): Promise<void> {
  const { page } = phone;
  await page.getByText(words.phone('ground.open')).click();
  await page.locator('.ground-own').waitFor();
  await page.getByText('东水村第 4 网格').first().waitFor();
  await phone.tap(words.phone('ground.wider'));
  await scene(page, 'ground');
  await phone.isAccessible('my grid');
  await dresses(page, 'ground');
}

/** The same for the night, and on a narrow phone. */
async function dresses(page: Page, name: string): Promise<void> {
  if (!process.env.FOURFOLD_JOURNEY_SCENES) return;
  const before = await page.evaluate(() => document.documentElement.dataset.theme);
  await page.evaluate(
    (theme) => {
      document.documentElement.dataset.theme = theme;
    },
    before === 'dark' ? 'light' : 'dark',
  );
  await scene(page, `${name}-other`);
  await page.setViewportSize({ width: 320, height: 640 });
  await scene(page, `${name}-320`);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.evaluate((theme) => {
    document.documentElement.dataset.theme = theme;
  }, before ?? 'light');
}

/** After the phone died the walk is still there, and is ended without a network. */
async function ends(phone: Phone, words: Words): Promise<void> {
  const { page } = phone;
  await page.getByText(words.phone('patrol.due', { name: '3 号闸到码头' })).click();
  await going(page, words, 3);
  await scene(page, 'done');
  await dresses(page, 'done');
  await phone.tap(words.phone('patrol.finish'));
  await page.getByText(words.phone('patrol.done', { done: 3, count: 3 })).waitFor();
  await scene(page, 'summary');
  await goes(page, '#/outbox');
  await page.locator('.outbox').first().waitFor();
  await scene(page, 'outbox', true);
}

interface Plan {
  walks: number;
  wholeWalks: number;
  points: { times: number; byHand: number }[];
}

/** @returns the id of the reported case */
async function everythingOnce(server: Server, team: GridTeam): Promise<string> {
  const head = await Caller.signIn(server.url, team.accounts['centre-head'], 'case-work');
  const plan = await head.get<Plan>(`patrol-plans/${team.planId}`);
  expect([plan.walks, plan.wholeWalks]).toEqual([1, 1]);
  expect(plan.points.map(({ times, byHand }) => [times, byHand])).toEqual([
    [1, 0],
    [1, 0],
    [1, 1],
  ]);
  const { items } = await head.get<{ items: { id: string; origin: string; class: string }[] }>(
    'cases?scope=open&order=newest',
  );
  const told = items.filter(({ origin }) => origin === 'citizen');
  expect(told).toMatchObject([{ class: '05' }]);
  const whole = await head.get<{
    gridId: string;
    files: { id: string; kind: string }[];
    requester: { name: string; phone: string };
    timeline: { code: string; parameters: Record<string, unknown> }[];
  }>(`cases/${told[0]?.id}`);
  expect(whole.gridId).toBe(team.gridId);
  expect(whole.files.map(({ kind }) => kind).sort()).toEqual(['picture', 'sound']);
  expect(whole.requester).toMatchObject({ name: '林阿婆', phone: '0898 6660 0001' });
  expect(whole.timeline.find(({ code }) => code === 'case.told')?.parameters).toMatchObject({
    what: 'damage',
    byHand: true,
  });
  return told[0]?.id ?? '';
}

/** At the centre: how often each point was seen, and the report with its words to be heard. */
async function theDeskSees(page: Page, server: Server, words: Words, caseId: string): Promise<void> {
  await page.goto(`${server.url}/patrols`);
  await page.getByText('3 号闸到码头').waitFor();
  await page.locator('.ant-table-row-expand-icon').first().click();
  await page
    .getByText(words.desk('patrols.timesOf', { times: 1, walks: 1 }))
    .first()
    .waitFor();
  await expectAccessible(page, 'the console: patrols');
  await scene(page, 'desk-patrols');
  await page.getByRole('button', { name: words.desk('patrols.add') }).click();
  await page.getByLabel(words.desk('patrols.name'), { exact: true }).fill('海堤');
  await scene(page, 'desk-plan');
  await page.keyboard.press('Escape');
  await page.goto(`${server.url}/cases/${caseId}`);
  const sound = page.getByLabel(words.desk('told.sound', { number: 2 })).or(page.locator('audio').first());
  await sound.first().waitFor();
  const seconds = await page
    .locator('audio')
    .first()
    .evaluate(async (player: HTMLAudioElement) => {
      player.muted = true;
      await player.play();
      await new Promise((done) => setTimeout(done, 1_000));
      return player.currentTime;
    });
  expect(seconds).toBeGreaterThan(0.3);
  await page.getByText('林阿婆', { exact: false }).waitFor();
  await expectAccessible(page, 'the console: a reported case');
  await scene(page, 'desk-case');
}

/** A picture of what a person sees, where the runner is told to keep them. */
async function scene(page: Page, name: string, fullPage = false): Promise<void> {
  const folder = process.env.FOURFOLD_JOURNEY_SCENES;
  if (folder) await page.screenshot({ path: `${folder}/patrol-${name}.png`, fullPage });
}
