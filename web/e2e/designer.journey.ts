import { uuidV7 } from '@fourfold/api';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { expectAccessible } from './stage/accessible.ts';
import { Caller } from './stage/Caller.ts';
import { journey, type People } from './stage/journey.ts';
import { settles } from './stage/waits.ts';
import type { Words } from './stage/words.ts';
import { workbook } from './stage/workbook.ts';

const rows = (desk: Page) => desk.locator('.forms-outline li button .forms-row-label');

journey(
  'a form is made from a workbook and by keys, and of two who save a person picks',
  async ({ sitsDown, words, stage }) => {
    const desk = await sitsDown('centre-clerk', { purpose: 'case-work' });
    await desk.goto(`${stage.url}/forms`);
    await readsAWorkbook(desk, words);
    await desk.locator('.forms-desk').waitFor();
    await expect.poll(() => rows(desk).allTextContents(), settles).toEqual(['Wharf', 'Goods', 'What goods']);

    await rows(desk).first().click();
    await desk.keyboard.press('Alt+ArrowDown');
    await expect.poll(() => rows(desk).allTextContents(), settles).toEqual(['Goods', 'Wharf', 'What goods']);
    await desk.keyboard.press('Delete');
    await expect.poll(() => rows(desk).allTextContents(), settles).toEqual(['Goods', 'What goods']);
    await desk.keyboard.press('Control+z');
    await desk.keyboard.press('Control+z');
    await expect.poll(() => rows(desk).allTextContents(), settles).toEqual(['Wharf', 'Goods', 'What goods']);

    // By mouse the same, behind the one it is let go on the lower half of.
    const last = desk.locator('.forms-outline li button').last();
    await rows(desk)
      .first()
      .dragTo(last, { targetPosition: { x: 20, y: 40 } });
    await expect.poll(() => rows(desk).allTextContents()).toEqual(['Goods', 'What goods', 'Wharf']);
    await desk.keyboard.press('Control+z');

    await leadsToAFault(desk, words);
    await isNotTheFirstToSave(desk, await Caller.signIn(stage.url, stage.accounts['centre-head'], 'case-work'), words);
  },
  { language: 'en' },
);

/** The third question refers to the second; a column that is of no use is named. */
async function readsAWorkbook(desk: Page, words: Words): Promise<void> {
  await desk.getByRole('button', { name: words.desk('forms.new') }).click();
  const dialog = desk.getByRole('dialog');
  await dialog.getByText(words.desk('forms.from.workbook'), { exact: true }).click();
  const survey = [
    ['type', 'name', 'label::English (en)', 'relevant', 'appearance'],
    ['text', 'wharf', 'Wharf', '', 'minimal'],
    ['select_one yn', 'goods', 'Goods', '', ''],
    ['text', 'what_goods', 'What goods', `\${goods} = 'y'`, ''],
  ];
  const choices = [
    ['list_name', 'name', 'label::English (en)'],
    ['yn', 'y', 'Yes'],
    ['yn', 'n', 'No'],
  ];
  const settings = [
    ['form_id', 'form_title'],
    ['wharf_goods', 'Goods at the wharf'],
  ];
  await dialog.getByLabel(words.desk('forms.workbook'), { exact: true }).setInputFiles({
    name: 'wharf.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: workbook({ survey, choices, settings }),
  });
  await dialog.getByText('survey!E1').waitFor();
  await dialog.getByRole('button', { name: words.desk('forms.create') }).click();
}

