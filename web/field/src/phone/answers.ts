import { uuidV7 } from '@fourfold/api';
import { type Given, withAnswer } from '@fourfold/forms';
import { isElsewhere, isFull, type KeptSubmission, type ResidentContact } from '@fourfold/offline';
import { useCallback, useRef, useState } from 'react';
import { usePhone } from './context.tsx';
import { type NotKept, notKept, useAgain } from './deed.ts';
import { whole } from './holding.ts';
import { formRefuge, shelter, sheltered, unshelter } from './refuge.ts';

/** This tab, as long as its page lives: what it wrote before it left a draft and came back is its own. */
const tab = uuidV7(Date.now());

/**
 * The answers of a draft. What is on screen is the truth; the phone's storage follows it, until another tab writes to
 * the same draft: then nothing of here is kept before the person has chosen.
 */
export function useAnswers(kept: KeptSubmission) {
  const phone = usePhone();
  const { id } = kept;
  const [words] = useState(() => sheltered<{ answers: Given }>(formRefuge(id))?.answers);
  const [answers, setAnswers] = useState<Given>(words ?? kept.answers);
  const [wrong, setWrong] = useState<NotKept | null>(words ? 'storage.words' : null);
  const [seen, setSeen] = useState(kept.edit?.number ?? 0);
  const [taken, setTaken] = useState(0);
  const newest = useRef<Given>(words ?? kept.answers);
  const resident = useRef(kept.resident);
  const keep = useCallback(
    (upTo: number) => {
      whole(() => phone.forms.keep(id, newest.current as Record<string, unknown>, { tab, seen: upTo })).then(
        () => {
          unshelter(formRefuge(id));
          setWrong(null);
        },
        (error: unknown) => {
          console.error(error);
          const safe = shelter(formRefuge(id), { answers: newest.current });
          setWrong(safe && isFull(error) ? 'storage.words' : notKept(error));
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
    wrong === 'storage.words',
  );
  const there = kept.edit?.number ?? 0;
  /** For whom it is filled; what cannot be kept is thrown. */
  const changeResident = (next: ResidentContact | undefined) => {
    resident.current = next;
    return phone.forms.keepResident(id, next, { tab, seen });
  };
  const takeTheirs = () => {
    unshelter(formRefuge(id));
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
