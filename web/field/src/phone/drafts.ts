import type { OutcomeCode } from '@fourfold/api';
import { useEffect, useRef, useState } from 'react';
import type { SeizedDraft } from '../pieces/Seized.tsx';
import { usePhone } from './context.tsx';

/** A report that is being written; kept at every stroke, gone when it is handed in. */
export interface Draft {
  result?: OutcomeCode;
  reason?: string;
  note?: string;
  seized?: SeizedDraft[];
}

export const draftKey = (target: string) => `draft:${target}`;

/** The draft of a work order. What is on screen is the truth; the phone's storage follows it. */
export function useDraft(target: string): {
  value: Draft;
  loaded: boolean;
  change(change: Partial<Draft>): Promise<void>;
} {
  const phone = usePhone();
  const [value, setValue] = useState<Draft>({});
  const [loaded, setLoaded] = useState(false);
  const newest = useRef<Draft>({});

  useEffect(() => {
    let gone = false;
    void phone.db.recall<Draft>(draftKey(target)).then((kept) => {
      if (gone) return;
      newest.current = { ...kept, ...newest.current };
      setValue(newest.current);
      setLoaded(true);
    });
    return () => {
      gone = true;
    };
  }, [phone, target]);

  const change = async (part: Partial<Draft>) => {
    newest.current = { ...newest.current, ...part };
    setValue(newest.current);
    await phone.db.keep(draftKey(target), newest.current);
  };
  return { value, loaded, change };
}
