import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { push as pushed } from '../field/worker/messages/zh.ts';
import { expectAccessible } from './stage/accessible.ts';
import { Caller } from './stage/Caller.ts';
import { journey } from './stage/journey.ts';
import { Phone } from './stage/Phone.ts';
import { readAccounts, startServer } from './stage/server.ts';
import { tapsNotification, tellsWorker } from './stage/tellsWorker.ts';
import { settles } from './stage/waits.ts';

/** New work is on the screen of an open phone within this time, though nobody pulls at it. */
const atOnceMilliseconds = 5_000;

journey(
  'new work comes to an open phone by itself, and to a closed one as one plain sentence',
  async ({ browser, stage, words }) => {
    const server = await startServer();
    try {
      const accounts = readAccounts(server.data);
      const phone = new Phone(browser, { ...stage, url: server.url, accounts }, words);
      await phone.signsIn();
      await phone.keepsTheApp();
      await phone.page.getByText(words.phone('today.empty')).waitFor();

      const id = await issues(server.url, accounts);
      const told = phone.page.getByText(words.phone('news.orders', { count: 1 }));
      await told.waitFor({ timeout: atOnceMilliseconds });
      await phone.seesWork();
      await expectAccessible(phone.page, 'the phone: new work');
      await scene(phone.page, 'open');
      await phone.page.getByRole('link', { name: words.phone('news.look') }).click();
      await phone.page.waitForFunction((to) => location.hash === `#/order/${to}`, id);
      await expect.poll(() => told.count(), settles).toBe(0);

      await switches(phone.page, server.url, words);
      await rings(phone.page, server.url, id);
    } finally {
      await server.stop();
    }
  },
);

async function issues(url: string, accounts: ReturnType<typeof readAccounts>): Promise<string> {
  const desk = await Caller.signIn(url, accounts['duty-officer'], 'sea-watch');
  const responder = await Caller.signIn(url, accounts.responder, 'field-work');
  const unitId = (await responder.get<{ post: { unit: { id: string } } }>('session')).post.unit.id;
  const position = { latitude: 19.99, longitude: 110.07 };
  const opened = await desk.post<{ id: string }>('cases', { origin: 'patrol', title: 'Pier 3', position });
  const order = { title: 'Pier 3', instruction: 'Go and see', unitId };
  return (await desk.post<{ id: string }>(`cases/${opened.id}/work-orders`, order)).id;
}

/** The maker's push service is out of reach here, so the page is given a browser's answer; server and switch are real. */
async function switches(page: Page, url: string, words: Parameters<Parameters<typeof journey>[1]>[0]['words']) {
  await page.context().grantPermissions(['geolocation', 'notifications']);
  await page.evaluate(async () => {
    const pair = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits']);
    const text = (bytes: Uint8Array) =>
      btoa(String.fromCharCode(...bytes))
        .replace(/\+/g, '-')
        .replace(/\//g, '_')
        .replace(/=/g, '');
    const keys = {
      p256dh: text(new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey))),
      auth: text(crypto.getRandomValues(new Uint8Array(16))),
    };
    let made: object | null = null;
    const subscription = {
      toJSON: () => ({ endpoint: 'https://push.example.net/phone', keys }),
      unsubscribe: async () => {
        made = null;
        return true;
      },
    };
    PushManager.prototype.getSubscription = async () => made as PushSubscription | null;
    PushManager.prototype.subscribe = async (options) => {
      if (!options?.userVisibleOnly || !options.applicationServerKey) throw new Error('no key');
      made = subscription;
      return made as PushSubscription;
    };
    location.hash = '#/me';
  });
  await page.getByText(words.phone('push.off'), { exact: true }).waitFor();
  await scene(page, 'off');
  await page.getByRole('button', { name: words.phone('push.turnOn') }).click();
  await page.getByText(words.phone('push.on'), { exact: true }).waitFor();
  await expectAccessible(page, 'the phone: news switched on');
  await scene(page, 'on');
  const devices = () =>
    page.evaluate(async (to) => (await (await fetch(`${to}/api/v1/me/push`)).json()).devices as string[], url);
  expect(await devices()).toHaveLength(1);
  await page.getByRole('button', { name: words.phone('push.turnOff') }).click();
  await page.getByText(words.phone('push.off'), { exact: true }).waitFor();
  await expect.poll(devices).toHaveLength(0);
}

/** The worker is woken as the browser would wake it, shows its sentence, and a tap leads to the work. */
async function rings(page: Page, url: string, id: string): Promise<void> {
  const shown = await tellsWorker(page, url, { kind: 'work-order-issued', id, language: 'zh' });
  expect(shown).toEqual([{ title: pushed['work-order-issued'], body: '' }]);
  await tapsNotification(page);
  await page.waitForFunction((to) => location.hash === `#/order/${to}`, id);
}

/** A picture of what a person sees, where the runner is told to keep them. */
async function scene(page: Page, name: string): Promise<void> {
  const folder = process.env.FOURFOLD_JOURNEY_SCENES;
  if (folder) await page.screenshot({ path: `${folder}/news-${name}.png` });
}