/** A condition that refers to nothing: said with its column, and led to from the list. */
async function leadsToAFault(desk: Page, words: Words): Promise<void> {
  await rows(desk).last().click();
  const condition = desk.locator('.forms-properties .forms-expression').first();
  await condition.fill(`\${gone} = 'y'`);
  const fault = desk.locator('.forms-faults button').first();
  await fault.waitFor();
  await rows(desk).first().click();
  await fault.click();
  await desk.waitForFunction(() => document.activeElement?.classList.contains('forms-expression'));
  await expect.poll(() => desk.locator('.forms-column mark').textContent(), settles).toBe(`\${gone}`);
  await expectAccessible(desk, 'the console: a fault in the designer');
  await expect
    .poll(() => desk.getByRole('button', { name: words.desk('forms.publish'), exact: true }).isDisabled(), settles)
    .toBe(true);
  await condition.fill(`\${goods} = 'y'`);
  await desk.getByText(words.desk('forms.faultless')).waitFor();
}

async function isNotTheFirstToSave(desk: Page, colleague: Caller, words: Words): Promise<void> {
  const draft = await colleague.get<{ revision: number; spec: { title: object } }>('forms/wharf_goods/draft');
  const theirs = { ...draft.spec, title: { zh: 'Theirs', en: 'Theirs' } };
  await colleague.put('forms/wharf_goods/draft', { spec: theirs, revision: draft.revision });
  await rows(desk).first().click();
  await desk.locator('.forms-properties textarea').nth(1).fill('Which wharf');
  await desk.getByRole('button', { name: words.desk('forms.save') }).click();
  const dialog = desk.getByRole('dialog');
  await dialog.getByText('Theirs', { exact: false }).first().waitFor();
  await expectAccessible(desk, 'the console: two drafts');
  await dialog.getByRole('button', { name: words.desk('forms.takeTheirs') }).click();
  await desk.getByRole('heading', { name: 'Theirs' }).waitFor();
  // Nothing of ours is lost: it is one step back, and now goes on top of theirs.
  await desk.getByRole('button', { name: words.desk('forms.undo') }).click();
  await rows(desk).filter({ hasText: 'Which wharf' }).waitFor();
  await desk.getByRole('button', { name: words.desk('forms.save') }).click();
  await desk.getByText(words.desk('forms.saved'), { exact: false }).first().waitFor();
  await expect
    .poll(async () => JSON.stringify((await colleague.get<{ spec: object }>('forms/wharf_goods/draft')).spec))
    .toContain('Which wharf');
}

journey(
  'a sensitive answer is masked, asked for, consented to by somebody else, and seen',
  async (people) => {
    const { sitsDown, words, stage } = people;
    const desk = await sitsDown('centre-clerk', { purpose: 'case-work' });
    const code = await makesASensitiveForm(desk, people);
    const worker = await Caller.signIn(stage.url, stage.accounts.responder, 'field-work');
    const id = uuidV7(Date.now());
    const filledAt = new Date().toISOString();
    const forResident = { consent: true, name: 'Lin', phone: '0898 6660 0001' };
    const answers = { health: 'Diabetes' };
    await worker.post(`forms/${code}/submissions`, { id, version: 1, filledAt, answers, forResident });
    const clerk = await Caller.signIn(stage.url, stage.accounts['centre-clerk'], 'case-work');
    const position = { latitude: 19.99, longitude: 110.07 };
    await clerk.post('cases', { origin: 'patrol', title: 'Fell at home', position });

    await desk.goto(`${stage.url}/forms/${code}/submissions`);
    await desk.locator('tbody .forms-masked').waitFor();
    await expect.poll(() => desk.getByText('Diabetes').count(), settles).toBe(0);
    await expect.poll(() => desk.getByText('6660').count(), settles).toBe(0);
    await asks(desk, words);

    const head = await sitsDown('centre-head', { purpose: 'case-work' });
    await head.goto(`${stage.url}/forms/unmask-requests`);
    // Pressed twice is asked once; who decides reads words, not codes.
    const asked = head.locator('tbody tr', { hasText: 'To call a doctor' });
    await asked.first().waitFor();
    await expect.poll(() => asked.count()).toBe(1);
    await asked.getByText('健康走访', { exact: true }).waitFor();
    await asked.getByText('Health', { exact: true }).waitFor();
    await expectAccessible(head, 'the console: requests');
    await head.getByRole('button', { name: words.desk('forms.consent'), exact: true }).click();
    await head.getByText('To call a doctor').waitFor({ state: 'detached' });

    await desk.reload();
    await desk.getByRole('button', { name: words.desk('forms.reveal'), exact: true }).click();
    await desk.locator('mark', { hasText: 'Diabetes' }).waitFor();
    await desk.locator('mark', { hasText: 'Lin · 0898 6660 0001' }).waitFor();
    await expectAccessible(desk, 'the console: an opened answer');
  },
  { language: 'en' },
);

