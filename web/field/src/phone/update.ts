import { reloadWhenFree } from './holding.ts';
import { Store } from './store.ts';

/** Whether the app is kept on this phone, and whether a newer one waits. */
export const shell = new Store<{ kept: 'not-yet' | 'kept' | 'failed'; waiting: ServiceWorker | null }>({
  kept: 'not-yet',
  waiting: null,
});

/** An installed app may stay open for days; the browser itself looks for a new version only when a page is opened. */
const lookMilliseconds = 3_600_000;
/** What is called a network again may not be one yet. */
const againMilliseconds = 30_000;

/** Registers the worker of a built app; while developing there is none. */
export async function keepShell(): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  reloadWithTheNew();
  openWhatWasTapped();
  try {
    const registration = await navigator.serviceWorker.register(`${import.meta.env.BASE_URL}worker.js`);
    follow(registration);
    await navigator.serviceWorker.ready;
    shell.set({ kept: 'kept' });
  } catch (error) {
    // No room, or no network at the very first time: the next start tries again.
    console.error(error);
    shell.set({ kept: 'failed' });
  }
}

function follow(registration: ServiceWorkerRegistration): void {
  const look = () => {
    // Without a controller it is the very first one, which takes over by itself.
    if (registration.waiting && navigator.serviceWorker.controller) shell.set({ waiting: registration.waiting });
  };
  look();
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', look);
  });
  // Opened without a network, the browser could not look either.
  let looked = navigator.onLine ? Date.now() : 0;
  const ask = () => {
    if (document.visibilityState !== 'visible' || Date.now() - looked < lookMilliseconds) return;
    looked = Date.now();
    registration.update().catch(() => {
      looked = 0;
      if (navigator.onLine) setTimeout(ask, againMilliseconds);
    });
  };
  document.addEventListener('visibilitychange', ask);
  addEventListener('online', () => {
    // Who was without a network for a while may have missed one.
    looked = 0;
    ask();
  });
}

/** A notification was tapped while the app is open: it leads to what it was about. */
function openWhatWasTapped(): void {
  navigator.serviceWorker.addEventListener('message', ({ data }: MessageEvent<{ open?: string } | null>) => {
    if (typeof data?.open === 'string' && data.open.startsWith('#/')) location.hash = data.open;
  });
}

/**
 * Every tab goes over to a new version together, for they share one storage; what is being written is in it, and what is
 * just being kept is waited for.
 */
function reloadWithTheNew(): void {
  let before = navigator.serviceWorker.controller;
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    if (before) reloadWhenFree();
    before = navigator.serviceWorker.controller;
  });
}

/** The person wants the new version now. */
export function takeOver(): void {
  shell.get().waiting?.postMessage('take-over');
}
