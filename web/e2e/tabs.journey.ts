import { expect } from 'vitest';
import { Caller } from './stage/Caller.ts';
import { journey } from './stage/journey.ts';
import { settles } from './stage/waits.ts';

journey('one report open in two tabs is sent twice only by a person who says that it is two', async (people) => {
  const { phone, words, stage } = people;
  await phone.signsIn('grid-worker');
  const first = phone.page;
  const second = await first.context().newPage();
  await second.goto(`${stage.url}/field/#/tell`);
  await first.evaluate(() => {
    location.hash = '#/tell';
  });
  for (const [page, text] of [
    [first, 'The lamp by the pier'],
    [second, 'The bench by the pier'],
  ] as const) {
    await page.getByText(words.phone('told.damage'), { exact: true }).click();
    await page.getByLabel(words.phone('tell.text')).fill(text);
  }
  const send = (page: typeof first) => page.getByRole('button', { name: words.phone('tell.send') });
  await send(first).click();
  await first.locator('.menu').waitFor();
  // The other tab says so, keeps its words on the screen, and sends nothing by itself.
  await second.getByText(words.phone('tell.elsewhere')).waitFor();
  expect(await send(second).isDisabled()).toBe(true);
  expect(await second.getByLabel(words.phone('tell.text')).inputValue()).toBe('The bench by the pier');
  const worker = await Caller.signIn(stage.url, stage.accounts['grid-worker'], 'field-work');
  const reported = async () =>
    (await worker.text('cases/reported')).match(/The (lamp|bench) by the pier/g)?.sort() ?? [];
  await expect.poll(reported, settles).toEqual(['The lamp by the pier']);
  await second.getByRole('button', { name: words.phone('tell.another') }).click();
  await send(second).click();
  await second.locator('.menu').waitFor();
  await expect.poll(reported, settles).toEqual(['The bench by the pier', 'The lamp by the pier']);
});
