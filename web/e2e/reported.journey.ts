import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { expectAccessible } from './stage/accessible.ts';
import { Caller } from './stage/Caller.ts';
import { type GridTeam, gridTeam } from './stage/gridTeam.ts';
import { journey, type People } from './stage/journey.ts';
import { Phone } from './stage/Phone.ts';
import { type Server, startServer } from './stage/server.ts';
import { sitDown } from './stage/sitDown.ts';
import { settleMilliseconds, settles } from './stage/waits.ts';
import type { Words } from './stage/words.ts';

const question = '海堤塌了一块，电动车走不了。';
const seen = '护栏断了两米';

interface Case {
  id: string;
  origin: string;
  state: string;
  revision: number;
  card: string | null;
  timeline: { code: string; text: string | null; actor: { name: string } | null }[];
}

journey(
  'a question becomes a report, its leader signs for it, and who reported it sees what became of it',
  async (people) => {
    const server = await startServer();
    try {
      const { words } = people;
      const team = await gridTeam(server);
      const head = await Caller.signIn(server.url, team.accounts['centre-head'], 'case-work');
      await asks(head, team);
      const worker = await picksUp(people, server, team, 'grid-worker');
      await passesOn(worker, words);
      await tells(worker, words);
      await worker.seesEverythingSent();

      const [asked, told] = await arrived(head);
      expect(asked?.origin).toBe('citizen');
      expect(asked?.timeline.find(({ code }) => code === 'case.told')?.text).toContain(question);
      if (!told) throw new Error('nothing was told');
      await gives(head, server, team, told.id);

      const commissioner = await picksUp(people, server, team, 'commissioner');
      await goes(commissioner.page, `#/areaOf/${team.area}`);
      await supervises(commissioner.page, words);
      await commissioner.seesEverythingSent();
      const lead = await picksUp(people, server, team, 'grid-lead');
      await signs(lead, words);
      await theDeskSees(people, server, team, told.id);
      await deals(server, team, head, told.id);
      await looksWhatBecame(worker, words);
    } finally {
      await server.stop();
    }
  },
  { limit: 600_000 },
);

async function picksUp({ browser, stage, words }: People, server: Server, team: GridTeam, role: string) {
  const phone = new Phone(browser, { ...stage, url: server.url, accounts: team.accounts }, words);
  await phone.signsIn(role);
  await phone.keepsTheApp();
  return phone;
}

/** A resident at the door of the grid. */
async function asks(head: Caller, team: GridTeam): Promise<void> {
  const { address } = await head.get<{ address: string }>(`grids/${team.gridId}/door`);
  const asked = await fetch(address, { method: 'POST', body: new URLSearchParams({ text: question }) });
  expect(asked.ok).toBe(true);
}

const goes = (page: Page, hash: string) =>
  page.evaluate((to) => {
    location.hash = to;
  }, hash);

/** From the question to a report in two taps: its words are there, and that it is for a resident. */
async function passesOn({ page }: Phone, words: Words): Promise<void> {
  await page.getByText(words.phone('today.answer', { text: question })).click();
  await page.getByRole('button', { name: words.phone('question.report') }).click();
  await page.waitForFunction(() => location.hash === '#/tell');
  await expect.poll(() => page.getByLabel(words.phone('tell.text')).inputValue(), settles).toBe(question);
  await expect
    .poll(() => page.getByRole('checkbox', { name: words.phone('behalf.title') }).isChecked(), settles)
    .toBe(true);
  await page.getByText(words.phone('told.waterside'), { exact: true }).click();
  await scene(page, 'from-question');
  await page.getByRole('button', { name: words.phone('tell.send') }).click();
  await page.waitForFunction(() => location.hash === '#/today');
}

async function tells({ page }: Phone, words: Words): Promise<void> {
  await goes(page, '#/tell');
  await page.getByText(words.phone('told.damage'), { exact: true }).click();
  await page.getByLabel(words.phone('tell.text')).fill(seen);
  await page.getByRole('button', { name: words.phone('tell.send') }).click();
  await page.waitForFunction(() => location.hash === '#/today');
}

/** @returns what came of the question, and what was told */
async function arrived(head: Caller): Promise<(Case | undefined)[]> {
  const { items } = await head.get<{ items: { id: string; title: { parameters: { what?: string } | null } }[] }>(
    'cases?scope=open&order=newest',
  );
  return Promise.all(
    ['waterside', 'damage'].map(async (what) => {
      const [one, ...more] = items.filter(({ title }) => title.parameters?.what === what);
      expect(more).toEqual([]);
      return one && (await head.get<Case>(`cases/${one.id}`));
    }),
  );
}

