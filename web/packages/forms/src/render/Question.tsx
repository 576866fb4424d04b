import type { ReactNode } from 'react';
import { errorOf } from '../filling/look.ts';
import type { FormItem } from '../spec.ts';
import { type FormWords, idOf, useFilling, useFormWords } from './context.ts';

export interface QuestionProps {
  item: FormItem;
  path: string;
}

/** What an input needs so that its words are read with it. */
export interface Described {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': boolean | undefined;
}

interface FrameProps extends QuestionProps {
  /** Several controls that answer together get a legend; one control a label. */
  several?: 'radiogroup' | 'group';
  children(described: Described): ReactNode;
}

/** One question: what is asked, why it may be asked, the answer, and what is wrong with it. */
export function Question({ item, path, several, children }: FrameProps) {
  const { prefix, looked, showAll, touched, touch } = useFilling();
  const words = useFormWords();
  const id = idOf(prefix, path);
  const error = showAll || touched.has(path) ? errorOf(looked, path) : undefined;
  const hint = [words.say(item.hint), personalHint(item, words)].filter(Boolean);
  const describedBy = [hint.length > 0 ? `${id}-hint` : '', error ? `${id}-fault` : ''].filter(Boolean).join(' ');
  const described: Described = {
    id: `${id}-input`,
    'aria-describedby': describedBy || undefined,
    'aria-invalid': error ? true : undefined,
  };
  const asked = (
    <>
      {words.say(item.label)}
      {item.required && !item.calculate ? <em className="form-must">{words.t('fill.required')}</em> : null}
    </>
  );
  const rest = (
    <>
      {hint.length > 0 ? (
        <div className="form-hint" id={`${id}-hint`}>
          {hint.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      ) : null}
      {children(described)}
      <p className="form-fault" id={`${id}-fault`}>
        {error ? words.fault(error, item) : null}
      </p>
    </>
  );
  const frame = { id, className: 'form-question', 'data-wrong': error ? true : undefined, onBlur: () => touch(path) };
  if (!several)
    return (
      <div {...frame}>
        <label className="form-asked" htmlFor={described.id}>
          {asked}
        </label>
        {rest}
      </div>
    );
  // A group has neither; what is wrong is told by its description.
  const required = item.required || undefined;
  const ofRadios =
    several === 'radiogroup' ? { 'aria-invalid': described['aria-invalid'], 'aria-required': required } : {};
  return (
    <fieldset {...frame} role={several} aria-describedby={describedBy || undefined} {...ofRadios}>
      <legend className="form-asked">{asked}</legend>
      {rest}
    </fieldset>
  );
}

function personalHint({ personal }: FormItem, { t, say }: FormWords): string {
  if (!personal || personal.sensitivity === 'none' || !say(personal.purpose)) return '';
  const purpose = say(personal.purpose);
  const days = personal.retentionDays;
  if (!days) return t('fill.personalShort', { purpose });
  return t(personal.sensitivity === 'sensitive' ? 'fill.sensitive' : 'fill.personal', { purpose, days });
}
