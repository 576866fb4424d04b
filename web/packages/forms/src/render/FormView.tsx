import './form.css';
import type { Language } from '@fourfold/i18n';
import { useCallback, useMemo, useState } from 'react';
import type { Looked } from '../filling/look.ts';
import type { FormSpec } from '../spec.ts';
import { type Filling, FillingContext, type Host, idOf } from './context.ts';
import { Items } from './Items.tsx';

export interface FormViewProps {
  spec: FormSpec;
  /** The form as it stands, from `look` with the answers of now. */
  looked: Looked;
  language: Language;
  host: Host;
  /** Also what is not touched yet says what is wrong with it. */
  showAll?: boolean;
  /** Begins the ids on the page, where a page has more than one form. */
  prefix?: string;
  onAnswer(path: string, answer: unknown): void;
}

/** A form as it is filled on a phone. It keeps nothing: what is answered is told, and comes back as it was kept. */
export function FormView(props: FormViewProps) {
  const { spec, looked, language, host, showAll = false, prefix = 'form', onAnswer } = props;
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const touch = useCallback((path: string) => {
    setTouched((before) => (before.has(path) ? before : new Set(before).add(path)));
  }, []);
  const filling = useMemo<Filling>(
    () => ({ spec, looked, language, host, prefix, showAll, touched, touch, answer: onAnswer }),
    [spec, looked, language, host, prefix, showAll, touched, touch, onAnswer],
  );
  return (
    <FillingContext value={filling}>
      <div className="form-view">
        <Items items={spec.items} around="" />
      </div>
    </FillingContext>
  );
}

/** The field at fault comes into sight and has the focus: nobody searches a long form in the rain. */
export function leadToField(path: string, prefix = 'form'): void {
  for (let at = path; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const frame = document.getElementById(idOf(prefix, at));
    if (!frame) continue;
    frame.scrollIntoView({ block: 'center' });
    frame.querySelector<HTMLElement>('input, textarea, select, button')?.focus({ preventScroll: true });
    return;
  }
}
