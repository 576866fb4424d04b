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
  items: { version: number; media: { name: string | null; fileId: string | null }[] }[];
}

const identity = '460000199001010011';

journey(
  'a newcomer makes a form with a sensitive photo, it is filled without a network, and one who is allowed to sees the photo',
  async (people) => {
    const { sitsDown, phone, words, stage } = people;
    const desk = await sitsDown('centre-clerk', { purpose: 'case-work', colours: 'light' });
    const code = await makesAForm(desk, people);
    await publishes(desk, words, 1, 'PIA-2026-8');

    await phone.signsIn();
    await phone.keepsTheApp();
    await toForms(phone);
    await phone.button('Harbour round').waitFor({ timeout: settleMilliseconds });
    await phone.losesTheNetwork();
    await fills(phone, words, 'Pier 1');

    await addsAQuestion(desk, words);
    await publishes(desk, words, 2);
    await phone.findsTheNetwork();
    await toForms(phone);
    await phone.page
      .getByRole('button', { name: words.phone('forms.version', { version: 2 }) })
      .waitFor({ timeout: settleMilliseconds });
    await phone.losesTheNetwork();
    await fills(phone, words, 'Pier 2');
    await phone.findsTheNetwork();
    await haveArrived(code, people);

    await seesWhatIsSealed(desk, code, people);
    await findsEqualOnes(desk, words);
    const head = await Caller.signIn(stage.url, stage.accounts['centre-head'], 'case-work');
    const csv = await head.text(`forms/${code}/export?format=csv`);
    expect(csv.trim().split('\n')).toHaveLength(3);
    expect(csv).toContain('***');
    expect(csv).not.toContain(identity);
  },
  { language: 'en', limit: 600_000 },
);

const properties = (desk: Page) => desk.locator('.forms-properties');
const opensPart = (desk: Page, title: string) => properties(desk).locator('summary', { hasText: title }).click();

/** Eight questions and what a repeated one holds, as somebody does who reads the buttons. @returns the form's code */
async function makesAForm(desk: Page, { words, stage }: People): Promise<string> {
  await desk.goto(`${stage.url}/forms`);
  await desk.getByRole('button', { name: words.desk('forms.new') }).click();
  const dialog = desk.getByRole('dialog');
  await dialog.getByLabel(words.desk('forms.titleEn')).fill('Harbour round');
  await dialog.getByRole('button', { name: words.desk('forms.create') }).click();
  await desk.locator('.forms-desk').waitFor();
  await properties(desk).locator('textarea').nth(1).fill('Place');

  await adds(desk, words, 'choice', 'Any problem');
  const choice = (number: number) =>
    desk.getByLabel(`${words.desk('forms.choice', { number })} ${words.desk('forms.language.en')}`, { exact: true });
  await choice(1).fill('Yes');
  await choice(1).press('Enter');
  await choice(2).fill('No');
  await adds(desk, words, 'integer', 'Boats');
  await desk.getByLabel(words.desk('forms.least'), { exact: true }).fill('0');
  await desk.getByLabel(words.desk('forms.most'), { exact: true }).fill('60');
  await adds(desk, words, 'text', 'What problem');
  await asksOnlyWhen(desk, words);
  await adds(desk, words, 'repeat', 'Hazard');
  await adds(desk, words, 'text', 'What hazard', words.desk('forms.addInside', { name: 'Hazard' }));
  await adds(desk, words, 'photo', 'Wound', words.desk('forms.addAfter', { name: 'Hazard' }));
  await isOfAPerson(desk, words, 'sensitive');
  await adds(desk, words, 'text', 'Identity number');
  await isOfAPerson(desk, words, 'sensitive');
  await adds(desk, words, 'position', 'Where');
  await adds(desk, words, 'text', 'Telephone');
  await isOfAPerson(desk, words, 'personal');
  await desk.locator('#preview-telephone').waitFor();
  await desk.getByText(words.desk('forms.faultless')).waitFor();
  await expectAccessible(desk, 'the console: a whole form in the designer');
  return new URL(desk.url()).pathname.split('/').at(-1) ?? '';
}

