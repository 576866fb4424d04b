import type { Page } from 'playwright-core';
import { expectAccessible } from './stage/accessible.ts';
import { journey, type People } from './stage/journey.ts';
import type { SeatOptions } from './stage/sitDown.ts';

type Colours = NonNullable<SeatOptions['colours']>;

/** Contrast hangs on the colours, names on the language: each of both is walked once. */
const walks: readonly { language: 'zh' | 'en'; colours: Colours }[] = [
  { language: 'zh', colours: 'dark' },
  { language: 'en', colours: 'light' },
];

for (const { language, colours } of walks) {
  journey(
    `every page and dialog of the console is accessible (${language}, ${colours})`,
    async (people) => {
      await entries(people, colours);
      await watch(people, colours);
      await settings(people, colours);
      await forms(people, colours);
    },
    { language },
  );
}

/** Without a session: signing in, setting up. */
async function entries({ sitsDown, stage }: People, colours: Colours): Promise<void> {
  const page = await sitsDown('duty-officer', { colours });
  await page.context().clearCookies();
  await visit(page, stage.url, '/', '.entry-card');
  await visit(page, stage.url, '/setup', '.entry-card, .state-card');
  await page.context().close();
}

async function watch({ sitsDown, stage, words }: People, colours: Colours): Promise<void> {
  const page = await sitsDown('duty-officer', { colours });
  await visit(page, stage.url, '/sea', '.live-button[data-state="fresh"]');
  await page.getByRole('button', { name: words.desk('map.table') }).click();
  await page.locator('.table-panel tbody tr').first().waitFor();
  await expectAccessible(page, 'the console: vessel table');
  await page.locator('.table-panel tbody button').first().click();
  await page.locator('.dossier .pairs').waitFor();
  await expectAccessible(page, 'the console: a vessel');
  await page.getByRole('button', { name: words.desk('map.zones') }).click();
  await page.getByRole('button', { name: words.desk('zone.new') }).click();
  await page.locator('#zone-name').waitFor();
  await expectAccessible(page, 'the console: a zone');
  for (const opener of [page.getByRole('button', { name: words.desk('keys.short') }), page.locator('.top-purpose')]) {
    await opener.click();
    await page.getByRole('dialog').waitFor();
    await expectAccessible(page, 'the console: keys, purpose');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  }
  await visit(page, stage.url, '/cases?scope=all', '.page table, .page .state-card');
  await visit(page, stage.url, '/nowhere', '.state-card');
  await page.context().close();
}

const row = '.settings tbody tr.ant-table-row';
const sections = [
  { role: 'shift-lead', purpose: 'sea-watch', path: 'rules', ready: '.rule', dialog: 'rule.change' },
  { role: 'administrator', purpose: 'administration', path: 'feeds', ready: row, dialog: 'feed.add' },
  { role: 'administrator', purpose: 'administration', path: 'sensors', ready: '.settings table', dialog: 'sensor.add' },
  { role: 'administrator', purpose: 'administration', path: 'people', ready: row, dialog: 'people.add' },
  { role: 'administrator', purpose: 'administration', path: 'units', ready: row, dialog: 'unit.add' },
  { role: 'administrator', purpose: 'administration', path: 'outbox', ready: '.settings table', dialog: null },
  { role: 'administrator', purpose: 'administration', path: 'jobs', ready: row, dialog: null },
  { role: 'administrator', purpose: 'administration', path: 'audit', ready: '.settings .state-card', dialog: null },
  { role: 'security-officer', purpose: 'security', path: 'api-keys', ready: '.settings table', dialog: 'key.add' },
  { role: 'auditor', purpose: 'audit', path: 'audit', ready: row, dialog: null },
] as const;

/** Every section for the role that may use it, with the dialog it adds things by; one of them for a role that may not. */
async function settings({ sitsDown, stage, words }: People, colours: Colours): Promise<void> {
  const seats = new Map<string, Page>();
  for (const { role, purpose, path, ready, dialog } of sections) {
    const page = seats.get(role) ?? (await sitsDown(role, { colours, purpose }));
    seats.set(role, page);
    await visit(page, stage.url, `/settings/${path}`, ready);
    if (!dialog) continue;
    await page
      .getByRole('button', { name: words.desk(dialog) })
      .first()
      .click();
    await page.locator('[role="dialog"], .rule-form').first().waitFor();
    await expectAccessible(page, `the console: ${dialog}`);
  }
}

/** The list, a new form in the designer, what came in for it, and what was asked to be seen. */
async function forms({ sitsDown, stage, words }: People, colours: Colours): Promise<void> {
  const page = await sitsDown('centre-head', { colours, purpose: 'case-work' });
  await visit(page, stage.url, '/forms', '.forms .state-card, .forms table');
  await page.getByRole('button', { name: words.desk('forms.new') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(words.desk('forms.from.visit'), { exact: true }).click();
  await dialog.getByLabel(words.desk('forms.titleEn')).fill('Round');
  await expectAccessible(page, 'the console: a new form');
  await dialog.getByRole('button', { name: words.desk('forms.create') }).click();
  await page.locator('.forms-phone .form-question').first().waitFor();
  for (const part of await page.locator('.forms-properties summary').all()) await part.click();
  await expectAccessible(page, 'the console: the designer');
  await page.locator('.forms-outline li button').nth(2).click();
  await page.locator('.forms-choices').waitFor();
  await expectAccessible(page, 'the console: choices in the designer');
  await page.getByRole('button', { name: words.desk('forms.wholeForm') }).click();
  await expectAccessible(page, 'the console: the form as a whole');
  await visit(page, stage.url, `${new URL(page.url()).pathname}/submissions`, '.forms .state-card');
  await visit(page, stage.url, '/forms/unmask-requests', '.forms .state-card, .forms table');
  await visit(page, stage.url, '/forms/declared-emergencies', '.forms .state-card, .forms table');
  await page.getByRole('button', { name: words.desk('emergency.declare') }).click();
  await page.getByRole('dialog').waitFor();
  await expectAccessible(page, 'the console: an emergency');
  await visit(page, stage.url, '/forms', '.forms table');
  await page.getByRole('button', { name: words.desk('collect.title') }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: words.desk('collect.make') })
    .click();
  await page.getByRole('dialog').getByText(words.desk('collect.once')).waitFor();
  await expectAccessible(page, 'the console: ODK Collect');
  await visit(page, stage.url, '/ledgers', '.ledgers table');
  const folder = process.env.FOURFOLD_JOURNEY_SCENES;
  if (folder) await page.screenshot({ path: `${folder}/ledgers-${colours}.png` });
  await page.context().close();
}

async function visit(page: Page, url: string, path: string, ready: string): Promise<void> {
  await page.goto(`${url}${path}`);
  await page.locator(ready).first().waitFor();
  await expectAccessible(page, `the console: ${path}`);
}
