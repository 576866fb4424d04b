import type { OutcomeCode, Position, WorkOrderReport } from '@fourfold/api';
import { draftKey, isFull } from '@fourfold/offline';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { SeizedDraft } from '../pieces/Seized.tsx';
import { useMe, usePhone } from './context.tsx';
import { type NotKept, notKept, useAgain } from './deed.ts';
import { whole } from './holding.ts';
import { shelter, sheltered, unshelter } from './refuge.ts';

/** What is being written on a page; kept at every stroke, gone when it is handed in. */
export interface Draft {
  result?: OutcomeCode;
  reason?: string;
  note?: string;
  seized?: SeizedDraft[];
  /** Of what somebody saw: one of `told`. */
  what?: string;
  /** Put on the map by hand, in place of what the phone says. */
  place?: Position;
  behalf?: ForResident;
}

/** A resident without a phone of their own, for whom somebody reports. */
export interface ForResident {
  on: boolean;
  consent?: boolean;
  name?: string;
  phone?: string;
}

/** What was handed in before, to be changed and handed in again; its photos are with the work order already. */
export const draftOf = ({ result, reason, note, seized }: WorkOrderReport): Draft => ({
  result,
  reason,
  note: note ?? '',
  seized: (seized ?? []).map(({ kind, number, unit, handedTo }, index) => ({
    key: `again-${index}`,
    kind,
    number: String(number),
    unit,
    handedTo,
  })),
});

export interface DraftInHand {
  /** Where it is kept: its writer's own, on a phone that others use as well. */
  key: string;
  value: Draft;
  loaded: boolean;
  /** Why the last stroke is only on the screen. */
  wrong: NotKept | null;
  change(change: Partial<Draft>): Promise<void>;
  /** It was handed in on another page: sent from here as well it would be there twice. */
  elsewhere: boolean;
  /** The person begins another, or says that what is on this page is another. */
  startAnew(): void;
  keepMine(): void;
}

/**
 * The draft of a page. What is on screen is the truth; the phone's storage follows it, field by field, so that a stroke
 * before it was loaded, or in another tab, overwrites nothing else.
 * @param page the work order's id for its report; `id/note` and `id/return` for the others
 */
export function useDraft(page: string): DraftInHand {
  const phone = usePhone();
  const key = draftKey(useMe().person.id, page);
  const [value, setValue] = useState<Draft>({});
  const [loaded, setLoaded] = useState(false);
  const [wrong, setWrong] = useState<NotKept | null>(null);
  const newest = useRef<Draft>({});
  const unkept = useRef<Partial<Draft>>({});

  useEffect(() => {
    let gone = false;
    phone.db
      .recall<Draft>(key)
      .catch(() => undefined)
      .then((kept) => {
        if (gone) return;
        const words = sheltered<Draft>(key);
        newest.current = { ...kept, ...words, ...newest.current };
        setValue(newest.current);
        setLoaded(true);
        if (!words) return;
        unkept.current = { ...words, ...unkept.current };
        setWrong('storage.words');
      });
    return () => {
      gone = true;
    };
  }, [phone, key]);

  const [elsewhere, setElsewhere] = useState(false);
  useEffect(() => {
    let there = false;
    return phone.db.watch<Draft>(key, (kept) => {
      if (there && !kept) {
        unkept.current = newest.current;
        setElsewhere(true);
      }
      there = kept !== undefined;
    });
  }, [phone, key]);
  const keep = useCallback(async () => {
    const part = unkept.current;
    try {
      await whole(() => phone.db.merge(key, part));
      if (unkept.current === part) unkept.current = {};
      unshelter(key);
      setWrong(null);
    } catch (error) {
      console.error(error);
      setWrong(shelter(key, part) && isFull(error) ? 'storage.words' : notKept(error));
    }
  }, [phone, key]);
  useAgain(wrong !== null, keep, wrong === 'storage.words');
  const change = async (part: Partial<Draft>) => {
    newest.current = { ...newest.current, ...part };
    unkept.current = { ...unkept.current, ...part };
    setValue(newest.current);
    if (!elsewhere) await keep();
  };
  const startAnew = () => {
    newest.current = {};
    unkept.current = {};
    setValue({});
    setElsewhere(false);
  };
  const keepMine = () => {
    setElsewhere(false);
    void keep();
  };
  return { key, value, loaded, wrong, change, elsewhere, startAnew, keepMine };
}
