import { expect } from 'vitest';
import { journey } from './stage/journey.ts';
import { Radars } from './stage/Radars.ts';
import { Watch } from './stage/Watch.ts';
import { settles } from './stage/waits.ts';

const name = 'Journey radar';

for (const [language, colours] of [
  ['zh', 'light'],
  ['en', 'dark'],
] as const) {
  journey(
    `a radar is added, changed and removed by keyboard (${language})`,
    async ({ sitsDown, words, stage }) => {
      const page = await sitsDown('administrator', { purpose: 'administration', colours });
      const radars = new Radars(page, words, stage);
      await radars.opens();
      await radars.isAccessible('radars');

      await radars.begins();
      await radars.writes([
        ['sensor.name', name],
        ['sensor.key', 'journey-radar'],
        ['sensor.latitude', '20.02'],
        ['sensor.longitude', '110.27'],
        ['model.periodSeconds', '90'],
      ]);
      await radars.isAccessible('a radar being written');
      await radars.saves();
      await radars.isRefusedAt('model.periodSeconds', words.desk('sensor.outOf', { minimum: 0.5, maximum: 30 }));
      await radars.isAccessible('a radar refused');
      await radars.writes([['model.periodSeconds', '3']]);
      await radars.saves();
      await radars.seesItListed(name);
      await radars.looksCloser(name);
      await radars.isAccessible('a radar listed');
      await expect
        .poll(() => page.locator('.feed-url code').first().textContent(), settles)
        .toContain('sensor=journey-radar');

      await radars.changes(name);
      await radars.writes([['sensor.name', `${name} 2`]]);
      await radars.saves();
      await radars.seesItListed(`${name} 2`);
      await radars.removes(`${name} 2`);
    },
    { language },
  );
}

journey('the watch sees what a radar would see, and is told while it is silent', async ({ sitsDown, words, stage }) => {
  const administrator = await sitsDown('administrator', { purpose: 'administration' });
  const remove = await new Radars(administrator, words, stage).adds(name);
  const watch = new Watch(await sitsDown('duty-officer'), words, stage);
  const { page } = watch;
  await watch.opens();
  const notice = page.locator('.notice-amber', { hasText: name });
  await notice.locator('p').first().waitFor();

  const layer = page.getByRole('button', { name: words.desk('map.layer.coverage'), exact: true });
  await expect.poll(() => layer.getAttribute('aria-pressed'), settles).toBe('false');
  await notice.getByRole('button', { name: words.desk('stale.seeReach') }).press('Enter');
  await page.locator('.legend', { hasText: words.desk('map.legend.coverage') }).waitFor();
  await expect.poll(() => layer.getAttribute('aria-pressed'), settles).toBe('true');
  await page.getByRole('button', { name: words.desk('map.layer.clutter'), exact: true }).press('Enter');
  await page.locator('.legend', { hasText: words.desk('map.legend.clutter') }).waitFor();
  await watch.isAccessible('radar reach');

  // The layers of this desk are still there the next time.
  await watch.opens();
  await expect.poll(() => layer.getAttribute('aria-pressed'), settles).toBe('true');

  await remove();
  await notice.waitFor({ state: 'detached' });
});
