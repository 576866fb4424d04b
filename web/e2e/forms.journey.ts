import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { expectAccessible } from './stage/accessible.ts';
import { Caller } from './stage/Caller.ts';
import { journey, type People } from './stage/journey.ts';
import { drawnPhoto } from './stage/media.ts';
import type { Phone } from './stage/Phone.ts';
import { settleMilliseconds, settles } from './stage/waits.ts';
import type { Words } from './stage/words.ts';

interface Received {
  items: { id: string; version: number; answers: Record<string, unknown>; media: { fileId: string | null }[] }[];
}

journey(
  'a clerk makes a form, a phone fills two of its versions without a network, and each arrives once',
  async (people) => {
    const { sitsDown, phone, words, stage } = people;
    const desk = await sitsDown('centre-clerk', { purpose: 'case-work' });
    const code = await makesAForm(desk, people);
    await publishes(desk, words, 1);

    await phone.signsIn();
    await phone.keepsTheApp();
    await opens(phone, 'forms');
    await phone.button('Pier check').waitFor({ timeout: settleMilliseconds });
    await phone.isAccessible('forms');
    await atNight(phone, words);
    await phone.losesTheNetwork();
    await beginsTheOldVersion(phone, words);
    // The system throws the page away in the middle of it: nothing is lost.
    await phone.restarts();
    await opens(phone, 'forms');
    await phone.page.getByRole('link', { name: 'Pier check' }).click();
    await expect.poll(() => phone.page.locator('#form-place-input').inputValue(), settles).toBe('Pier 1');
    await phone.page.locator('img.form-media').waitFor();
    await choosesBetweenTwoTabs(phone, words);

    await addsAQuestion(desk, words);
    await publishes(desk, words, 2);
    await fetchesTheNewVersion(phone, words);

    await handsInTheOld(phone, words);
    await fillsTheNew(phone, words);
    await opens(phone, 'outbox');
    await phone.page.getByText(words.phone('outbox.title', { count: 2 })).waitFor();
    await phone.isAccessible('outbox, at night');
    await phone.findsTheNetwork();
    await phone.page
      .locator('.strip', { hasText: words.phone('strip.clear') })
      .waitFor({ timeout: settleMilliseconds });

    const clerk = await Caller.signIn(stage.url, stage.accounts['centre-clerk'], 'case-work');
    await arrivedOnce(clerk, code);
    await seesBoth(desk, stage.url, code);
    await exportsThem(await Caller.signIn(stage.url, stage.accounts['centre-head'], 'case-work'), code);
    await saysThatItIsClosed(phone, clerk, code, words);
  },
  { language: 'en', limit: 480_000 },
);

const field = (page: Page, name: string) => page.locator('.forms-properties').getByLabel(name, { exact: true });

/** From a template, in a few steps. @returns its code, which comes from its title */
async function makesAForm(desk: Page, { words, stage }: People): Promise<string> {
  await desk.goto(`${stage.url}/forms`);
  await desk.getByRole('button', { name: words.desk('forms.new') }).click();
  const dialog = desk.getByRole('dialog');
  await dialog.getByText(words.desk('forms.from.check'), { exact: true }).click();
  await dialog.getByLabel(words.desk('forms.titleEn')).fill('Pier check');
  await expectAccessible(desk, 'the console: a new form');
  await dialog.getByRole('button', { name: words.desk('forms.create') }).click();
  await desk.locator('.forms-desk').waitFor();
  await desk.locator('.forms-phone .form-question').first().waitFor();
  await expectAccessible(desk, 'the console: the designer');
  return new URL(desk.url()).pathname.split('/').at(-1) ?? '';
}

/** A required question at the end, seen on the preview before it is given out. */
async function addsAQuestion(desk: Page, words: Words): Promise<void> {
  await desk.locator('.forms-outline li button').last().click();
  await desk.getByRole('button', { name: words.desk('forms.add') }).click();
  await desk.getByRole('menuitem', { name: words.desk('forms.type.integer') }).click();
  // The panel of the one before has the same fields.
  await desk.locator('.forms-properties textarea:focus').waitFor();
  const english = `${words.desk('forms.label')} ${words.desk('forms.language.en')}`;
  await field(desk, english).fill('How many boats');
  await desk.getByLabel(words.desk('forms.must'), { exact: true }).click();
  await desk.locator('.forms-phone').getByText('How many boats').waitFor();
  // What nobody named is named by its words.
  await desk.locator('#preview-how_many_boats').waitFor();
}

