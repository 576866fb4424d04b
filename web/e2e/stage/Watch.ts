import type { APIRequestContext, Page, Route } from 'playwright-core';
import { expect } from 'vitest';
import { AtConsole } from './AtConsole.ts';
import type { Stage } from './server.ts';
import { waitMilliseconds } from './waits.ts';
import type { Words } from './words.ts';

type DeskKey = Parameters<Words['desk']>[0];
/** Shares of the chart's width and height. */
type Spot = readonly [x: number, y: number];

/** The sea page under an officer's hands. */
export class Watch extends AtConsole {
  readonly page: Page;

  constructor(page: Page, words: Words, stage: Stage) {
    super(words, stage);
    this.page = page;
  }

  /** Before it opens: its clock can be moved on. */
  async hasAClockOfItsOwn(): Promise<void> {
    await this.page.clock.install();
  }

  async opens(): Promise<void> {
    await this.page.goto(`${this.stage.url}/sea`);
    await this.page.locator('.live-button[data-state="fresh"]').waitFor();
    await this.page.locator('.map canvas').waitFor();
  }

  async seesTheDossier(): Promise<void> {
    await this.page.locator('.dossier .reasons').waitFor();
    await this.page.locator('.dossier .act[data-tone-fill="red"]:enabled').waitFor();
  }

  /** Nobody has taken the chosen alert yet. */
  async mayTakeIt(): Promise<void> {
    await this.page.locator('.dossier .act[data-tone-fill="blue"]:enabled').waitFor();
  }

  /** A dialog is open; if a button is named, it has the focus. */
  async isAsked(focused?: string): Promise<void> {
    await this.page.getByRole('dialog').waitFor();
    if (focused === undefined) return;
    const focus = () => this.page.evaluate(() => document.activeElement?.textContent ?? '');
    await expect.poll(focus, { timeout: waitMilliseconds }).toContain(focused);
  }

  async isAskedNothing(): Promise<void> {
    await this.page.getByRole('dialog').waitFor({ state: 'hidden' });
  }

  /** Waits for a message; the number in it is left open. */
  async hears(key: DeskKey): Promise<void> {
    const parts = this.words.desk(key, { number: '\u0000' }).split('\u0000');
    const longest = parts.sort((a, b) => b.length - a.length)[0] ?? '';
    await this.page.locator('.ant-message').getByText(longest.trim()).first().waitFor();
  }

  /** Each click must have become a corner before the next. */
  async clicksTheSea(...spots: Spot[]): Promise<void> {
    const chart = await this.page.locator('.map canvas').boundingBox();
    if (!chart) throw new Error('there is no chart');
    for (const [i, [x, y]] of spots.entries()) {
      await this.page.mouse.click(chart.x + x * chart.width, chart.y + y * chart.height);
      await this.page.getByLabel(`${this.words.desk('zone.latitude')} ${i + 1}`, { exact: true }).waitFor();
    }
  }

  async savesTheZone(name: string): Promise<void> {
    await this.pressesOn(this.words.desk('verb.save'));
    await this.page.locator('.zone-list').getByText(name, { exact: true }).waitFor();
  }

  /** All its latitudes, as the server has them. */
  async cornersOf(name: string): Promise<number[]> {
    const answer = await this.page.request.get(`${this.stage.url}/api/v1/zones?limit=200`);
    const { items } = (await answer.json()) as {
      items: { name: string; geometry: { coordinates: [number, number][][] } }[];
    };
    const zone = items.find((one) => one.name === name);
    return (zone?.geometry.coordinates[0] ?? []).map(([, latitude]) => latitude);
  }

  /** For who wishes for no motion: what is moved and measured in one breath (a popup looking for its place) is there. */
  async movesThingsAtOnce(): Promise<boolean> {
    return this.page.evaluate(() => {
      const thing = document.createElement('div');
      thing.style.cssText = 'position: fixed; left: -1000px';
      document.body.append(thing);
      const before = thing.getBoundingClientRect().left;
      thing.style.left = '0';
      const after = thing.getBoundingClientRect().left;
      thing.remove();
      return before === -1000 && after === 0;
    });
  }

  async deletesTheZone(name: string): Promise<void> {
    await this.pressesOn(`${this.words.desk('verb.delete')} ${name}`);
    await this.page
      .locator('.ant-popconfirm')
      .getByRole('button', { name: this.words.desk('verb.delete') })
      .click();
    await this.page.locator('.zone-list').getByText(name, { exact: true }).waitFor({ state: 'detached' });
  }

  /** Focus and Enter: nothing a mouse is needed for. */
  async pressesOn(name: string): Promise<void> {
    await this.page.getByRole('button', { name }).first().press('Enter');
  }

  async types(label: string, text: string): Promise<void> {
    const field = this.page.getByLabel(label, { exact: true });
    await field.press('ControlOrMeta+a');
    await field.pressSequentially(text);
    await field.press('Tab');
  }

  /** Answers about alerts are on their way until they are let go; then there is none. */
  async holdsTheAlertsBack(): Promise<{ letGo(): void }> {
    let letGo = () => {};
    const gate = new Promise<void>((open) => {
      letGo = open;
    });
    await this.page.route('**/api/v1/alerts?**', async (route: Route) => {
      await gate;
      await route.fulfill({ json: { items: [], next: null } });
    });
    return { letGo };
  }

  /** The outline of the land is on its way until it is let go. */
  async holdsTheLandBack(): Promise<{ letGo(): Promise<void> }> {
    let open = () => {};
    const gate = new Promise<void>((opened) => {
      open = opened;
    });
    const land = '**/api/v1/map/land';
    await this.page.route(land, async (route: Route) => {
      await gate;
      await route.continue();
    });
    return {
      letGo: async () => {
        const comes = this.page.waitForResponse(land);
        open();
        await (await comes).finished();
      },
    };
  }

  /** The small chart shows it too, and a map that was to be moved by it has moved. */
  async seesTheLand(): Promise<void> {
    await this.page.locator('.overview-land').first().waitFor({ state: 'attached' });
    await this.page.waitForTimeout(1000);
  }

  /** What the bar below the chart is long, km. */
  async kilometresOfScale(): Promise<number> {
    const text = (await this.page.locator('.scale').textContent()) ?? '';
    const [, length = '', unit] = /([\d.,]+)\s*(公里|米|km|m)/.exec(text) ?? [];
    const metres = Number(length.replace(',', '')) * (unit === '米' || unit === 'm' ? 1 : 1000);
    return metres > 0 ? metres / 1000 : Number.POSITIVE_INFINITY;
  }

  /** The page's own clock runs ahead of the last bytes it heard. */
  async timeGoesBy(seconds: number): Promise<void> {
    await this.page.clock.fastForward(seconds * 1000);
  }

  /** Before this page's next answer to an alert arrives, another officer's does; says what became of ours. */
  async isOvertakenBy(other: APIRequestContext): Promise<() => Promise<number>> {
    await this.page.route('**/api/v1/alerts/*/acknowledge', async (route: Route) => {
      const url = route.request().url();
      // The alert may have changed by itself since this page read it.
      const { revision } = (await (await other.get(url.replace(/\/acknowledge$/, ''))).json()) as { revision: number };
      const first = await other.post(url, {
        data: { expectedRevision: revision },
        headers: { origin: this.stage.url },
      });
      if (!first.ok()) throw new Error(`the other officer: ${first.status()} ${await first.text()}`);
      await route.continue();
    });
    const answered = this.page.waitForResponse((response) => response.url().endsWith('/acknowledge'));
    return async () => (await answered).status();
  }
}
