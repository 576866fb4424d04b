import type { Session, WorkOrder } from '@fourfold/api';
import {
  type KeptSubmission,
  type KnownWorkOrder,
  type QueuedCommand,
  type QueuedLetter,
  type QueuedPhoto,
  show,
} from '@fourfold/offline';
import { useLive } from '@fourfold/offline/react';
import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import type { Phone, PhoneState } from './phone.ts';
import { useStore } from './store.ts';

export const PhoneContext = createContext<Phone | null>(null);

export function usePhone(): Phone {
  const phone = useContext(PhoneContext);
  if (!phone) throw new Error('usePhone outside its provider');
  return phone;
}

export function usePhoneState(): PhoneState {
  return useStore(usePhone().state);
}

export function useMe(): Session {
  const { session } = usePhoneState();
  if (!session) throw new Error('useMe outside a session');
  return session;
}

/** Whether a work order says by itself that it is simulated: where everything is, one line above says so. */
export function useSimulated(order: WorkOrder): boolean {
  const { simulated } = useMe();
  return order.simulated && !simulated;
}

/** The server's time as far as it is known, renewed as often as what is shown of it changes. */
export function useNow(everyMilliseconds = 15_000): number {
  const { clockGap } = usePhoneState();
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMilliseconds);
    return () => clearInterval(timer);
  }, [everyMilliseconds]);
  return now + clockGap;
}

/** What the browser says; looked at once more after listening began, for it may have changed in between. */
export const useOnline = (): boolean => useSyncExternalStore(listenToNetwork, () => navigator.onLine);

function listenToNetwork(changed: () => void): () => void {
  addEventListener('online', changed);
  addEventListener('offline', changed);
  return () => {
    removeEventListener('online', changed);
    removeEventListener('offline', changed);
  };
}

/** Everything of this person that is not settled yet, oldest first. */
export interface Pending {
  commands: QueuedCommand[];
  photos: QueuedPhoto[];
  /** Filled forms. */
  forms: KeptSubmission[];
  /** Answers and other words that belong to no work order. */
  letters: QueuedLetter[];
  /** Of other people on this phone. */
  others: number;
}

const PendingContext = createContext<Pending | null>(null);

export function usePending(): Pending {
  const pending = useContext(PendingContext);
  if (!pending) throw new Error('usePending outside its provider');
  return pending;
}

/**
 * Looks into the outbox once for the whole app, and shows nothing before it has: a page that is just opened must not say
 * for a moment that everything is sent.
 */
export function WithPending({ children }: { children: ReactNode }) {
  const phone = usePhone();
  const { session } = usePhoneState();
  const owner = session?.person.id ?? '';
  const found = useLive(async () => {
    const open = await phone.db.commands
      .filter((command) => command.standing !== 'done' && command.standing !== 'dropped')
      .sortBy('seq');
    const photos = await phone.db.photos
      .filter((photo) => photo.standing === 'waiting' || photo.standing === 'refused')
      .toArray();
    const forms = await phone.db.submissions
      .filter(({ standing }) => standing === 'waiting' || standing === 'refused')
      .sortBy('id');
    const letters = await phone.db.letters
      .filter(({ standing }) => standing === 'waiting' || standing === 'refused')
      .sortBy('id');
    return {
      owner,
      letters: letters.filter((letter) => letter.owner === owner),
      forms: forms.filter((form) => form.owner === owner),
      commands: open.filter((command) => command.owner === owner),
      photos: photos.filter((photo) => photo.owner === owner),
      others: [...open, ...forms, ...letters].filter((one) => one.owner !== owner).length,
    };
  }, owner);
  return found?.owner === owner ? <PendingContext value={found}>{children}</PendingContext> : null;
}

/** Records the person has to look at. */
export const needPerson = (pending: Pending): number =>
  pending.commands.filter((command) => command.standing !== 'waiting').length +
  pending.forms.filter((form) => form.standing === 'refused').length +
  pending.letters.filter((letter) => letter.standing === 'refused').length +
  pending.photos.filter((photo) => photo.standing === 'refused').length;

/** One number for the whole outbox: records, and photos that travel on their own. */
export const pendingCount = (pending: Pending): number =>
  pending.commands.length +
  pending.forms.length +
  pending.letters.length +
  pending.photos.filter((photo) => !isInside(photo, pending)).length;

/** A photo whose record is still here is counted with it. */
const isInside = (photo: QueuedPhoto, { commands, forms }: Pending) =>
  [...commands, ...forms].some((record) => record.id === photo.commandId);

export type Shown = ReturnType<typeof show> & { doneAt?: string };

const shown = (known: KnownWorkOrder, commands: QueuedCommand[], owner: string): Shown => ({
  ...show(known.order, commands, owner),
  doneAt: known.doneAt,
});

/** All work orders of this person, as they stand with what was not sent yet; undefined while the phone looks. */
export function useOrders(): Shown[] | undefined {
  const phone = usePhone();
  const owner = useMe().person.id;
  return useLive(async () => {
    const commands = await phone.db.commands.where('target').above('').toArray();
    return (await phone.db.workOrders.where('owner').equals(owner).toArray()).map((known) =>
      shown(known, commands, owner),
    );
  }, owner);
}

/** One of them; null when the phone has no such work order. */
export function useOrder(id: string): Shown | null | undefined {
  const phone = usePhone();
  const owner = useMe().person.id;
  return useLive(async () => {
    const known = await phone.db.workOrders.get(id);
    const commands = await phone.db.commands.where('target').equals(id).toArray();
    const mine = commands.filter((command) => command.owner === owner);
    return known && (known.owner === owner || mine.length > 0) ? shown(known, mine, owner) : null;
  }, `${owner}/${id}`);
}

/** A value kept under a key: a draft, a code list, the land. */
export function useKept<T>(key: string): T | undefined {
  const phone = usePhone();
  return useLive(() => phone.db.recall<T>(key), key);
}
