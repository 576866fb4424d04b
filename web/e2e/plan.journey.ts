import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { expectAccessible } from './stage/accessible.ts';
import { Caller } from './stage/Caller.ts';
import { type GridTeam, gridTeam, near } from './stage/gridTeam.ts';
import { journey } from './stage/journey.ts';
import { Phone } from './stage/Phone.ts';
import { type Server, startServer } from './stage/server.ts';
import { settles } from './stage/waits.ts';
import type { Words } from './stage/words.ts';

const name = '码头到海堤';

journey(
  'the lead of a grid plans a patrol on the phone without a network, and who walks it has it',
  async ({ browser, stage, words }) => {
    const server = await startServer();
    try {
      const team = await gridTeam(server);
      const head = await Caller.signIn(server.url, team.accounts['centre-head'], 'case-work');
      await head.post(`grids/${team.gridId}/workers`, { postId: team.leadPostId, role: 'lead' });
      const seat = { ...stage, url: server.url, accounts: team.accounts };
      const lead = new Phone(browser, seat, words);
      await lead.signsIn('grid-lead');
      await lead.keepsTheApp();
      await opensThePlan(lead, words);
      await lead.losesTheNetwork();
      await makes(lead, words);
      await lead.restarts();
      await handsIn(lead, words);
      await lead.findsTheNetwork();
      await lead.seesEverythingSent();
      await once(server, team);
      const worker = new Phone(browser, seat, words);
      await worker.signsIn('grid-worker');
      await worker.page.getByText(words.phone('patrol.due', { name })).waitFor();
      await goes(worker.page, '#/plan');
      await worker.page.getByText(words.phone('plan.notYours')).waitFor();
    } finally {
      await server.stop();
    }
  },
  { limit: 300_000 },
);

const goes = (page: Page, hash: string) =>
  page.evaluate((to) => {
    location.hash = to;
  }, hash);

/** Two taps from the first page. */
async function opensThePlan({ page }: Phone, words: Words): Promise<void> {
  await page.getByText(words.phone('ground.open')).click();
  await page.getByRole('link', { name: words.phone('plan.open') }).click();
  await page.locator('.ground-cross').waitFor();
}

/** One point under the cross, one where the lead stands; what is missing is said. */
async function makes({ page }: Phone, words: Words): Promise<void> {
  await page.getByRole('button', { name: words.phone('plan.send') }).click();
  await page.getByText(words.phone('report.missing', { what: words.phone('plan.missingPoints') })).waitFor();
  await page.getByRole('button', { name: words.phone('plan.addHere') }).click();
  await page.context().setGeolocation({ ...near(150, 60), accuracy: 9 });
  await page.getByRole('button', { name: words.phone('plan.addOwn') }).click();
  await page.getByLabel(words.phone('plan.pointName', { number: 1 })).fill('码头');
  await page.getByText(words.phone('plan.every.7'), { exact: true }).click();
  await expectAccessible(page, 'the phone: a patrol being planned');
  await scene(page, 'making');
}

/** After the phone died it is all there. */
async function handsIn({ page }: Phone, words: Words): Promise<void> {
  await goes(page, '#/plan');
  await expect
    .poll(() => page.getByLabel(words.phone('plan.pointName', { number: 1 })).inputValue(), settles)
    .toBe('码头');
  await page.getByLabel(words.phone('plan.name'), { exact: true }).fill(name);
  await page.getByRole('button', { name: words.phone('plan.send') }).click();
  // It is kept first, and then it leads back.
  await page.waitForURL(/#\/today$/);
  await goes(page, '#/outbox');
  await page.getByText(`${words.phone('did.patrol-plan.make')} · ${name}`).waitFor();
}

async function once(server: Server, team: GridTeam): Promise<void> {
  interface Plan {
    name: string;
    everyDays: number;
    points: { name: string; position: { latitude: number } }[];
  }
  const head = await Caller.signIn(server.url, team.accounts['centre-head'], 'case-work');
  const { items } = await head.get<{ items: Plan[] }>(`patrol-plans?area=${team.area}`);
  const [plan, ...more] = items.filter((one) => one.name === name);
  expect(more).toEqual([]);
  expect([plan?.everyDays, plan?.points.length, plan?.points[0]?.name]).toEqual([7, 2, '码头']);
}

/** A picture of what a person sees, where the runner is told to keep them. */
async function scene(page: Page, name: string): Promise<void> {
  const folder = process.env.FOURFOLD_JOURNEY_SCENES;
  if (folder) await page.screenshot({ path: `${folder}/plan-${name}.png`, fullPage: true });
}
