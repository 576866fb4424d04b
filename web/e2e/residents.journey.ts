import { uuidV7 } from '@fourfold/api';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import { expectAccessible } from './stage/accessible.ts';
import { Caller } from './stage/Caller.ts';
import { gridTeam } from './stage/gridTeam.ts';
import { journey } from './stage/journey.ts';
import { type Server, startServer } from './stage/server.ts';
import { settles, waitMilliseconds } from './stage/waits.ts';

const smallestTarget = 48;
const tabsAtMost = 20;
const longest = 500;
/** Lines a question may have, and messages that are taken from one address in an hour. */
const [mostLines, mostAnHour] = [40, 30];
const question = '巷口的路灯不亮三天了，晚上老人看不见路。';
const unbroken = 'https://example.org/'.padEnd(180, 'x');

type Language = 'zh' | 'en';

/** A page for residents, as somebody comes to it. */
interface State {
  name: string;
  open(page: Page, language: Language): Promise<unknown>;
}

journey(
  'the pages for residents can be used in every state: by eye, by ear and by key, in large letters, without a network',
  async ({ browser }) => {
    const server = await startServer();
    try {
      const { nobody, door, asked } = await prepared(server);
      const reader = await readerOf(browser);
      const at = (address: string) => (page: Page, language: Language) => page.goto(`${address}?language=${language}`);
      const wrongly = (text: string, address: string) => async (page: Page, language: Language) => {
        await at(address)(page, language);
        await sends(page, text);
        await page.locator('.wrong').waitFor();
        // The language stays, whatever the browser prefers.
        await page.locator(`html[lang^="${language}"]`).waitFor();
      };
      const states: State[] = [
        { name: 'nobody', open: at(nobody) },
        { name: 'door', open: at(door) },
        { name: 'empty', open: wrongly(' ', door) },
        { name: 'long', open: wrongly('长'.repeat(longest + 1), door) },
        ...Object.entries(asked).map(([name, address]) => ({ name, open: at(address) })),
        { name: 'again-empty', open: wrongly(' ', asked.open) },
        { name: 'gone', open: at(`${new URL(door).origin}/my-grid/AAAAAAAAAAAAAAAAAAAAAA`) },
      ];
      for (const state of states) await looksAt(reader, state);
      await speaksAnother(reader, door);
      await byKey(reader, door);
      await withoutNetwork(reader, door);
      await tooMany(reader, door);
    } finally {
      await server.stop();
    }
  },
  { limit: 600_000 },
);

/** A grid with a worker and one without, and a question in each of its states. */
async function prepared(server: Server) {
  const team = await gridTeam(server);
  const head = await Caller.signIn(server.url, team.accounts['centre-head'], 'case-work');
  const worker = await Caller.signIn(server.url, team.accounts['grid-worker'], 'field-work');
  await worker.put('me/resident-card', { showName: true, showHours: true });
  const doorOf = async (id: string) => (await head.get<{ address: string }>(`grids/${id}/door`)).address;
  const grids = await head.get<{ items: { id: string }[] }>(`grids?area=${team.area}`);
  const other = grids.items.find(({ id }) => id !== team.gridId)?.id ?? '';
  const door = await doorOf(team.gridId);
  const asked = {} as Record<'answered' | 'solved' | 'closed' | 'full' | 'open', string>;
  for (const state of ['answered', 'solved', 'closed', 'full', 'open'] as const) {
    asked[state] = await asks(door, question + unbroken);
    if (state === 'open') break;
    const { items } = await worker.get<{ items: { id: string; state: string }[] }>('questions');
    const id = items.find((one) => one.state === 'open')?.id ?? '';
    for (let line = 1; line < (state === 'full' ? mostLines : 2); line++)
      await worker.post(`questions/${id}/answers`, { id: uuidV7(Date.now()), text: `今天下午来修。${line}` });
    if (state === 'closed') await worker.post(`questions/${id}/close`, {});
    if (state === 'solved') await fetch(`${asked[state]}/solved`, { method: 'POST', redirect: 'manual' });
  }
  return { nobody: await doorOf(other), door, asked };
}

const send = (address: string, text: string) =>
  fetch(address, { method: 'POST', body: new URLSearchParams({ text }), redirect: 'manual' });

/** @returns where its resident finds it */
const asks = async (address: string, text: string) =>
  new URL((await send(address, text)).headers.get('location') ?? '', address).href;

async function readerOf(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 412, height: 915 }, isMobile: true, hasTouch: true });
  context.setDefaultTimeout(waitMilliseconds);
  return context.newPage();
}

/** Past what the browser itself would stop: not every one does. */
async function sends(page: Page, text: string): Promise<void> {
  await page
    .locator('form')
    .last()
    .evaluate((form: HTMLFormElement) => {
      form.noValidate = true;
      form.querySelector('textarea')?.removeAttribute('maxlength');
    });
  await page.locator('textarea').fill(text);
  await page.locator('form button').last().click();
}

