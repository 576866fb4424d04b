import { expect } from 'vitest';
import { consoleContext } from './stage/consoleContext.ts';
import { journey } from './stage/journey.ts';
import { startServer } from './stage/server.ts';

const password = 'a long one, once';

journey('the first administrator comes in by the printed link, which then is void', async ({ browser, words }) => {
  const server = await startServer('--no-demo');
  try {
    const link = /http\S+\/setup\?token=\S+/.exec(server.said())?.[0] ?? '';
    const context = await consoleContext(browser, { language: words.language, colours: 'dark', screen: 'laptop' });
    const page = await context.newPage();
    await page.goto(link);
    await page.getByLabel(words.desk('signIn.userName')).fill('first');
    await page.getByLabel(words.desk('setup.displayName')).fill('Wang');
    await page.getByLabel(words.desk('setup.password'), { exact: true }).fill(password);
    await page.getByLabel(words.desk('setup.again'), { exact: true }).fill(password);
    await page.getByRole('button', { name: words.desk('setup.submit') }).click();
    await page.getByRole('button', { name: words.desk('feed.add') }).waitFor();
    await page.goto(link);
    await page.getByText(words.desk('setup.gone')).waitFor();
    expect(new URL(page.url()).pathname).toBe('/setup');
  } finally {
    await server.stop();
  }
});
