import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
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

describe.skipIf(missing !== '')(`our XForms in ODK Web Forms${missing}`, { timeout: 120_000 }, () => {
  let folder = '';
  let server: Server;
  let browser: Browser;
  let form = 'sample';

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'web-forms-'));
    await build({
      root: `${here}webForms`,
      logLevel: 'error',
      build: { outDir: folder, emptyOutDir: true, target: 'esnext', minify: false, chunkSizeWarningLimit: 100_000 },
    });
    server = createServer((request, response) => {
      const path = new URL(request.url ?? '/', 'http://x').pathname;
      const file =
        path === '/form.xml' ? `${here}samples/${form}.xml` : join(folder, path === '/' ? 'index.html' : path);
      if (!existsSync(file)) return response.writeHead(404).end();
      response.writeHead(200, { 'content-type': `${kinds[extname(file)] ?? 'text/plain'}; charset=utf-8` });
      response.end(readFileSync(file));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    browser = await chromium.launch({
      executablePath: program,
      args: ['--no-sandbox', '--disable-background-networking'],
    });
  }, 240_000);

  afterAll(async () => {
    await browser?.close();
    server?.close();
    if (folder !== '') rmSync(folder, { recursive: true });
  });

  async function open(name: string): Promise<Page> {
    form = name;
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await page.locator('.odk-form').waitFor({ timeout: 60_000 });
    return page;
  }

  it.each(['household-visit', 'epidemic-report', 'sample'])('%s loads without an error', async (name) => {
    const page = await open(name);
    expect(await page.locator('.question-container, .form-question').count()).toBeGreaterThan(2);
    expect(await page.locator('.form-load-failure-dialog, .initialize-form-failure').count()).toBe(0);
    await page.close();
  });

  it('is filled and sent: relevance, choice filter, constraint, calculation', async () => {
    const page = await open('sample');
    const question = (label: string) => page.locator('.question-container').filter({ hasText: label });
    expect(await question('zh hidden').count()).toBe(0);
    expect(await question('zh sided').getByRole('radio').count()).toBe(1);
    await question('zh name').locator('input, textarea').first().fill('sea');
    await question('zh age').locator('input').first().pressSequentially('61');
    await page.keyboard.press('Tab');
    await question('zh hidden').waitFor();
    await question('zh yes').getByRole('radio').first().click();
    await expect.poll(() => question('zh sided').getByRole('radio').count()).toBe(3);
    await question('zh many').getByRole('checkbox').first().check();
    await question('zh hidden').locator('input, textarea').first().fill('seen');
    await page.keyboard.press('Tab');
    await page.locator('button').filter({ hasText: /send/i }).first().click();
    await page.waitForFunction(() => 'sent' in window);
    const sent = await page.evaluate(() => String((window as unknown as { sent: string }).sent));
    if (process.env.FOURFOLD_WRITE_SAMPLES === '1') writeFileSync(`${here}samples/sample.sent.xml`, `${sent}\n`);
    for (const part of ['<age>61</age>', '<hidden>seen</hidden>', '<yes>true</yes>', '<many>a</many>', 'uuid:']) {
      expect(sent).toContain(part);
    }
    expect(sent).toMatch(/<double>122(\.0)?<\/double>/);
    await page.close();
  });
});
