import type { CDPSession, Page } from 'playwright-core';
import { expect } from 'vitest';

/** Wakes the app's worker as the browser would for a message of a push service. @returns what it then shows */
export async function tellsWorker(
  page: Page,
  url: string,
  message: object,
): Promise<{ title: string; body: string }[]> {
  const debug = await page.context().newCDPSession(page);
  const registrationId = await registrationOf(debug, url);
  await debug.send('ServiceWorker.deliverPushMessage', { origin: url, registrationId, data: JSON.stringify(message) });
  const shown = () =>
    page.evaluate(async () => {
      const ready = await navigator.serviceWorker.ready;
      return (await ready.getNotifications()).map(({ title, body }) => ({ title, body }));
    });
  await expect.poll(shown).not.toEqual([]);
  return shown();
}

/** Taps the one notification that is shown. */
export async function tapsNotification(page: Page): Promise<void> {
  const [worker] = page.context().serviceWorkers();
  await worker?.evaluate(async () => {
    const self = globalThis as unknown as ServiceWorkerGlobalScope;
    const [notification] = await self.registration.getNotifications();
    if (notification) self.dispatchEvent(new NotificationEvent('notificationclick', { notification }));
  });
}

async function registrationOf(debug: CDPSession, url: string): Promise<string> {
  const registered = new Promise<string>((found) => {
    debug.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const own = registrations.find(({ scopeURL }) => scopeURL.startsWith(url));
      if (own) found(own.registrationId);
    });
  });
  await debug.send('ServiceWorker.enable');
  return registered;
}
