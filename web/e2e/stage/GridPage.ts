import type { Locator, Page } from 'playwright-core';
import { expectAccessible } from './accessible.ts';
import type { Stage } from './server.ts';
import type { Words } from './words.ts';

/** Until the map has flown, asked for what it shows, and drawn it. */
const restMilliseconds = 2500;

type DeskKey = Parameters<Words['desk']>[0];

/** The grids page under the hands of somebody of a centre. */
export class GridPage {
  constructor(
    readonly page: Page,
    private readonly words: Words,
    private readonly stage: Stage,
  ) {}

  say = (key: DeskKey, values?: Parameters<Words['desk']>[1]) => this.words.desk(key, values);

  async opens(path: string): Promise<void> {
    await this.page.goto(`${this.stage.url}${path}`);
    await this.page.locator('.grids-head').waitFor();
  }

  /** The map is drawn and has come to rest. */
  async seesTheMap(): Promise<void> {
    await this.page.locator('.grids-map canvas').waitFor();
    // A stream of changes stays open, so the network is never idle.
    await this.page.waitForTimeout(restMilliseconds);
  }

  /** Pixels of the middle of the map. */
  async middle(): Promise<{ x: number; y: number }> {
    const box = await this.page.locator('.grids-map canvas').boundingBox();
    if (!box) throw new Error('there is no map');
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }

  /** Slowly enough for the map to follow. */
  async drags(from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
    const { mouse } = this.page;
    await mouse.move(from.x, from.y);
    await mouse.down();
    await mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 5 });
    await mouse.move(to.x, to.y, { steps: 5 });
    await mouse.up();
  }

  button = (key: DeskKey, values?: Parameters<Words['desk']>[1]): Locator =>
    this.page.getByRole('button', { name: this.say(key, values), exact: true });

  /** Focus and Enter: nothing a mouse is needed for. */
  async pressesOn(what: Locator): Promise<void> {
    await what.first().press('Enter');
  }

  async hears(key: DeskKey, values?: Parameters<Words['desk']>[1]): Promise<void> {
    await this.page.locator('.ant-message').getByText(this.say(key, values)).first().waitFor();
  }

  async isAccessible(where: string): Promise<void> {
    await expectAccessible(this.page, `grids: ${where}`);
  }

  /** By keyboard alone: what begins with the text, the first of the list. */
  async selects(field: string, text: string): Promise<void> {
    const box = this.page.locator(field);
    await box.focus();
    await box.pressSequentially(text);
    await this.page.locator('.ant-select-item-option').filter({ hasText: text }).first().waitFor();
    await box.press('Enter');
  }
}