async function publishes(desk: Page, words: Words, version: number): Promise<void> {
  const publish = words.desk('forms.publish');
  await desk.getByRole('button', { name: publish, exact: true }).click();
  const dialog = desk.getByRole('dialog');
  await dialog.getByText(words.desk('forms.publishAs', { version })).waitFor();
  await dialog.getByRole('button', { name: publish, exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
  await desk.getByText(words.desk('forms.publishedAs', { version })).first().waitFor();
}

async function opens(phone: Phone, page: 'today' | 'forms' | 'outbox' | 'me'): Promise<void> {
  await phone.page.evaluate((to) => {
    location.hash = `#/${to}`;
  }, page);
  await phone.page.locator('.menu').waitFor();
}

/** Dark colours from here on: every page is read in them. */
async function atNight(phone: Phone, words: Words): Promise<void> {
  await opens(phone, 'me');
  await phone.tap(words.phone('me.colours.dark'));
  await phone.isAccessible('me, at night');
  await opens(phone, 'today');
  await phone.isAccessible('today, at night');
  await opens(phone, 'forms');
}

const chooses = (page: Page, question: string, answer: string) =>
  page.locator(`#form-${question}`).getByRole('radio', { name: answer }).check();

async function beginsTheOldVersion(phone: Phone, words: Words): Promise<void> {
  const { page } = phone;
  await phone.button('Pier check').click();
  await page.locator('#form-place-input').fill('Pier 1');
  await page.locator('#form-position').getByRole('button').click();
  await chooses(page, 'result', 'A problem');
  await page.locator('#form-photo input[type=file]').setInputFiles(await drawnPhoto(page));
  await page.locator('img.form-media').waitFor();
  await page.getByRole('button', { name: words.phone('report.send') }).click();
  // The text of the problem is missing: it is led to.
  await page.waitForFunction(() => document.activeElement?.id === 'form-problem-input');
  await phone.isAccessible('a form with a fault');
}

/** The same draft in a second tab: neither overwrites the other unseen, and the person says which one stays. */
async function choosesBetweenTwoTabs({ page }: Phone, words: Words): Promise<void> {
  const other = await page.context().newPage();
  await other.goto(page.url());
  const place = (tab: Page) => tab.locator('#form-place-input');
  const strip = (tab: Page) => tab.locator('.strip', { hasText: words.phone('forms.elsewhere') });
  await place(other).fill('Pier 2');
  await strip(page).waitFor();
  await expect
    .poll(() => page.getByRole('button', { name: words.phone('report.send') }).isDisabled(), settles)
    .toBe(true);
  await expectAccessible(page, 'the phone: a form that another tab has changed');
  await strip(page)
    .getByRole('button', { name: words.phone('forms.takeTheirs') })
    .click();
  await expect.poll(() => place(page).inputValue(), settles).toBe('Pier 2');
  await strip(page).waitFor({ state: 'hidden' });
  await place(page).fill('Pier 1');
  await strip(other).waitFor();
  await place(other).fill('Pier 3');
  await strip(other)
    .getByRole('button', { name: words.phone('forms.keepMine') })
    .click();
  await strip(page).waitFor();
  await page.getByRole('button', { name: words.phone('forms.keepMine') }).click();
  await strip(page).waitFor({ state: 'hidden' });
  await strip(other).waitFor();
  await other.close();
}

async function fetchesTheNewVersion(phone: Phone, words: Words): Promise<void> {
  await phone.findsTheNetwork();
  await opens(phone, 'forms');
  await phone.page
    .getByRole('button', { name: words.phone('forms.version', { version: 2 }) })
    .waitFor({ timeout: settleMilliseconds });
  await phone.losesTheNetwork();
}

/** The half-written one goes on in the version it was begun with. */
async function handsInTheOld(phone: Phone, words: Words): Promise<void> {
  const { page } = phone;
  await page.getByRole('link', { name: 'Pier check' }).click();
  await page.locator('#form-problem-input').fill('The light is out');
  await expect.poll(() => page.locator('#form-how_many_boats').count(), settles).toBe(0);
  await page.getByText(words.phone('forms.older', { version: 1, newer: 2 })).waitFor();
  await page.getByRole('button', { name: words.phone('report.send') }).click();
  await page.locator('.menu').waitFor();
}

async function fillsTheNew(phone: Phone, words: Words): Promise<void> {
  const { page } = phone;
  await phone.button('Pier check').click();
  await page.locator('#form-place-input').fill('Pier 2');
  await chooses(page, 'result', 'Fine');
  await page.locator('#form-how_many_boats-input').fill('4');
  await page.getByRole('button', { name: words.phone('report.send') }).click();
  await page.locator('.menu').waitFor();
}

async function arrivedOnce(clerk: Caller, code: string): Promise<void> {
  const { items } = await clerk.get<Received>(`forms/${code}/submissions`);
  const told = items.map(({ version, answers, media }) => [
    version,
    answers.place,
    media.map(({ fileId }) => !!fileId),
  ]);
  expect(told.sort()).toEqual([
    [1, 'Pier 1', [true]],
    [2, 'Pier 2', []],
  ]);
  expect(items.find(({ version }) => version === 2)?.answers).toEqual({
    place: 'Pier 2',
    result: 'fine',
    how_many_boats: 4,
  });
}

async function seesBoth(desk: Page, url: string, code: string): Promise<void> {
  await desk.goto(`${url}/forms/${code}/submissions`);
  await desk.locator('tbody tr.ant-table-row').nth(1).waitFor();
  await expectAccessible(desk, 'the console: what came in');
  await desk.locator('tbody .forms-open').last().click();
  await desk.getByRole('dialog').getByText('The light is out').waitFor();
  await expectAccessible(desk, 'the console: a filled form');
}

async function exportsThem(head: Caller, code: string): Promise<void> {
  const csv = await head.text(`forms/${code}/export?format=csv`);
  expect(csv.trim().split('\n')).toHaveLength(3);
  expect(csv).toContain('Pier 2');
}

/** A form that was taken out of use while somebody was at it: what is written stays, and is not handed in. */
async function saysThatItIsClosed(phone: Phone, clerk: Caller, code: string, words: Words): Promise<void> {
  const { page } = phone;
  await opens(phone, 'forms');
  await phone.button('Pier check').click();
  await page.locator('#form-place-input').fill('Pier 3');
  await clerk.send(`forms/${code}/retire`);
  await phone.losesTheNetwork();
  await phone.findsTheNetwork();
  await page.getByText(words.phone('forms.closedHint')).waitFor({ timeout: settleMilliseconds });
  await expect
    .poll(() => page.getByRole('button', { name: words.phone('report.send') }).isDisabled(), settles)
    .toBe(true);
  await expect.poll(() => page.locator('#form-place-input').inputValue(), settles).toBe('Pier 3');
}