/** Adds an item and goes on to write it: the hands stay on the keys. */
async function adds(
  desk: Page,
  words: Words,
  type: 'choice' | 'integer' | 'text' | 'repeat' | 'photo' | 'position',
  label: string,
  button = words.desk('forms.add'),
): Promise<void> {
  await desk.getByRole('button', { name: button, exact: true }).click();
  const item = desk.getByRole('menuitem', { name: words.desk(`forms.type.${type}`), exact: true });
  await item.waitFor();
  await item.press('Enter');
  await desk.waitForFunction(() => document.activeElement?.matches('.forms-properties .forms-pair textarea'));
  await desk.keyboard.press('Tab');
  await desk.keyboard.type(label);
  await desk.locator('.forms-outline li button[aria-current="true"]', { hasText: label }).waitFor();
}

/** By keys: a list that is still being placed may lie anywhere. What is chosen is the condition at once. */
async function asksOnlyWhen(desk: Page, words: Words): Promise<void> {
  await opensPart(desk, words.desk('forms.relevant'));
  const list = async (name: string, steps: number) => {
    const box = properties(desk).getByRole('combobox', { name, exact: true });
    await box.focus();
    await desk.keyboard.press('ArrowDown');
    await desk.locator('.ant-select-item-option-active').first().waitFor({ state: 'attached' });
    for (let step = 0; step < steps; step++) await desk.keyboard.press('ArrowDown');
    await desk.keyboard.press('Enter');
  };
  await list(words.desk('forms.helperField'), 1);
  await list(words.desk('forms.helperValue'), 0);
  const condition = properties(desk).getByLabel(words.desk('forms.expression'), { exact: true });
  await expect.poll(() => condition.inputValue()).toBe(`\${any_problem} = 'yes'`);
}

async function isOfAPerson(desk: Page, words: Words, sensitivity: 'personal' | 'sensitive'): Promise<void> {
  await opensPart(desk, words.desk('forms.personal'));
  await properties(desk)
    .locator('.ant-radio-wrapper', { hasText: words.desk(`forms.sensitivityHint.${sensitivity}`) })
    .click();
  await properties(desk)
    .getByLabel(`${words.desk('forms.purpose')} ${words.desk('forms.language.en')}`)
    .fill('To help');
}

/** With an answer from the start; and after another page of the console nothing of it is lost. */
async function addsAQuestion(desk: Page, words: Words): Promise<void> {
  await adds(desk, words, 'text', 'Weather');
  await opensPart(desk, words.desk('forms.more'));
  await desk.getByLabel(words.desk('forms.default'), { exact: true }).fill('fair');
  await desk.locator('#preview-weather').waitFor();
  await desk.getByRole('link', { name: words.desk('forms.back') }).click();
  await desk.getByText(words.desk('forms.savedOnLeave')).waitFor();
  await desk.getByRole('link', { name: 'Harbour round', exact: true }).click();
  await desk.locator('.forms-outline li button', { hasText: 'Weather' }).waitFor();
}