/** One transition; who handles it in the field need not be able to read the case. */
async function moves(by: Caller, id: string, transition: string, more: object): Promise<void> {
  await by.post(`cases/${id}/transitions`, { transition, ...more });
}

async function gives(head: Caller, server: Server, team: GridTeam, id: string): Promise<void> {
  const worker = await Caller.signIn(server.url, team.accounts['grid-worker'], 'field-work');
  const { post } = await worker.get<{ post: { unit: { id: string } } }>('session');
  const at = async () => ({ expectedRevision: (await head.get<Case>(`cases/${id}`)).revision });
  await moves(head, id, 'accept', { ...(await at()), class: '05', level: 3, urgency: 2 });
  await moves(head, id, 'assign', { ...(await at()), unitId: post.unit.id });
}

/** Somebody above puts a card on it, so that it presses. */
async function supervises(page: Page, words: Words): Promise<void> {
  const led = page.locator('.led', { hasText: seen });
  await led.locator('summary').click();
  await led.getByRole('button', { name: words.phone('area.yellow') }).click();
}

/** Without a network, on the lead's own phone: it is written, sent, and then handled as the case says. */
async function signs(lead: Phone, words: Words): Promise<void> {
  const { page } = lead;
  await page.getByText(words.phone('area.open')).click();
  const led = page.locator('.led', { hasText: seen });
  await led.locator('summary').click();
  await lead.losesTheNetwork();
  await led.getByRole('button', { name: words.phone('area.sign') }).click();
  await led.getByText(words.phone('area.waits')).waitFor();
  await expectAccessible(page, 'the phone: signed, not sent yet');
  await scene(page, 'signed');
  await lead.findsTheNetwork();
  await lead.seesEverythingSent();
  await led
    .locator('> .under', { hasText: words.phone('case.state.in-progress') })
    .waitFor({ timeout: settleMilliseconds });
  await expect.poll(() => led.getByRole('button', { name: words.phone('area.sign') }).count(), settles).toBe(0);
}

/** In the case: the card, and who signed. */
async function theDeskSees({ browser, stage, words }: People, server: Server, team: GridTeam, id: string) {
  const head = await Caller.signIn(server.url, team.accounts['centre-head'], 'case-work');
  const found = await head.get<Case>(`cases/${id}`);
  expect([found.state, found.card]).toEqual(['in-progress', 'yellow']);
  const [signed, ...more] = found.timeline.filter(({ code }) => code === 'case.sign');
  expect([signed?.actor?.name, more.length]).toEqual(['王组长', 0]);
  const seat = { ...stage, url: server.url, accounts: team.accounts };
  const page = await sitDown(browser, seat, 'centre-head', { purpose: 'case-work', language: words.language });
  await page.goto(`${server.url}/cases/${id}`);
  await page.getByText('王组长').first().waitFor({ timeout: settleMilliseconds });
  await scene(page, 'desk');
  await page.context().close();
}

/** The worker mends it, the centre verifies and closes it. */
async function deals(server: Server, team: GridTeam, head: Caller, id: string): Promise<void> {
  const worker = await Caller.signIn(server.url, team.accounts['grid-worker'], 'field-work');
  const at = async () => ({ expectedRevision: (await head.get<Case>(`cases/${id}`)).revision });
  await moves(worker, id, 'resolve', { ...(await at()), note: '已经修好' });
  await moves(head, id, 'verify_pass', await at());
  await head.post(`cases/${id}/outcome`, { ...(await at()), outcome: 'confirmed', reason: 'other', note: seen });
  await moves(head, id, 'conclude', await at());
}

/** On the first page, folded away until it is asked for: what it was, and that it is over. */
async function looksWhatBecame({ page }: Phone, words: Words): Promise<void> {
  await goes(page, '#/today');
  await page.getByRole('button', { name: words.phone('today.refresh') }).click();
  await page.getByText(words.phone('reported.title', { count: 2 })).click();
  const row = page.locator('.row', { hasText: seen });
  await row.getByText(words.phone('case.state.closed')).waitFor({ timeout: settleMilliseconds });
  await row.getByText(words.phone('outcome.confirmed')).waitFor();
  await expectAccessible(page, 'the phone: what became of it');
  await scene(page, 'became');
}

/** A picture of what a person sees, where the runner is told to keep them. */
async function scene(page: Page, name: string): Promise<void> {
  const folder = process.env.FOURFOLD_JOURNEY_SCENES;
  if (folder) await page.screenshot({ path: `${folder}/reported-${name}.png` });
}
