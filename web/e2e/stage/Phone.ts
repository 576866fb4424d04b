import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { expectAccessible } from './accessible.ts';
import { timezoneId } from './consoleContext.ts';
import { drawnPhoto } from './media.ts';
import type { Stage } from './server.ts';
import { settles, waitMilliseconds } from './waits.ts';
import type { Words } from './words.ts';

/** Beside the pier of the demonstration, at the edge of the outline. */
const scene = { latitude: 19.9957, longitude: 110.0712, accuracy: 8 };
const tabsAtMost = 60;

/** An officer with a phone, by touch. */
export class Phone {
  private readonly browser: Browser;
  private readonly stage: Stage;
  private readonly words: Words;
  private context: BrowserContext | undefined;
  private opened: Page | undefined;

  constructor(browser: Browser, stage: Stage, words: Words) {
    this.browser = browser;
    this.stage = stage;
    this.words = words;
  }

  get page(): Page {
    if (!this.opened) throw new Error('the phone is still in the pocket');
    return this.opened;
  }

  async signsIn(role = 'responder'): Promise<void> {
    this.context = await this.browser.newContext({
      viewport: { width: 390, height: 844 },
      deviceScaleFactor: 2,
      isMobile: true,
      hasTouch: true,
      geolocation: scene,
      permissions: ['geolocation'],
      timezoneId,
    });
    const { language } = this.words;
    await this.context.addInitScript((chosen) => localStorage.setItem('fourfold.language', chosen), language);
    this.context.setDefaultTimeout(waitMilliseconds);
    this.opened = await this.context.newPage();
    await this.page.goto(`${this.stage.url}/field/`);
    await this.page.getByLabel(this.words.phone('signIn.account')).waitFor();
    await expectAccessible(this.page, 'the phone: sign-in');
    const account = this.stage.accounts[role];
    if (!account) throw new Error(`nobody is ${role}`);
    await this.page.getByLabel(this.words.phone('signIn.account')).fill(account.userName);
    await this.page.getByLabel(this.words.phone('signIn.password'), { exact: true }).fill(account.password);
    await this.tap(this.words.phone('signIn.go'));
    await this.page.locator('.menu').waitFor();
  }

  /** Waits until the app itself is kept, so that the network may go. */
  async keepsTheApp(): Promise<void> {
    await this.page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
  }

  async losesTheNetwork(): Promise<void> {
    await this.context?.setOffline(true);
  }

  async findsTheNetwork(): Promise<void> {
    await this.context?.setOffline(false);
  }

  /** As when the phone died or the system threw the page away. */
  async restarts(): Promise<void> {
    await this.page.close();
    this.opened = await this.context?.newPage();
    await this.page.goto(`${this.stage.url}/field/`);
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name });
  }

  async tap(name: string): Promise<void> {
    await this.button(name).first().click();
  }

  async does(step: 'accept' | 'set-out' | 'arrive'): Promise<void> {
    await this.tap(this.words.phone(`do.${step}`));
  }

  /** The most urgent work order is on the first page. */
  async seesWork(): Promise<void> {
    await this.page.locator('.urgent').waitFor({ timeout: waitMilliseconds });
  }

  async opensWork(): Promise<void> {
    await this.page.locator('.urgent-head').click();
    await this.page.locator('.way').waitFor();
  }

  /** Something waits to be sent, and the page says so. */
  async seesOutbox(): Promise<void> {
    await this.page.locator('.strip[data-unsent] a[href="#/outbox"]').waitFor({ timeout: waitMilliseconds });
  }

  async seesEverythingSent(): Promise<void> {
    const text = this.words.phone('strip.clear');
    await this.page.locator('.strip', { hasText: text }).waitFor({ timeout: waitMilliseconds });
  }

  /** Fourteen buffalo, handed to quarantine, with a photo. */
  async reports(): Promise<void> {
    const { words, page } = this;
    await this.tap(words.phone('answer.confirmed'));
    await page.getByText(words.phone('outcomeReason.smuggled-live-animals')).click();
    await page.locator('input[accept="image/*"]').setInputFiles(await drawnPhoto(page));
    await page.locator('.photo img').waitFor();
    await page
      .getByLabel(words.phone('report.note'))
      .fill(words.language === 'zh' ? '码头下来十四头，无检疫证明。' : 'Fourteen off the pier, no quarantine papers.');
    await this.tap(words.phone('report.addSeized'));
    await page.getByLabel(words.phone('report.number')).fill('14');
    await page.getByLabel(words.phone('report.handedTo')).fill('Quarantine');
    await expectAccessible(page, 'the phone: report');
    await this.tap(words.phone('report.send'));
    await page.locator('.menu').waitFor();
  }

  /** The whole visit with Tab, arrows, Space and Enter. */
  async walksByKeyboard(): Promise<void> {
    const { words, page } = this;
    for (const step of ['accept', 'set-out'] as const) await this.presses(words.phone(`do.${step}`));
    await page.locator('.way').waitFor();
    await this.presses(words.phone('do.arrive'));
    await this.presses(words.phone('answer.confirmed'));
    const reason = page.getByLabel(words.phone('outcomeReason.smuggled-live-animals'));
    await reason.focus();
    await page.keyboard.press('Space');
    await expect.poll(() => reason.isChecked(), settles).toBe(true);
    await this.presses(words.phone('report.send'));
    await page.locator('.menu').waitFor();
  }

  /** Reaches a button with Tab alone, and presses it. */
  private async presses(name: string): Promise<void> {
    const button = this.button(name).first();
    await button.waitFor();
    for (let tabs = 0; tabs < tabsAtMost; tabs++) {
      if (await button.evaluate((element) => element === document.activeElement)) {
        await this.page.keyboard.press('Enter');
        return;
      }
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`${name} is not reached by Tab`);
  }

  /** No text is cut and nothing needs sideways scrolling when letters are twice as large. */
  async readsAtTwiceTheSize(): Promise<void> {
    await this.page.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
    });
    const overflow = await this.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
    await this.page.evaluate(() => {
      document.documentElement.style.fontSize = '';
    });
  }

  async isAccessible(where: string): Promise<void> {
    // What has been scrolled half below the bar at the top is no small target.
    await this.page.evaluate(() => scrollTo(0, 0));
    await expectAccessible(this.page, `the phone: ${where}`);
  }
}