async function publishes(desk: Page, words: Words, version: number, assessment?: string): Promise<void> {
  const publish = words.desk('forms.publish');
  await desk.getByRole('button', { name: publish, exact: true }).click();
  const dialog = desk.getByRole('dialog');
  await dialog.getByText(words.desk('forms.publishAs', { version })).waitFor();
  if (assessment) await dialog.getByLabel(words.desk('forms.assessment')).fill(assessment);
  await dialog.getByRole('button', { name: publish, exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
  await desk.getByText(words.desk('forms.publishedAs', { version })).first().waitFor();
}

async function toForms(phone: Phone): Promise<void> {
  await phone.page.evaluate(() => {
    location.hash = '#/forms';
  });
  await phone.page.locator('.menu').waitFor();
}

async function fills(phone: Phone, words: Words, place: string): Promise<void> {
  const { page } = phone;
  await phone.button('Harbour round').click();
  await page.locator('#form-place-input').fill(place);
  await page.locator('#form-any_problem').getByRole('radio', { name: 'No' }).check();
  await expect.poll(() => page.locator('#form-what_problem').count(), settles).toBe(0);
  await page.locator('#form-boats-input').fill('61');
  await page.locator('#form-wound input[type=file]').setInputFiles(await drawnPhoto(page));
  await page.locator('img.form-media').waitFor();
  await page.locator('#form-identity_number-input').fill(identity);
  await page.getByRole('button', { name: words.phone('report.send') }).click();
  // One boat too many: it is led to.
  await page.waitForFunction(() => document.activeElement?.id === 'form-boats-input');
  await page.locator('#form-boats-input').fill('60');
  await page.getByRole('button', { name: words.phone('report.send') }).click();
  await page.locator('.menu').waitFor();
}

/** Both versions, each with its picture, of which nothing but that it is there is told. */
async function haveArrived(code: string, { stage }: People): Promise<void> {
  const clerk = await Caller.signIn(stage.url, stage.accounts['centre-clerk'], 'case-work');
  const received = async () => {
    const { items } = await clerk.get<Received>(`forms/${code}/submissions`);
    return items.map(({ version, media }) => [version, media.map(({ name, fileId }) => [name, fileId !== null])]);
  };
  const one = [[null, true]];
  await expect.poll(received, { timeout: settleMilliseconds }).toEqual([
    [2, one],
    [1, one],
  ]);
}

/** Asked for with a purpose and a case, consented to by somebody else, and looked at. */
async function seesWhatIsSealed(desk: Page, code: string, { words, stage }: People): Promise<void> {
  const clerk = await Caller.signIn(stage.url, stage.accounts['centre-clerk'], 'case-work');
  await clerk.post('cases', {
    origin: 'patrol',
    title: 'Hurt at the pier',
    position: { latitude: 19.99, longitude: 110.07 },
  });
  await desk.goto(`${stage.url}/forms/${code}/submissions`);
  await desk.locator('tbody .forms-open').first().click();
  const drawer = desk.getByRole('dialog');
  await drawer.getByText(words.desk('forms.sealedPhoto')).waitFor();
  await expect.poll(() => drawer.locator('img').count(), settles).toBe(0);
  await desk.getByRole('button', { name: words.desk('forms.ask'), exact: true }).click();
  const dialog = desk.getByRole('dialog', { name: words.desk('forms.ask') });
  await dialog.getByRole('checkbox', { name: 'Wound' }).check();
  await dialog.getByRole('radio', { name: words.desk('forms.unmaskPurpose.assistance') }).check();
  await dialog.getByLabel(words.desk('forms.askCase')).pressSequentially('Hurt');
  await desk.locator('.ant-select-item-option-active', { hasText: 'Hurt at the pier' }).waitFor({ state: 'attached' });
  await desk.keyboard.press('Enter');
  await dialog.getByLabel(words.desk('forms.askReason')).fill('To tell the doctor');
  await dialog.getByRole('button', { name: words.desk('forms.askSend'), exact: true }).click();
  await dialog.waitFor({ state: 'detached' });

  const head = await Caller.signIn(stage.url, stage.accounts['centre-head'], 'case-work');
  const { items } = await head.get<{ items: { id: string; reason: string }[] }>('unmask-requests?waiting=true');
  const mine = items.find(({ reason }) => reason === 'To tell the doctor');
  await head.post(`unmask-requests/${mine?.id}/consent`, {});

  await desk.reload();
  await desk.getByRole('button', { name: words.desk('forms.reveal'), exact: true }).click();
  await desk.locator('mark').getByRole('button').click();
  await desk.waitForFunction(
    () => (document.querySelector<HTMLImageElement>('mark img.forms-media')?.naturalWidth ?? 0) > 0,
  );
  await expectAccessible(desk, 'the console: an opened picture');
  await desk.keyboard.press('Escape');
}

/** Both forms have the same number sealed; it is found without being opened. */
async function findsEqualOnes(desk: Page, words: Words): Promise<void> {
  await desk.getByRole('button', { name: words.desk('forms.match'), exact: true }).click();
  const dialog = desk.getByRole('dialog', { name: words.desk('forms.match') });
  await dialog.getByLabel(words.desk('forms.matchValue')).fill(identity);
  await dialog.getByRole('radio', { name: words.desk('forms.unmaskPurpose.data-subject') }).check();
  await dialog.getByRole('button', { name: words.desk('forms.matchLook'), exact: true }).click();
  await dialog.getByText(words.desk('forms.matchFound', { count: 2 })).waitFor();
  await expectAccessible(desk, 'the console: equal sealed answers');
}
