import type { Browser, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { AtConsole } from './AtConsole.ts';
import { expectAccessible } from './accessible.ts';
import { Caller } from './Caller.ts';
import { consoleContext, type Screen } from './consoleContext.ts';
import type { Stage } from './server.ts';
import { alertMilliseconds, waitMilliseconds } from './waits.ts';
import type { Words } from './words.ts';

/** Alerts of the demonstration that are looked through before going back. */
const alertsAtMost = 8;
const shortMilliseconds = 5_000;
const lists = /\/api\/v1\/(cases|alerts)$/;

const appears = (what: Locator) =>
  what
    .first()
    .waitFor({ timeout: shortMilliseconds })
    .then(
      () => true,
      () => false,
    );

export interface Seat {
  role: string;
  purpose: 'sea-watch' | 'case-work';
  screen: Screen;
}

/** A person at the console. What they do by mouse they can do by key. */
export class Desk extends AtConsole {
  private readonly browser: Browser;
  private readonly seat: Seat;
  private opened: Page | undefined;

  constructor(browser: Browser, stage: Stage, words: Words, seat: Seat) {
    super(words, stage);
    this.browser = browser;
    this.seat = seat;
  }

  get page(): Page {
    if (!this.opened) throw new Error(`the ${this.seat.role} has not sat down`);
    return this.opened;
  }

  async signsIn(): Promise<void> {
    const context = await consoleContext(this.browser, { language: this.words.language, screen: this.seat.screen });
    this.opened = await context.newPage();
    await this.page.goto(this.stage.url);
    const account = this.stage.accounts[this.seat.role];
    if (!account) throw new Error(`nobody is ${this.seat.role}`);
    await this.page.getByLabel(this.words.desk('signIn.userName')).fill(account.userName);
    await expectAccessible(this.page, 'the console: sign-in');
    await this.page.getByLabel(this.words.desk('signIn.password'), { exact: true }).fill(account.password);
    await this.page.getByText(this.words.desk(`purpose.${this.seat.purpose}`), { exact: true }).click();
    await this.page.getByRole('button', { name: this.words.desk('signIn.submit'), exact: true }).click();
    await this.page.locator('.shell').waitFor();
  }

  says(key: Parameters<Words['desk']>[0], values?: Parameters<Words['desk']>[1]): string {
    return this.words.desk(key, values);
  }

  async seesAPhoto(): Promise<void> {
    const photo = this.page.locator('.pictures img').first();
    await photo.waitFor({ timeout: waitMilliseconds });
    await expect.poll(() => photo.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  }

  /** The outcome stands beside the alert, and the rule has learnt from it. */
  async seesThePrecision(): Promise<void> {
    await this.opensTheCase();
    await this.sees(this.words.desk('next.closed', { outcome: this.words.desk('outcome.confirmed') }));
    await this.page.locator('.case-alert .precision, .case-alert .precision-few').first().waitFor();
  }

  /** Again until something shows it: a page that is drawn may not listen yet. */
  private async pressesUntil(key: string, shown: string): Promise<void> {
    await expect
      .poll(
        async () => {
          if (!(await this.page.locator(shown).first().isVisible())) await this.press(key);
          return this.page.locator(shown).first().isVisible();
        },
        { timeout: waitMilliseconds, interval: 1000 },
      )
      .toBe(true);
  }

  async click(name: string): Promise<void> {
    await this.page.getByRole('button', { name }).first().click();
  }

  /** By mouse, an alert of the place of the phone's own station. */
  async choosesTheAlert(): Promise<void> {
    await this.finds(async (turn) => {
      const cards = this.page.locator('.card');
      await cards.nth(turn % (await cards.count())).click();
    });
    await this.page.locator('.map canvas').waitFor();
  }

  /** Sends the unit whose place it is. */
  async dispatches(): Promise<void> {
    await this.click(this.words.desk('act.dispatch'));
    await this.confirmsDispatch();
  }

  async dispatchesByKey(): Promise<void> {
    await this.pressesUntil('j', '.dossier .reasons');
    await this.finds(async (turn) => {
      if (turn > 0) await this.press(turn % (2 * alertsAtMost) < alertsAtMost ? 'j' : 'k');
    });
    await this.press('d');
    await this.confirmsDispatch();
  }

  private async confirmsDispatch(): Promise<void> {
    const dialog = await this.asked();
    await expectAccessible(this.page, 'the console: dispatch');
    await dialog.getByRole('button', { name: this.words.desk('dispatch.submit') }).click();
    await dialog.waitFor({ state: 'detached' });
  }

  /** One alert after the other, until there is one that would be sent to the phone's station; others come as well. */
  private async finds(next: (turn: number) => Promise<void>): Promise<void> {
    const responder = await Caller.signIn(this.stage.url, this.stage.accounts.responder, 'field-work');
    const { name } = (await responder.get<{ post: { unit: { name: string } } }>('session')).post.unit;
    const red = this.page.locator('.dossier .act[data-tone-fill="red"]:enabled');
    const until = Date.now() + alertMilliseconds;
    for (let turn = 0; Date.now() < until; turn++) {
      await next(turn);
      await this.page.locator('.dossier .reasons').waitFor();
      if (!(await appears(red))) continue;
      await this.press('d');
      const dialog = await this.asked();
      const text = await dialog.locator('.ant-select').first().innerText();
      await this.page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      if (text.includes(name)) return;
    }
    throw new Error(`no alert is of the place of ${name}`);
  }

  /** The focus is on cancel: sending somebody out takes a deliberate step. */
  private async asked(): Promise<Locator> {
    const dialog = this.page.getByRole('dialog');
    await dialog.waitFor();
    await dialog.locator('.ant-select').first().waitFor();
    return dialog;
  }

  /** Opens the newest open case. */
  async opensTheCase(): Promise<void> {
    await this.page.goto(`${this.stage.url}/cases?scope=all`);
    await this.page.locator('tbody a').first().waitFor();
    await expectAccessible(this.page, 'the console: list of cases');
    await this.page.locator('tbody a').first().click();
    await this.page.locator('.stepper').waitFor();
  }

  async opensTheCaseByKey(): Promise<void> {
    await this.page.goto(`${this.stage.url}/cases?order=newest`);
    await this.page.locator('tbody a').first().waitFor();
    await this.pressesUntil('j', 'tbody tr[data-chosen]');
    await this.press('Enter');
    await this.page.locator('.stepper').waitFor();
  }

  /** Waits until the page says, by itself, that this is what is next. */
  async sees(text: string): Promise<void> {
    await this.page.getByText(text).first().waitFor({ timeout: waitMilliseconds });
  }

  async verifies(): Promise<void> {
    await this.click(this.words.desk('do.verify_pass'));
    await this.sees(this.words.desk('next.verified'));
  }

  async setsOutcome(): Promise<void> {
    await this.click(this.words.desk('outcome.confirmed'));
    const dialog = this.page.getByRole('dialog');
    await dialog.getByText(this.words.desk('outcomeReason.smuggled-live-animals')).click();
    await expectAccessible(this.page, 'the console: outcome');
    await dialog.getByRole('button', { name: this.words.desk('verb.save') }).click();
    await dialog.waitFor({ state: 'detached' });
  }

  async concludes(): Promise<void> {
    await this.click(this.words.desk('do.conclude'));
    await this.sees(this.words.desk('next.closed', { outcome: this.words.desk('outcome.confirmed') }));
  }

  /** V, 1, 1, Enter, Enter: from a report to a closed case without a mouse, however long the lists take to come. */
  async closesByKey(): Promise<void> {
    await this.page.route(
      ({ pathname }) => lists.test(pathname),
      async (route) => {
        await new Promise((resolve) => setTimeout(resolve, shortMilliseconds));
        await route.continue();
      },
    );
    await this.press('v');
    await this.sees(this.words.desk('next.verified'));
    await this.press('1');
    await this.page.getByRole('dialog').waitFor();
    await this.page.getByRole('dialog').getByText(this.words.desk('outcomeReason.smuggled-live-animals')).waitFor();
    await this.press('1', 'Enter');
    await this.page.getByRole('dialog').waitFor({ state: 'detached' });
    const outcome = this.words.desk('outcome.confirmed');
    await this.sees(this.words.desk('next.outcomeSet', { outcome }));
    await this.press('Enter');
    await this.sees(this.words.desk('next.closed', { outcome }));
    await this.page.unrouteAll({ behavior: 'ignoreErrors' });
  }
}
