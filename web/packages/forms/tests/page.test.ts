import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const here = fileURLToPath(new URL('.', import.meta.url));
const program = '/usr/bin/chromium';
const missing = existsSync(program) ? '' : ' (chromium is not installed)';
const kinds: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** CSS pixels of whatever a thumb is to hit. */
const smallestTarget = 44;

interface Looked {
  answers: Record<string, unknown>;
  errors: { path: string; code: string }[];
}

describe.skipIf(missing !== '')(`a form in a browser${missing}`, { timeout: 120_000 }, () => {
  let folder = '';
  let server: Server;
  let browser: Browser;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'form-page-'));
    await build({
      root: `${here}page`,
      logLevel: 'error',
      build: { outDir: folder, emptyOutDir: true, target: 'esnext' },
    });
    server = createServer((request, response) => {
      const path = new URL(request.url ?? '/', 'http://x').pathname;
      const file = path.endsWith('.json') ? `${here}samples${path}` : join(folder, path === '/' ? 'index.html' : path);
      if (!existsSync(file)) return response.writeHead(404).end();
      response.writeHead(200, { 'content-type': `${kinds[extname(file)] ?? 'text/plain'}; charset=utf-8` });
      response.end(readFileSync(file));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const args = ['--no-sandbox', '--disable-background-networking'];
    browser = await chromium.launch({ executablePath: program, args });
  }, 240_000);

  afterAll(async () => {
    await browser?.close();
    server?.close();
    if (folder !== '') rmSync(folder, { recursive: true });
  });

  async function open(form: string, theme = 'light', width = 390): Promise<Page> {
    const page = await browser.newPage({ viewport: { width, height: 844 }, hasTouch: true });
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/?form=${form}&theme=${theme}`);
    await page.locator('.form-view').waitFor();
    return page;
  }

  const looked = (page: Page) => page.evaluate(() => (window as unknown as { looked: Looked }).looked);

  it('is filled: relevance, choice filter, calculation, position and picture', async () => {
    const page = await open('sample');
    const question = (code: string) => page.locator(`#form-${code}`);
    expect(await question('hidden').count()).toBe(0);
    expect(await question('sided').getByRole('radio').count()).toBe(1);
    await question('age').getByRole('textbox').pressSequentially('６１');
    await question('hidden').waitFor();
    await question('yes').getByRole('radio').first().check();
    await expect.poll(() => question('sided').getByRole('radio').count()).toBe(3);
    await question('many').getByRole('checkbox').first().check();
    await question('where').getByRole('button').first().click();
    await question('weight').getByRole('textbox').pressSequentially('12.5');
    await question('when').getByRole('button').click();
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({
        name: 'x.svg',
        mimeType: 'image/svg+xml',
        buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>'),
      });
    await page.locator('img.form-media').waitFor();
    const { answers } = await looked(page);
    expect(answers).toMatchObject({ age: 61, yes: true, double: 122, weight: 12.5, photo: '0.jpg' });
    expect(answers.where).toEqual({ latitude: 20.0443, longitude: 110.1983, accuracyMetres: 8 });
    expect(answers.when).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:00[+-]\d\d:\d\d$/);
    await page.close();
  });

  it('leads to the first fault, and says what is wrong only of what was touched before', async () => {
    const page = await open('household-visit');
    expect(await page.locator('[data-wrong]').count()).toBe(0);
    await page.locator('#form-house_number input').focus();
    await page.keyboard.press('Tab');
    await expect.poll(() => page.locator('[data-wrong]').count()).toBe(1);
    await page.locator('#send').click();
    await page.waitForFunction(() => document.activeElement?.id === 'form-visited_on-input');
    expect(await page.locator('[data-wrong]').count()).toBe((await looked(page)).errors.length);
    await page.close();
  });

  it('a round is added and removed by keyboard, and the focus goes with it', async () => {
    const page = await open('household-visit');
    await page.locator('#form-hazards-add').focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.id === 'form-hazards-0-head');
    await page.getByRole('button', { name: /Remove/ }).focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.id === 'form-hazards-add');
    expect((await looked(page)).answers.hazards).toBeUndefined();
    await page.close();
  });

  it.each([
    ['sample', 'light'],
    ['household-visit', 'dark'],
    ['epidemic-report', 'light'],
  ])('%s is accessible in the %s, everything wrong with it in sight', async (form, theme) => {
    const page = await open(form, theme);
    await page.locator('#send').click();
    const add = page.locator('.form-button.wide');
    for (let index = 0; index < (await add.count()); index++) await add.nth(index).click();
    await page.evaluate(axe);
    const violations = await page.evaluate(async (tags) => {
      const judge = (
        window as unknown as { axe: { run(root: Document, how: object): Promise<{ violations: object[] }> } }
      ).axe;
      return (await judge.run(document, { runOnly: tags, resultTypes: ['violations'] })).violations;
    }, standards);
    expect(violations.map((found) => JSON.stringify(found).slice(0, 600))).toEqual([]);
    await page.close();
  });

  it('fits a small phone, and every target a thumb', async () => {
    const page = await open('sample', 'light', 320);
    await page.locator('#form-age').getByRole('textbox').fill('70');
    const small = await page.evaluate((smallest) => {
      const targets = document.querySelectorAll(
        'button, select, textarea, input:not([type=radio], [type=checkbox], [type=file]), .form-chip, label.form-button',
      );
      return [...targets]
        .map((target) => ({ html: target.outerHTML.slice(0, 80), box: target.getBoundingClientRect() }))
        .filter(({ box }) => box.width < smallest || box.height < smallest)
        .map(({ html, box }) => `${Math.round(box.width)}×${Math.round(box.height)} ${html}`);
    }, smallestTarget);
    expect(small).toEqual([]);
    const overflow = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(await overflow()).toBeLessThanOrEqual(0);
    const scenes = process.env.FOURFOLD_JOURNEY_SCENES;
    if (scenes) await page.screenshot({ path: `${scenes}/form-320.png`, fullPage: true });
    await page.close();
  });
});
