import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { expectAccessible } from './accessible.ts';
import type { Stage } from './server.ts';
import { waitMilliseconds } from './waits.ts';
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
    await this.page.locator('.strip a[href="#/outbox"]').waitFor({ timeout: waitMilliseconds });
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
    await page.locator('input[type=file]').setInputFiles(await this.photo());
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

  /** What the camera would give: here, a pier at night, drawn. */
  private async photo() {
    const drawn = await this.page.evaluate(() => {
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [1200, 900];
      const pen = canvas.getContext('2d') as CanvasRenderingContext2D;
      const fill = (colour: string, ...[x, y, width, height]: [number, number, number, number]) => {
        pen.fillStyle = colour;
        pen.fillRect(x, y, width, height);
      };
      fill('#10202c', 0, 0, 1200, 430);
      fill('#1b3a4b', 0, 430, 1200, 470);
      const lamp = pen.createRadialGradient(820, 260, 20, 820, 260, 420);
      lamp.addColorStop(0, 'rgba(255, 226, 160, 0.9)');
      lamp.addColorStop(1, 'rgba(255, 226, 160, 0)');
      pen.fillStyle = lamp;
      pen.fillRect(300, 0, 900, 900);
      fill('#0b1218', 700, 470, 500, 60);
      for (const x of [740, 880, 1020, 1160]) fill('#0b1218', x, 470, 24, 260);
      fill('#0b1218', 812, 260, 12, 220);
      pen.fillStyle = '#0b1218';
      pen.beginPath();
      pen.moveTo(180, 600);
      pen.lineTo(620, 600);
      pen.lineTo(560, 680);
      pen.lineTo(240, 680);
      pen.fill();
      fill('#0b1218', 300, 530, 120, 80);
      return canvas.toDataURL('image/png').split(',')[1] ?? '';
    });
    return { name: 'photo.png', mimeType: 'image/png', buffer: Buffer.from(drawn, 'base64') };
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
    expect(await reason.isChecked()).toBe(true);
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
    await expectAccessible(this.page, `the phone: ${where}`);
  }
}