async function looksAt(page: Page, { name, open }: State): Promise<void> {
  for (const language of ['zh', 'en'] as const) {
    await page.setViewportSize({ width: 412, height: 915 });
    await open(page, language);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await expectAccessible(page, `the residents' page: ${name}, ${language}, ${colorScheme}`);
      await scene(page, `${name}-${language}-${colorScheme}`);
    }
    expect.soft(await tooSmall(page), `${name}: for a thumb`).toEqual([]);
    for (const [width, size] of [
      [412, '200%'],
      [320, ''],
      [320, '200%'],
    ] as const) {
      await page.setViewportSize({ width, height: 640 });
      await letters(page, size);
      expect.soft(await sideways(page), `${name}, ${language}, ${width} px, ${size}: as wide as the phone`).toBe(0);
      if (width === 320) await scene(page, `${name}-${language}-320-${size || '100%'}`);
    }
    await letters(page, '');
  }
}

/** Half written, in the other language and back again; nothing is sent by that. */
async function speaksAnother(page: Page, door: string): Promise<void> {
  await page.goto(`${door}?language=zh`);
  await page.locator('textarea').fill(question);
  for (const language of ['en', 'zh']) {
    await page.locator('.speak').click();
    await page.locator(`html[lang^="${language}"]`).waitFor();
    expect(await page.locator('textarea').inputValue()).toBe(question);
  }
}

const letters = (page: Page, size: string) =>
  page.evaluate((chosen) => {
    document.documentElement.style.fontSize = chosen;
  }, size);

const sideways = (page: Page) =>
  page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth));

const tooSmall = (page: Page) =>
  page.evaluate((least) => {
    const pressed = [...document.querySelectorAll('a, button, textarea')];
    return pressed
      .filter((one) => Math.min(one.getBoundingClientRect().width, one.getBoundingClientRect().height) < least - 0.5)
      .map((one) => `${one.tagName} ${one.textContent?.trim().slice(0, 20)}`);
  }, smallestTarget);

/** What has the focus, whether that can be seen, and what is said about it. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const at = document.activeElement as HTMLElement;
    const { outlineStyle, outlineWidth } = getComputedStyle(at);
    const described = (at.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean);
    return {
      what: at.tagName,
      seen: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
      invalid: at.getAttribute('aria-invalid'),
      said: described.map((id) => document.getElementById(id)?.textContent ?? null),
    };
  });

/** Tab goes through all there is in its order and out again; a mistake is told where it was made. */
async function byKey(page: Page, door: string): Promise<void> {
  await page.setViewportSize({ width: 412, height: 915 });
  await page.goto(`${door}?language=en`);
  const passed: string[] = [];
  for (const _ of ['language', 'text', 'send']) {
    const at = await next(page);
    expect(at.seen, `the focus on ${at.what}`).toBe(true);
    passed.push(at.what);
  }
  expect(passed).toEqual(['BUTTON', 'TEXTAREA', 'BUTTON']);
  expect((await next(page)).what).toBe('BODY');
  await page.locator('textarea').fill(' ');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.locator('.wrong').waitFor();
  await expect.poll(() => focused(page), settles).toMatchObject({ what: 'TEXTAREA', invalid: 'true' });
  const wrong = await page.locator('.wrong[role="alert"]').textContent();
  expect((await focused(page)).said).toContain(wrong);
  expect(await page.title()).toMatch(/^Not sent/);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('The lamp is out');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.locator('[role="status"][data-state="open"]').waitFor();
  // Look again, say more, send it, ask something else.
  const there: string[] = [];
  for (let at = await next(page); at.what !== 'BODY' && there.length < tabsAtMost; at = await next(page)) {
    expect(at.seen, `the focus on ${at.what}`).toBe(true);
    there.push(at.what);
  }
  expect(there).toEqual(['BUTTON', 'A', 'TEXTAREA', 'BUTTON', 'A']);
}

async function next(page: Page) {
  await page.keyboard.press('Tab');
  return focused(page);
}

/** Sent without a network: the words are there when one goes back, and go when there is one. */
async function withoutNetwork(page: Page, door: string): Promise<void> {
  const context: BrowserContext = page.context();
  await page.goto(door);
  await page.locator('textarea').fill(question);
  await context.setOffline(true);
  await page.locator('form button').click({ noWaitAfter: true });
  await expect
    .poll(
      () =>
        page
          .locator('form')
          .count()
          .catch(() => 1),
      settles,
    )
    .toBe(0);
  await context.setOffline(false);
  await page.goBack();
  await expect.poll(() => page.locator('textarea').inputValue(), settles).toBe(question);
  await page.locator('form button').click();
  await page.locator('[data-state="open"]').waitFor();
}

/** More than an hour has room for: the words stay, and it says how long to wait. */
async function tooMany(page: Page, door: string): Promise<void> {
  await expect
    .poll(
      async () => {
        for (let sent = 0; sent < mostAnHour; sent++) if ((await send(door, `${sent}`)).status === 429) break;
        await page.goto(door);
        await page.locator('textarea').fill(question);
        await page.locator('form button').click();
        await page.locator('.wrong, .state').waitFor();
        return page.locator('.wrong').count();
      },
      // The hour may end in between.
      { timeout: waitMilliseconds },
    )
    .toBe(1);
  expect(await page.locator('textarea').inputValue()).toBe(question);
  await expectAccessible(page, "the residents' page: too many");
  await scene(page, 'many');
}

/** A picture of what a person sees, where the runner is told to keep them. */
async function scene(page: Page, name: string): Promise<void> {
  const folder = process.env.FOURFOLD_JOURNEY_SCENES;
  if (folder) await page.screenshot({ path: `${folder}/residents-${name}.png`, fullPage: true });
}
