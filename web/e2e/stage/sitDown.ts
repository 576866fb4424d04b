import type { Browser, Page } from 'playwright-core';
import { consoleContext } from './consoleContext.ts';
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
  const context = await consoleContext(browser, { language, colours, screen: 'laptop' });
  const signedIn = await context.request.post(`${stage.url}/api/v1/session`, {
    data: { ...account, purpose },
    headers: { origin: stage.url },
  });
  if (!signedIn.ok()) throw new Error(`${role}: ${signedIn.status()} ${await signedIn.text()}`);
  return context.newPage();
}
