import { isFull } from '@fourfold/offline';
import { useOnce } from '@fourfold/ui';
import { useEffect, useState } from 'react';
import { hold, whole } from './holding.ts';

/** A text of the messages. */
export type NotKept = 'storage.full' | 'storage.failed' | 'storage.words';

/** What the person reads when something could not be kept on the phone: nobody may believe that it was. */
export const notKept = (error: unknown): NotKept => (isFull(error) ? 'storage.full' : 'storage.failed');

const againMilliseconds = 3_000;

/**
 * Tries again what could not be kept, for as long as the page is open: room may be made in another app.
 * @param safe whether it lies somewhere else meanwhile; otherwise the page is not loaded anew before it is kept
 */
export function useAgain(needed: boolean, keep: () => unknown, safe = false): void {
  useEffect(() => {
    if (!needed) return;
    const timer = setInterval(keep, againMilliseconds);
    const release = safe ? null : hold();
    return () => {
      clearInterval(timer);
      release?.();
    };
  }, [needed, keep, safe]);
}

/**
 * Something a person does by a button: once at a time, so that a second tap does not do it twice, and with a word when
 * the phone could not keep it.
 */
export function useDeed(): { wrong: NotKept | null; busy: boolean; run(work: () => Promise<unknown>): void } {
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<NotKept | null>(null);
  const run = useOnce(async (work: () => Promise<unknown>) => {
    setBusy(true);
    setWrong(null);
    try {
      await whole(work);
    } catch (error) {
      console.error(error);
      setWrong(notKept(error));
    } finally {
      setBusy(false);
    }
  });
  return { wrong, busy, run };
}
