import { type ComponentProps, useState } from 'react';
import { answerAt } from '../filling/answers.ts';
import { fromLocal, readNumber, toLocal } from '../filling/typed.ts';
import { mostCharacters } from '../spec.ts';
import { useFilling, useFormWords } from './context.ts';
import { type Described, Question, type QuestionProps } from './Question.tsx';

/** Longer answers get more room to be written in. */
const oneLineCharacters = 120;

export function TextQuestion(props: QuestionProps) {
  const { item, path } = props;
  const { looked, answer } = useFilling();
  const given = answerAt(looked.answers, path);
  const most = item.maxLength ?? mostCharacters;
  const typed = (text: string) => answer(path, text === '' ? undefined : text);
  return (
    <Question {...props}>
      {(described) =>
        most > oneLineCharacters ? (
          <textarea
            {...described}
            {...must(props)}
            rows={3}
            maxLength={most}
            value={String(given ?? '')}
            onChange={(event) => typed(event.target.value)}
          />
        ) : (
          <input
            {...described}
            {...must(props)}
            maxLength={most}
            autoComplete="off"
            value={String(given ?? '')}
            onChange={(event) => typed(event.target.value)}
          />
        )
      }
    </Question>
  );
}

const must = ({ item }: QuestionProps) => ({ 'aria-required': item.required || undefined });

export function NumberQuestion(props: QuestionProps) {
  return <Question {...props}>{(described) => <NumberInput {...props} described={described} />}</Question>;
}

/** The text as it is typed ("12." on the way to "12.5") stays while it means the answer. */
function NumberInput({ item, path, described }: QuestionProps & { described: Described }) {
  const { looked, answer } = useFilling();
  const given = answerAt(looked.answers, path);
  const [typed, setTyped] = useState('');
  const shown = given !== undefined && readNumber(typed) === given ? typed : String(given ?? '');
  return (
    <input
      {...described}
      aria-required={item.required || undefined}
      inputMode={item.type === 'integer' ? 'numeric' : 'decimal'}
      autoComplete="off"
      value={shown}
      onChange={(event) => {
        setTyped(event.target.value);
        answer(path, readNumber(event.target.value));
      }}
    />
  );
}

const inputTypes = { date: 'date', time: 'time', dateTime: 'datetime-local' } as const;

export function MomentQuestion(props: QuestionProps) {
  const { item, path } = props;
  const { t } = useFormWords();
  const { looked, answer, touch } = useFilling();
  const kind = item.type === 'dateTime' || item.type === 'time' ? item.type : 'date';
  const given = answerAt(looked.answers, path);
  const value = kind === 'dateTime' ? toLocal(given) : String(given ?? '');
  const change = (typed: string) => answer(path, kind === 'dateTime' ? fromLocal(typed) : typed || undefined);
  const now = () => {
    const at = looked.now;
    change(kind === 'date' ? at.slice(0, 10) : kind === 'time' ? at.slice(11, 16) : at.slice(0, 16));
    touch(path);
  };
  return (
    <Question {...props}>
      {(described) => (
        <span className="form-row">
          <MomentInput {...described} {...must(props)} type={inputTypes[kind]} value={value} onTyped={change} />
          <button type="button" className="form-link" onClick={now}>
            {t('fill.now')}
          </button>
        </span>
      )}
    </Question>
  );
}

type MomentInputProps = ComponentProps<'input'> & { onTyped(typed: string): void };

const MomentInput = ({ onTyped, ...rest }: MomentInputProps) => (
  <input {...rest} onChange={(event) => onTyped(event.target.value)} />
);

/** What the form computes, or what was given and cannot be changed. */
export function FixedQuestion({ item, path }: QuestionProps) {
  const { looked, prefix } = useFilling();
  const { t, say, format } = useFormWords();
  const given = answerAt(looked.answers, path);
  const text =
    given === undefined
      ? t('fill.notYet')
      : item.type === 'dateTime'
        ? format.dayTime(String(given))
        : typeof given === 'boolean'
          ? t(given ? 'fill.yes' : 'fill.no')
          : typeof given === 'object'
            ? JSON.stringify(given)
            : String(given);
  const id = `${prefix}${path.replaceAll('/', '-')}`;
  return (
    <div className="form-question" id={id}>
      <span className="form-asked" id={`${id}-name`}>
        {say(item.label)}
        {item.calculate ? <em className="form-must">{t('fill.calculated')}</em> : null}
      </span>
      <output className="form-fixed" aria-labelledby={`${id}-name`}>
        {text}
      </output>
    </div>
  );
}