/** One question, whose answer is sensitive: not published before its assessment has a number. */
async function makesASensitiveForm(desk: Page, { words, stage }: People): Promise<string> {
  await desk.goto(`${stage.url}/forms`);
  await desk.getByRole('button', { name: words.desk('forms.new') }).click();
  // What spells Chinese is fetched first: there is time to press again.
  await desk.getByRole('dialog').getByLabel(words.desk('forms.titleZh')).fill('健康走访');
  await desk
    .getByRole('dialog')
    .getByRole('button', { name: words.desk('forms.create') })
    .dblclick();
  await desk.locator('.forms-desk').waitFor();
  const properties = desk.locator('.forms-properties');
  await properties.locator('textarea').nth(1).fill('Health');
  await properties.getByText(words.desk('forms.personal'), { exact: true }).click();
  await properties.getByText(words.desk('forms.sensitivity.sensitive'), { exact: false }).first().click();
  await properties.getByLabel(`${words.desk('forms.purpose')} ${words.desk('forms.language.en')}`).fill('To help');
  await desk.locator('#preview-health').waitFor();
  await desk.getByText(words.desk('forms.faultless')).waitFor();
  const publish = words.desk('forms.publish');
  await desk.getByRole('button', { name: publish, exact: true }).click();
  const dialog = desk.getByRole('dialog');
  const submit = dialog.getByRole('button', { name: publish, exact: true });
  await expect.poll(() => submit.isDisabled(), settles).toBe(true);
  await dialog.getByLabel(words.desk('forms.assessment')).fill('PIA-2026-7');
  await expectAccessible(desk, 'the console: publishing');
  await submit.click();
  await dialog.waitFor({ state: 'hidden' });
  await desk
    .getByText(words.desk('forms.publishedAs', { version: 1 }))
    .first()
    .waitFor();
  const code = new URL(desk.url()).pathname.split('/').at(-1) ?? '';
  // Pressed twice is made once.
  const clerk = await Caller.signIn(stage.url, stage.accounts['centre-clerk'], 'case-work');
  const { items } = await clerk.get<{ items: { code: string }[] }>('forms?all=true');
  expect(items.map((form) => form.code).filter((one) => one.startsWith('jian_kang_zou_fang'))).toEqual([code]);
  return code;
}

async function asks(desk: Page, words: Words): Promise<void> {
  await desk.locator('tbody .forms-open').first().click();
  await desk.getByRole('button', { name: words.desk('forms.ask'), exact: true }).click();
  const dialog = desk.getByRole('dialog', { name: words.desk('forms.ask') });
  await dialog.getByRole('checkbox').first().check();
  await dialog.getByRole('checkbox', { name: words.desk('forms.residentContact') }).check();
  await dialog.getByRole('radio', { name: words.desk('forms.unmaskPurpose.assistance') }).check();
  // By key: a list that is still being fetched may lie anywhere.
  await dialog.getByLabel(words.desk('forms.askCase')).pressSequentially('Fell');
  await desk.locator('.ant-select-item-option-active', { hasText: 'Fell at home' }).waitFor({ state: 'attached' });
  await desk.keyboard.press('Enter');
  await dialog.getByLabel(words.desk('forms.askReason')).fill('To call a doctor');
  await dialog.getByRole('button', { name: words.desk('forms.askSend'), exact: true }).dblclick();
  await dialog.waitFor({ state: 'detached' });
}
