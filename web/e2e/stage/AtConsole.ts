import type { Page } from 'playwright-core';
import { expectAccessible } from './accessible.ts';
import type { Stage } from './server.ts';
import { alertMilliseconds } from './waits.ts';
import type { Words } from './words.ts';

/** Somebody before a page of the console. */
export abstract class AtConsole {
  protected readonly words: Words;
  protected readonly stage: Stage;

  constructor(words: Words, stage: Stage) {
    this.words = words;
    this.stage = stage;
  }

  abstract get page(): Page;

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** One of the boat that the demonstration is about; boats without AIS, elsewhere, are told at a lower level. */
  async seesAnAlert(): Promise<void> {
    await this.page
      .locator('.card[data-level="1"], .card[data-level="2"]')
      .first()
      .waitFor({ timeout: alertMilliseconds });
  }

  async isAccessible(where: string): Promise<void> {
    await expectAccessible(this.page, `the console: ${where}`);
  }
}
