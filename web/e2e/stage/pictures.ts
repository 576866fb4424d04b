import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

const images = fileURLToPath(new URL('../../../docs/images/', import.meta.url));

/** The README's pictures, taken on the way when `FOURFOLD_PICTURES` is set, so that a plain test changes no file. */
export async function picture(page: Page, name: 'sea' | 'case' | 'field'): Promise<void> {
  if (!process.env.FOURFOLD_PICTURES) return;
  mkdirSync(images, { recursive: true });
  await page.evaluate(() => scrollTo(0, 0));
  await page.screenshot({ path: `${images}${name}.png` });
}
