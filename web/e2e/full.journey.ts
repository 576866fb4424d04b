import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { Caller } from './stage/Caller.ts';
import { journey } from './stage/journey.ts';
import { drawnPhoto } from './stage/media.ts';
import { settles } from './stage/waits.ts';

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
    await full.first().waitFor();
    await page.locator('input[accept="image/*"]').setInputFiles(await drawnPhoto(page, 50));
    await full.nth(1).waitFor();
    expect(await page.locator('.photo').count()).toBe(0);
    await phone.tap(words.phone('tell.send'));
    await full.first().waitFor();
    expect(await text.inputValue()).toBe('Written on a full phone');

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
