import { Icon } from '@fourfold/ui';
import { answerAt } from '../filling/answers.ts';
import type { FormChoice } from '../spec.ts';
import { useFilling, useFormWords } from './context.ts';
import { Question, type QuestionProps } from './Question.tsx';

/** More than these are a list to open instead of chips: nobody scrolls past forty villages. */
const chipsAtMost = 12;

function useOffered({ item, path }: QuestionProps): readonly FormChoice[] {
  const { spec, looked } = useFilling();
  const all = spec.choiceLists[item.choices ?? ''] ?? [];
  const offered = looked.offered.get(path);
  return offered ? all.filter(({ code }) => offered.includes(code)) : all;
}

export function ChoiceQuestion(props: QuestionProps) {
  const offered = useOffered(props);
  return offered.length > chipsAtMost ? (
    <LongList {...props} offered={offered} />
  ) : (
    <Chips {...props} offered={offered} />
  );
}

interface Offered extends QuestionProps {
  offered: readonly FormChoice[];
}

function LongList({ offered, ...props }: Offered) {
  const { path, item } = props;
  const { t, say } = useFormWords();
  const { looked, answer } = useFilling();
  return (
    <Question {...props}>
      {(described) => (
        <select
          {...described}
          aria-required={item.required || undefined}
          value={String(answerAt(looked.answers, path) ?? '')}
          onChange={(event) => answer(path, event.target.value || undefined)}
        >
          <option value="">{t('fill.choose')}</option>
          {offered.map((choice) => (
            <option key={choice.code} value={choice.code}>
              {say(choice.label)}
            </option>
          ))}
        </select>
      )}
    </Question>
  );
}

function Chips({ offered, ...props }: Offered) {
  const { path } = props;
  const { t, say } = useFormWords();
  const { looked, answer } = useFilling();
  const given = answerAt(looked.answers, path);
  return (
    <Question {...props} several="radiogroup">
      {({ id }) => (
        <>
          {offered.length === 0 ? <p className="form-hint">{t('fill.noChoices')}</p> : null}
          <div className="form-chips">
            {offered.map((choice) => (
              <Chip
                key={choice.code}
                kind="radio"
                name={id}
                label={say(choice.label)}
                chosen={given === choice.code}
                onChange={() => answer(path, choice.code)}
              />
            ))}
          </div>
          <Clear {...props} />
        </>
      )}
    </Question>
  );
}

export function BooleanQuestion(props: QuestionProps) {
  const { path } = props;
  const { t } = useFormWords();
  const { looked, answer } = useFilling();
  const given = answerAt(looked.answers, path);
  return (
    <Question {...props} several="radiogroup">
      {({ id }) => (
        <>
          <div className="form-chips">
            {[true, false].map((value) => (
              <Chip
                key={String(value)}
                kind="radio"
                name={id}
                label={t(value ? 'fill.yes' : 'fill.no')}
                chosen={given === value}
                onChange={() => answer(path, value)}
              />
            ))}
          </div>
          <Clear {...props} />
        </>
      )}
    </Question>
  );
}

export function MultiChoiceQuestion(props: QuestionProps) {
  const { path } = props;
  const offered = useOffered(props);
  const { t, say } = useFormWords();
  const { looked, answer } = useFilling();
  const given = answerAt(looked.answers, path);
  const chosen: readonly unknown[] = Array.isArray(given) ? given : [];
  const toggle = (code: string) => {
    const next = chosen.includes(code) ? chosen.filter((other) => other !== code) : [...chosen, code];
    answer(path, next.length > 0 ? next : undefined);
  };
  return (
    <Question {...props} several="group">
      {({ id }) => (
        <>
          {offered.length === 0 ? <p className="form-hint">{t('fill.noChoices')}</p> : null}
          <div className="form-chips">
            {offered.map((choice) => (
              <Chip
                key={choice.code}
                kind="checkbox"
                name={id}
                label={say(choice.label)}
                chosen={chosen.includes(choice.code)}
                onChange={() => toggle(choice.code)}
              />
            ))}
          </div>
        </>
      )}
    </Question>
  );
}

interface ChipProps {
  kind: 'radio' | 'checkbox';
  name: string;
  label: string;
  chosen: boolean;
  onChange(): void;
}

/** The chosen one is marked by a tick as well as by colour. */
function Chip({ kind, name, label, chosen, onChange }: ChipProps) {
  return (
    <label className="form-chip">
      <input type={kind} name={name} checked={chosen} onChange={onChange} />
      <span>
        {chosen ? <Icon name="check" size={18} /> : null}
        {label}
      </span>
    </label>
  );
}

/** A radio button cannot be let go of again by itself. */
function Clear({ item, path }: QuestionProps) {
  const { t, say } = useFormWords();
  const { looked, answer } = useFilling();
  if (item.required || answerAt(looked.answers, path) === undefined) return null;
  return (
    <button
      type="button"
      className="form-link"
      aria-label={t('fill.clearOf', { label: say(item.label) })}
      onClick={() => answer(path, undefined)}
    >
      {t('fill.clear')}
    </button>
  );
}
