/// <reference lib="webworker" />
import { readPush, tell } from './push.ts';

/**
 * Keeps the app's own files, so that it opens without a network, and shows a sentence when the server has news. It
 * touches nothing else: what the server said is kept by the page, where it can be shown with its age, and what the
 * person did is sent by the page.
 */
declare const self: ServiceWorkerGlobalScope & { shell: { version: string; files: string[] } };

const prefix = 'fourfold-field-';
const cacheName = prefix + self.shell.version;
const page = new URL('./', self.registration.scope).href;

self.addEventListener('install', (event) => {
  event.waitUntil(keepShell());
});

self.addEventListener('activate', (event) => {
  event.waitUntil(Promise.all([dropOldShells(), self.clients.claim()]));
});

self.addEventListener('message', (event) => {
  // The person said so: a new version never takes over by itself in the middle of a report.
  if (event.data === 'take-over') void self.skipWaiting();
});

self.addEventListener('push', (event) => {
  const { title, options } = tell(readPush(event.data));
  event.waitUntil(self.registration.showNotification(title, options));
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(open((event.notification.data as { hash?: string } | null)?.hash ?? ''));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || !url.href.startsWith(page)) return;
  event.respondWith(request.mode === 'navigate' ? answer(page, request) : answer(url.href, request));
});

/** Brings the app forward where it is open, else opens it. */
async function open(hash: string): Promise<void> {
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const app = windows.find(({ url }) => url.startsWith(page));
  if (!app) {
    await self.clients.openWindow(page + hash);
    return;
  }
  app.postMessage({ open: hash });
  await app.focus();
}

async function keepShell(): Promise<void> {
  const cache = await caches.open(cacheName);
  const names = self.shell.files.filter((name) => name !== 'index.html');
  await cache.addAll(['', ...names].map((name) => new Request(new URL(name, page), { cache: freshness(name) })));
}

/**
 * A name with a hash never means other content: what the page has just loaded is not loaded again. Anything else goes
 * past the browser's own cache, or a new version could be kept with an old file.
 */
function freshness(name: string): RequestCache {
  return name.startsWith('assets/') ? 'default' : 'reload';
}

async function dropOldShells(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => name.startsWith(prefix) && name !== cacheName).map((name) => caches.delete(name)),
  );
}

async function answer(url: string, request: Request): Promise<Response> {
  const cache = await caches.open(cacheName);
  return (await cache.match(url, { ignoreSearch: true })) ?? fetch(request);
}
