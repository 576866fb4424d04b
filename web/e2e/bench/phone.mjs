// `./fourfold bench field` runs this: the field app on a phone four times slower than this machine, by slow 3G.
//
//   node phone.mjs URL USER PASSWORD CHROMIUM
//
// Prints one JSON object: milliseconds until the sign-in form takes a key, from the press of "sign in" until the work is
// on the screen, until the work is on the screen when the app is opened again, and the same without a network.
import { chromium } from 'playwright-core';

const [url, userName, password, executablePath] = process.argv.slice(2);
const longestWait = 120_000;
const slowdown = 4;
const line = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };
const flags = ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

async function slow(context) {
  const page = await context.newPage();
  page.setDefaultTimeout(longestWait);
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', line);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  return { page, devtools };
}

/** Milliseconds since the page was asked for, once it has drawn what is there. */
const drawn = (page) =>
  page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now())))),
  );

const browser = await chromium.launch({ executablePath, args: flags });
try {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
  });
  const { page, devtools } = await slow(context);
  let bytes = 0;
  devtools.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await page.goto(`${url}/field/`, { waitUntil: 'commit' });
  const account = page.locator('input').first();
  await account.waitFor();
  await account.press('a');
  const first = await drawn(page);
  const kilobytes = bytes / 1000;
  await account.fill(userName);
  await page.locator('input[type=password]').fill(password);
  const pressed = await page.evaluate(() => performance.now());
  await page.locator('button.main, button[type=submit]').first().click();
  await page.locator('.menu').waitFor();
  const signedIn = (await drawn(page)) - pressed;
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  // What the person needs without a network has come, or is on its way in the background.
  await page.waitForTimeout(15_000);
  await page.close();
  const opened = await slow(context);
  await opened.page.goto(`${url}/field/`, { waitUntil: 'commit' });
  await opened.page.locator('.menu').waitFor();
  const again = await drawn(opened.page);
  await opened.page.close();
  await context.setOffline(true);
  const last = await context.newPage();
  await (await context.newCDPSession(last)).send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await last.goto(`${url}/field/`, { waitUntil: 'commit' });
  await last.locator('.menu').waitFor();
  const offline = await drawn(last);
  console.log(JSON.stringify({ first, signedIn, again, offline, kilobytes }));
} finally {
  await browser.close();
}
