import { type Browser, chromium, type Page } from 'playwright-core';
import { inject, it } from 'vitest';
import type { Screen } from './consoleContext.ts';
import { Desk } from './Desk.ts';
import { Phone } from './Phone.ts';
import type { Stage } from './server.ts';
import { type SeatOptions, sitDown } from './sitDown.ts';
import { Words } from './words.ts';

/** The people of a journey; each has a browser of their own. */
export interface People {
  /** The duty officer of the province, at the console. */
  officer: Desk;
  /** Somebody of the centre who had no hand in the handling. */
  clerk: Desk;
  /** The officer of the police station, with a phone. */
  phone: Phone;
  /** Anybody else who is signed in already, with the page still to open. */
  sitsDown(role: string, options?: SeatOptions): Promise<Page>;
  words: Words;
  stage: Stage;
  /** For those who come to a program of their own. */
  browser: Browser;
}

export interface JourneyOptions {
  language?: 'zh' | 'en';
  /** Of those who sit at the console from the start. */
  screen?: Screen;
  /** For one that waits long by its nature, milliseconds. */
  limit?: number;
}

/** Software drawing that works without a screen or a GPU. */
const flags = [
  '--no-sandbox',
  '--use-angle=swiftshader',
  // Only what pages draw by WebGL goes that way: all the rest drawn so took half of two cores.
  '--disable-gpu-compositing',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // A tone in place of a microphone, and nobody who has to allow it.
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
];

/**
 * A journey of people through the whole program, in their words. Where something is needed that is not there, it is
 * skipped and says what.
 */
export function journey(
  name: string,
  walk: (people: People) => Promise<void>,
  { language = 'zh', screen = 'laptop', limit }: JourneyOptions = {},
): void {
  const stage = inject('stage');
  if (stage.missing) {
    it.skip(`${name} (${stage.missing})`, () => {});
    return;
  }
  it(
    name,
    async () => {
      const browser = await chromium.launch({ executablePath: stage.chromium, args: flags });
      const words = new Words(language);
      const people = {
        officer: new Desk(browser, stage, words, { role: 'duty-officer', purpose: 'sea-watch', screen }),
        clerk: new Desk(browser, stage, words, { role: 'centre-head', purpose: 'case-work', screen }),
        phone: new Phone(browser, stage, words),
        sitsDown: (role: string, options?: SeatOptions) => sitDown(browser, stage, role, { language, ...options }),
        words,
        stage,
        browser,
      };
      try {
        await walk(people);
      } catch (error) {
        await keepTheScene(browser, name);
        throw error;
      } finally {
        await browser.close();
      }
    },
    limit,
  );
}

/** Pictures of every page as it was when a journey broke off, where the runner is told to keep them. */
async function keepTheScene(browser: Browser, name: string): Promise<void> {
  const folder = process.env.FOURFOLD_JOURNEY_SCENES;
  if (!folder) return;
  const pages = browser.contexts().flatMap((context) => context.pages());
  for (const [index, page] of pages.entries()) {
    const file = `${folder}/${name.replace(/\W+/g, '-').slice(0, 60)}-${index}.png`;
    await page.screenshot({ path: file }).catch(() => {});
  }
}
