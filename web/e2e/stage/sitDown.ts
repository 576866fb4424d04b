import type { Browser, Page } from 'playwright-core';
import type { Stage } from './server.ts';

export interface SeatOptions {
  language?: 'zh' | 'en';
  colours?: 'dark' | 'light';
  purpose?: 'sea-watch' | 'case-work' | 'administration' | 'security' | 'audit' | 'field-work';
}

/** A page for somebody who has signed in before: the journeys that type a password are others. */
export async function sitDown(
  browser: Browser,
  stage: Stage,
  role: string,
  { language = 'zh', colours = 'dark', purpose = 'sea-watch' }: SeatOptions,
): Promise<Page> {
  const account = stage.accounts[role];
  if (!account) throw new Error(`nobody is ${role}`);
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 }, reducedMotion: 'reduce' });
  await context.addInitScript(
    (chosen) => {
      localStorage.setItem('fourfold.language', chosen.language);
      localStorage.setItem('fourfold.colours', chosen.colours);
    },
    { language, colours },
  );
  const signedIn = await context.request.post(`${stage.url}/api/v1/session`, {
    data: { ...account, purpose },
    headers: { origin: stage.url },
  });
  if (!signedIn.ok()) throw new Error(`${role}: ${signedIn.status()} ${await signedIn.text()}`);
  return context.newPage();
}
