import { Icon } from '@fourfold/ui';
import { type ReactNode, useState } from 'react';
import { useI18n } from '../../../i18n.ts';
import { useFormWords } from '../words.ts';
import type { PlacedFault } from './faults.ts';

/** What is wrong right here. */
export function Faults({ faults, id }: { faults: readonly PlacedFault[]; id?: string }) {
  const words = useFormWords();
  // Two choices without words are one thing to say.
  const lines = [...new Set(faults.map(words.fault))];
  if (lines.length === 0) return null;
  return (
    <ul className="forms-wrong" id={id}>
      {lines.map((line) => (
        <li key={line}>
          <Icon name="warning" size={14} /> {line}
        </li>
      ))}
    </ul>
  );
}

export interface PartProps {
  title: string;
  /** Whether something of it is in use, so that it is seen from the start. */
  isOpen: boolean;
  faults: readonly PlacedFault[];
  children: ReactNode;
}

/** A part of the properties that is folded away until it is needed; a fault in it is seen from outside. */
export function Part({ title, isOpen, faults, children }: PartProps) {
  const { t } = useI18n();
  const [open, setOpen] = useState(isOpen || faults.length > 0);
  // An undo, or another item in the same place, may bring something into it.
  const [before, setBefore] = useState(isOpen);
  if (before !== isOpen) {
    setBefore(isOpen);
    if (isOpen) setOpen(true);
  }
  return (
    <details className="forms-part" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {title}
        {faults.length > 0 ? (
          <span data-tone="l1">
            {' '}
            <Icon name="warning" size={14} /> {t('forms.faults', { count: faults.length })}
          </span>
        ) : null}
      </summary>
      <div className="stack">{children}</div>
    </details>
  );
}
