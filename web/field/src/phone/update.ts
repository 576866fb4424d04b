import { Store } from './store.ts';

/** Whether the app is kept on this phone, and whether a newer one waits. */
export const shell = new Store<{ kept: boolean; waiting: ServiceWorker | null }>({ kept: false, waiting: null });

/** Registers the worker of a built app; while developing there is none. */
export async function keepShell(): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const registration = await navigator.serviceWorker.register(`${import.meta.env.BASE_URL}worker.js`);
  void navigator.serviceWorker.ready.then(() => shell.set({ kept: true }));
  const look = () => {
    // Without a controller it is the very first one, which takes over by itself.
    if (registration.waiting && navigator.serviceWorker.controller) shell.set({ waiting: registration.waiting });
  };
  look();
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', look);
  });
}

/** The person wants the new version now. */
export function takeOver(): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  shell.get().waiting?.postMessage('take-over');
}
