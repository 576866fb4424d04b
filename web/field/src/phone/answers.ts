import { uuidV7 } from '@fourfold/api';
import { type Given, withAnswer } from '@fourfold/forms';
import { isElsewhere, type KeptSubmission, type ResidentContact } from '@fourfold/offline';
import { useCallback, useRef, useState } from 'react';
import { usePhone } from './context.tsx';
import { type NotKept, notKept, useAgain } from './deed.ts';
import { whole } from './holding.ts';

/** This tab, as long as its page lives: what it wrote before it left a draft and came back is its own. */
const tab = uuidV7(Date.now());

/**
 * The answers of a draft. What is on screen is the truth; the phone's storage follows it, until another tab writes to
 * the same draft: then nothing of here is kept before the person has chosen.
 */
export function useAnswers(kept: KeptSubmission) {
  const phone = usePhone();
  const { id } = kept;
  const [answers, setAnswers] = useState<Given>(kept.answers);
  const [wrong, setWrong] = useState<NotKept | null>(null);
  const [seen, setSeen] = useState(kept.edit?.number ?? 0);
  const [taken, setTaken] = useState(0);
  const newest = useRef<Given>(kept.answers);
  const resident = useRef(kept.resident);
  const keep = useCallback(
    (upTo: number) => {
      whole(() => phone.forms.keep(id, newest.current as Record<string, unknown>, { tab, seen: upTo })).then(
        () => setWrong(null),
        (error: unknown) => {
          console.error(error);
          setWrong(notKept(error));
        },
      );
    },
    [phone, id],
  );
  const change = useCallback(
    (path: string, answer: unknown) => {
      newest.current = withAnswer(newest.current, path, answer);
      setAnswers(newest.current);
      keep(seen);
    },
    [keep, seen],
  );
  useAgain(
    wrong !== null,
    useCallback(() => keep(seen), [keep, seen]),
  );
  const there = kept.edit?.number ?? 0;
  /** For whom it is filled; what cannot be kept is thrown. */
  const changeResident = (next: ResidentContact | undefined) => {
    resident.current = next;
    return phone.forms.keepResident(id, next, { tab, seen });
  };
  const takeTheirs = () => {
    newest.current = kept.answers;
    resident.current = kept.resident;
    setAnswers(kept.answers);
    setSeen(there);
    setTaken(taken + 1);
  };
  const keepMine = () => {
    setSeen(there);
    keep(there);
    phone.forms
      .keepResident(id, resident.current, { tab, seen: there })
      .catch((error: unknown) => setWrong(notKept(error)));
  };
  const elsewhere = isElsewhere(kept, { tab, seen });
  return { answers, wrong, change, changeResident, taken, elsewhere, takeTheirs, keepMine };
}
