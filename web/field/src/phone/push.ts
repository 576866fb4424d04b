import { body, client } from '@fourfold/api';
import type { OfflineDatabase } from '@fourfold/offline';
import { soon } from './ask.ts';
import { Store } from './store.ts';

/**
 * Whether this phone can be told of news while the app is closed. `impossible`: the browser has no such thing, or the
 * app is not kept yet. `blocked`: the person or the browser forbade it. `unreachable`: no push service answers, as where
 * the maker's is cut off. `not-offered`: this server sends none.
 */
export type PushStanding = 'asking' | 'impossible' | 'blocked' | 'unreachable' | 'not-offered' | 'off' | 'on';

export const push = new Store<{ standing: PushStanding; busy: boolean; failed: boolean }>({
  standing: 'asking',
  busy: false,
  failed: false,
});

interface Wanted {
  owner: string;
  /** When the server was last told that it still is wanted; Unix milliseconds. */
  at: number;
}

const wantedKey = 'push';
const deviceKey = 'pushDevice';
/** A phone unseen for weeks is forgotten by the server; told so seldom, it costs nothing. */
const renewMilliseconds = 86_400_000;
const readyMilliseconds = 10_000;

const isPossible = () => 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;

/** The worker that would be woken; null when the app is not kept (while developing, or for want of room). */
async function registration(): Promise<ServiceWorkerRegistration | null> {
  const late = new Promise<null>((done) => setTimeout(() => done(null), readyMilliseconds));
  return Promise.race([navigator.serviceWorker.ready, late]);
}

/** Looks where things stand, and renews what is on. */
export async function lookAtPush(db: OfflineDatabase, owner: string, language: string): Promise<void> {
  if (!isPossible()) return push.set({ standing: 'impossible' });
  if (Notification.permission === 'denied') return push.set({ standing: 'blocked' });
  const wanted = await db.recall<Wanted>(wantedKey);
  const has = wanted?.owner === owner ? await (await registration())?.pushManager.getSubscription() : null;
  if (!has) return push.set({ standing: 'off' });
  push.set({ standing: 'on' });
  if (Date.now() - (wanted?.at ?? 0) < renewMilliseconds) return;
  try {
    await tellServer(db, has, owner, language);
  } catch {
    // Without a line it is told the next time.
  }
}

/** The person presses the switch; asks them, the browser's maker and the server, in this order. */
export async function switchOn(db: OfflineDatabase, owner: string, language: string): Promise<void> {
  push.set({ busy: true, failed: false });
  try {
    push.set({ standing: await tryOn(db, owner, language) });
  } catch (error) {
    console.error(error);
    push.set({ standing: 'off', failed: true });
  } finally {
    push.set({ busy: false });
  }
}

async function tryOn(db: OfflineDatabase, owner: string, language: string): Promise<PushStanding> {
  if ((await Notification.requestPermission()) !== 'granted')
    return Notification.permission === 'denied' ? 'blocked' : 'off';
  const worker = await registration();
  if (!worker) return 'impossible';
  const offer = body(await client.GET('/me/push', soon()));
  if (!offer.enabled) return 'not-offered';
  const made = await subscribe(worker, offer.publicKey);
  if (!made) return 'unreachable';
  await tellServer(db, made, owner, language);
  return 'on';
}

async function subscribe(worker: ServiceWorkerRegistration, publicKey: string): Promise<PushSubscription | null> {
  try {
    // One bound to another key, of a server that was set up anew, would be refused.
    await (await worker.pushManager.getSubscription())?.unsubscribe();
    return await worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey });
  } catch (error) {
    console.error(error);
    return null;
  }
}

async function tellServer(db: OfflineDatabase, made: PushSubscription, owner: string, language: string): Promise<void> {
  const { endpoint, keys } = made.toJSON();
  await client.PUT('/me/push-subscriptions/{device}', {
    params: { path: { device: await device(db) } },
    body: {
      endpoint: endpoint ?? '',
      p256dh: keys?.p256dh ?? '',
      auth: keys?.auth ?? '',
      language: language === 'en' ? 'en' : 'zh',
    },
    ...soon(),
  });
  await db.keep(wantedKey, { owner, at: Date.now() } satisfies Wanted);
}

/** Switches it off here first: whatever the server hears of it, the browser shows nothing more. */
export async function switchOff(db: OfflineDatabase): Promise<void> {
  push.set({ busy: true, failed: false });
  try {
    await forgetPush(db);
    push.set({ standing: 'off' });
    await client.DELETE('/me/push-subscriptions/{device}', {
      params: { path: { device: await device(db) } },
      ...soon(),
    });
  } catch (error) {
    // The push service tells the server that the browser is gone.
    console.error(error);
  } finally {
    push.set({ busy: false });
  }
}

/** Who signs out is told nothing more; the server forgets by itself when the session ends. */
export async function forgetPush(db: OfflineDatabase): Promise<void> {
  if (!(await db.recall<Wanted>(wantedKey))) return;
  await db.kept.delete(wantedKey);
  push.set({ standing: 'asking' });
  if (!isPossible()) return;
  await (await (await registration())?.pushManager.getSubscription())?.unsubscribe();
}

async function device(db: OfflineDatabase): Promise<string> {
  const known = await db.recall<string>(deviceKey);
  if (known) return known;
  const made = crypto.randomUUID();
  await db.keep(deviceKey, made);
  return made;
}
