import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

interface Violation {
  id: string;
  help: string;
  nodes: { target: string[]; failureSummary: string }[];
}

/** Colours are judged when they have arrived; what moves for ever is not waited for. */
const settleMilliseconds = 2000;

async function settle(longest: number): Promise<void> {
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  await frame();
  await frame();
  const ends = document.getAnimations().map((animation) => animation.finished.catch(() => null));
  await Promise.race([Promise.all(ends), new Promise((done) => setTimeout(done, longest))]);
}

/** Everything axe finds against WCAG 2.2 AA on the page as it is; none is allowed, and the journey goes on to find more. */
export async function expectAccessible(page: Page, where: string): Promise<void> {
  await page.evaluate(settle, settleMilliseconds);
  // Through the debugger, so that the pages' own content policy stays as it is for users.
  await page.evaluate(source);
  const violations = await page.evaluate(async (tags) => {
    const { axe } = window as unknown as {
      axe: { run(root: Document | Element, options: object): Promise<{ violations: Violation[] }> };
    };
    // What lies behind an open dialog is out of reach, and dimmed.
    const dialog = document.querySelector('[role="dialog"]') ?? document;
    return (await axe.run(dialog, { runOnly: tags, resultTypes: ['violations'] })).violations;
  }, standards);
  const found = violations.map(({ id, help, nodes }) => ({
    id,
    help,
    where: nodes.map((node) => node.target.join(' ')).slice(0, 5),
  }));
  expect.soft(found, `accessibility of ${where}`).toEqual([]);
}
