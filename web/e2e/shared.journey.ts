import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { Caller } from './stage/Caller.ts';
import { gridTeam } from './stage/gridTeam.ts';
import { journey } from './stage/journey.ts';
import { Phone } from './stage/Phone.ts';
import { type Accounts, startServer } from './stage/server.ts';
import { settles } from './stage/waits.ts';
import type { Words } from './stage/words.ts';

interface Reported {
  items: { title: { text: string | null } }[];
}

journey(
  'on a shared phone with two tabs nothing of who left is read or sent by who came, and all of it arrives in the end',
  async ({ browser, stage, words }) => {
    const server = await startServer();
    try {
      const { accounts } = await gridTeam(server);
      const phone = new Phone(browser, { ...stage, url: server.url, accounts }, words);
      await phone.signsIn('grid-worker');
      await phone.keepsTheApp();
      const other = await phone.page.context().newPage();
      await other.goto(`${server.url}/field/`);
      await other.locator('.menu').waitFor();
      const [name = ''] = await other.locator('h1').allTextContents();
      expect(name).toContain('符大姐');

      await phone.losesTheNetwork();
      await tells(phone.page, words, '第一页写的');
      await tells(other, words, '第二页写的');
      await signsOut(phone.page, words, true);
      await other.getByLabel(words.phone('signIn.account')).waitFor();
      await expect.poll(() => other.getByText('符大姐').count(), settles).toBe(0);
      await other.getByText(words.phone('signIn.kept', { count: 2 })).waitFor();

      await phone.findsTheNetwork();
      await signsIn(phone.page, words, accounts['grid-lead']);
      await expect.poll(() => other.locator('h1').textContent(), settles).toContain('王组长');
      await phone.page.evaluate(() => {
        location.hash = '#/outbox';
      });
      await phone.page.getByText(words.phone('outbox.others', { count: 2 })).waitFor();
      const lead = await Caller.signIn(server.url, accounts['grid-lead'], 'field-work');
      expect(await reported(lead)).toEqual([]);

      await signsOut(other, words, false);
      await signsIn(other, words, accounts['grid-worker']);
      await phone.page.locator('.strip', { hasText: words.phone('strip.clear') }).waitFor();
      const worker = await Caller.signIn(server.url, accounts['grid-worker'], 'field-work');
      await expect.poll(() => reported(worker), settles).toEqual(['第一页写的', '第二页写的']);
      expect(await reported(lead)).toEqual([]);
    } finally {
      await server.stop();
    }
  },
  { limit: 300_000 },
);

const reported = async (by: Caller): Promise<(string | null)[]> =>
  (await by.get<Reported>('cases/reported?limit=10')).items.map(({ title }) => title.text).sort();

async function tells(page: Page, words: Words, text: string): Promise<void> {
  await page.evaluate(() => {
    location.hash = '#/tell';
  });
  await page.getByText(words.phone('told.damage'), { exact: true }).click();
  await page.getByLabel(words.phone('tell.text')).fill(text);
  await page.getByRole('button', { name: words.phone('tell.send') }).click();
  await page.locator('.menu').waitFor();
}

/** @param unsent whether something waits: then it is asked once more */
async function signsOut(page: Page, words: Words, unsent: boolean): Promise<void> {
  await page.evaluate(() => {
    location.hash = '#/me';
  });
  await page.getByRole('button', { name: words.phone('me.signOut') }).click();
  if (unsent) await page.getByRole('button', { name: words.phone('me.signOutSure'), exact: true }).click();
  await page.getByLabel(words.phone('signIn.account')).waitFor();
}

async function signsIn(page: Page, words: Words, account: Accounts[string] | undefined): Promise<void> {
  await page.getByLabel(words.phone('signIn.account')).fill(account?.userName ?? '');
  await page.getByLabel(words.phone('signIn.password'), { exact: true }).fill(account?.password ?? '');
  await page.getByRole('button', { name: words.phone('signIn.go') }).click();
  await page.locator('.menu').waitFor();
}
