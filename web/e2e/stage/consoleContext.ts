import type { Browser, BrowserContext } from 'playwright-core';
import { waitMilliseconds } from './waits.ts';

/** Pixels. The laptop's are fewer to draw without a graphics processor. */
const screens = { 'duty-room': { width: 1920, height: 1080 }, laptop: { width: 1366, height: 768 } };
export type Screen = keyof typeof screens;

/** Where people are: their days are those of the server's settings, wherever the machine that runs this stands. */
export const timezoneId = 'Asia/Shanghai';

/** What a person chose on this screen before. */
export interface Choices {
  language: 'zh' | 'en';
  colours?: 'dark' | 'light';
  screen: Screen;
}

/** A browser of their own at the console. */
export async function consoleContext(browser: Browser, choices: Choices): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: screens[choices.screen],
    reducedMotion: 'reduce',
    timezoneId,
  });
  context.setDefaultTimeout(waitMilliseconds);
  await context.addInitScript((chosen) => {
    localStorage.setItem('fourfold.language', chosen.language);
    if (chosen.colours) localStorage.setItem('fourfold.colours', chosen.colours);
  }, choices);
  return context;
}
