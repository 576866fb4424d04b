import { expect } from 'vitest';
import { journey } from './stage/journey.ts';
import { Watch } from './stage/Watch.ts';
import { settles } from './stage/waits.ts';

// Alerts are only looked at here, or dismissed and taken back: the loop's journeys need them.

journey('the watch is kept by single keys, and none acts while one types', async ({ sitsDown, words, stage }) => {
  const watch = new Watch(await sitsDown('duty-officer'), words, stage);
  await watch.opens();
  await watch.seesAnAlert();

  await watch.press('j');
  await watch.seesTheDossier();
  await watch.press('d');
  await watch.isAsked(words.desk('verb.cancel'));
  await watch.press('Enter');
  await watch.isAskedNothing();

  await watch.press('x');
  await watch.isAsked();
  await watch.press('2', 'Enter');
  await watch.isAskedNothing();
  await watch.hears('act.dismissed');
  await watch.press('z');
  await watch.hears('act.undone');
  await watch.seesTheDossier();

  await watch.press('m');
  await watch.page.locator('.top-sound', { hasText: /0[12]:\d\d/ }).waitFor();
  await watch.press('?');
  await watch.isAsked();
  await watch.press('Escape');
  await watch.isAskedNothing();

  await watch.press('/');
  await watch.page.keyboard.type('xzm?');
  await expect.poll(() => watch.page.getByLabel(words.desk('find.label')).inputValue(), settles).toBe('xzm?');
  await expect.poll(() => watch.page.getByRole('dialog').count(), settles).toBe(0);
});

journey('an address with an alert in it opens the chart where that is', async ({ sitsDown, words, stage }) => {
  const watch = new Watch(await sitsDown('duty-officer'), words, stage);
  await watch.opens();
  await watch.seesAnAlert();
  await watch.press('j');
  await watch.seesTheDossier();
  const near = await watch.kilometresOfScale();

  // The land comes last, and must not take the chart away to the whole island.
  const { letGo } = await watch.holdsTheLandBack();
  await watch.page.reload();
  await watch.seesTheDossier();
  await expect.poll(() => watch.kilometresOfScale(), settles).toBeLessThanOrEqual(near);
  await letGo();
  await watch.seesTheLand();
  expect(await watch.kilometresOfScale()).toBeLessThanOrEqual(near);
});

journey(
  'a zone is drawn by mouse, changed by number, and deleted',
  async ({ sitsDown, words, stage }) => {
    const watch = new Watch(await sitsDown('duty-officer'), words, stage);
    await watch.opens();
    await watch.page.getByRole('button', { name: words.desk('map.zones') }).click();
    await watch.page.getByRole('button', { name: words.desk('zone.new') }).click();
    await watch.types(words.desk('zone.name'), 'Drawn by mouse');
    await watch.clicksTheSea([0.1, 0.45], [0.16, 0.45], [0.16, 0.58]);
    await watch.savesTheZone('Drawn by mouse');
    await watch.page.getByRole('button', { name: `${words.desk('verb.edit')} Drawn by mouse` }).click();
    await watch.types(`${words.desk('zone.latitude')} 1`, '19.5');
    await watch.savesTheZone('Drawn by mouse');
    expect(await watch.cornersOf('Drawn by mouse')).toContainEqual(expect.closeTo(19.5, 5));
    await watch.deletesTheZone('Drawn by mouse');
  },
  { language: 'en' },
);

journey('a zone is drawn by keyboard alone', async ({ sitsDown, words, stage }) => {
  const watch = new Watch(await sitsDown('duty-officer'), words, stage);
  await watch.opens();
  await watch.pressesOn(words.desk('map.zones'));
  await watch.pressesOn(words.desk('zone.new'));
  await watch.types(words.desk('zone.name'), 'Drawn by keys');
  for (const [i, [latitude, longitude]] of (
    [
      ['18.1', '107.9'],
      ['18.1', '108'],
      ['18.2', '108'],
    ] as const
  ).entries()) {
    await watch.pressesOn(words.desk('zone.addCorner'));
    await watch.types(`${words.desk('zone.latitude')} ${i + 1}`, latitude);
    await watch.types(`${words.desk('zone.longitude')} ${i + 1}`, longitude);
  }
  await watch.savesTheZone('Drawn by keys');
  expect(await watch.movesThingsAtOnce()).toBe(true);
  expect(await watch.cornersOf('Drawn by keys')).toEqual(expect.arrayContaining([18.1, 18.2]));
  await watch.deletesTheZone('Drawn by keys');
});

journey('the page says in what state it is', async ({ sitsDown, words, stage }) => {
  const watch = new Watch(await sitsDown('duty-officer'), words, stage);
  const { page } = watch;
  await watch.hasAClockOfItsOwn();
  const { letGo } = await watch.holdsTheAlertsBack();
  await watch.opens();
  await page.locator('.queue .skeleton').waitFor();
  letGo();
  await page.getByText(words.desk('queue.emptyTodo')).waitFor();
  await page.locator('.queue .state-text', { hasText: /\d/ }).waitFor();
  await watch.isAccessible('nothing to do');

  await watch.timeGoesBy(14);
  await page.locator('.notice-amber').waitFor();
  await watch.timeGoesBy(20);
  await page
    .locator('.notice-red')
    .getByRole('button', { name: words.desk('stale.reconnect') })
    .waitFor();
  await watch.isAccessible('a picture that is not the present one');

  await page.context().clearCookies();
  await page.reload();
  await page.getByLabel(words.desk('signIn.userName')).waitFor();
});

journey('who may not see a page is told why', async ({ sitsDown, words, stage }) => {
  const responder = await sitsDown('responder', { purpose: 'field-work' });
  await responder.goto(`${stage.url}/sea`);
  await responder.getByText(words.desk('denied.title')).waitFor();
  const administrator = await sitsDown('administrator', { purpose: 'administration' });
  await administrator.goto(`${stage.url}/settings/audit`);
  await administrator.getByText(words.desk('denied.title')).waitFor();
});

journey('an alert that somebody else took meanwhile is not taken twice', async ({ sitsDown, words, stage }) => {
  const watch = new Watch(await sitsDown('duty-officer'), words, stage);
  const other = await sitsDown('shift-lead');
  await watch.opens();
  await watch.seesAnAlert();
  await watch.press('j');
  await watch.seesTheDossier();
  const refused = await watch.isOvertakenBy(other.context().request);
  await watch.mayTakeIt();
  await watch.press('v');
  expect(await refused()).toBe(409);
  await watch.hears('problem.revision.stale');
});
