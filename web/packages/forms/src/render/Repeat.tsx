import { Icon } from '@fourfold/ui';
import { answerAt, newRound } from '../filling/answers.ts';
import { mostRounds } from '../spec.ts';
import { idOf, useFilling, useFormWords } from './context.ts';
import { Items } from './Items.tsx';
import { Question, type QuestionProps } from './Question.tsx';

/** The same questions several times over, a round each. */
export function RepeatQuestion(props: QuestionProps) {
  const { item, path } = props;
  const { t, say } = useFormWords();
  const { looked, answer, prefix } = useFilling();
  const given = answerAt(looked.given, path);
  const rounds: readonly unknown[] = Array.isArray(given) ? given : [];
  const label = say(item.label);
  const set = (next: readonly unknown[]) => answer(path, next.length > 0 ? next : undefined);
  const lead = (id: string) => requestAnimationFrame(() => document.getElementById(id)?.focus());
  const add = () => {
    set([...rounds, newRound(item)]);
    lead(`${idOf(prefix, `${path}/${rounds.length}`)}-head`);
  };
  const remove = (index: number) => {
    set(rounds.filter((_, other) => other !== index));
    lead(`${idOf(prefix, path)}-add`);
  };
  return (
    <Question {...props} several="group">
      {() => (
        <>
          {rounds.length === 0 ? <p className="form-hint">{t('fill.noRounds')}</p> : null}
          {rounds.map((_, index) => {
            const at = `${path}/${index}`;
            return (
              <section className="form-round" key={at} aria-labelledby={`${idOf(prefix, at)}-head`}>
                <div className="form-round-head">
                  <h3 id={`${idOf(prefix, at)}-head`} tabIndex={-1}>
                    {t('fill.round', { label, number: index + 1 })}
                  </h3>
                  {rounds.length > (item.minRounds ?? 0) ? (
                    <button
                      type="button"
                      className="form-icon"
                      aria-label={t('fill.removeRound', { label, number: index + 1 })}
                      onClick={() => remove(index)}
                    >
                      <Icon name="trash" size={22} />
                    </button>
                  ) : null}
                </div>
                <Items items={item.items ?? []} around={at} />
              </section>
            );
          })}
          {rounds.length < (item.maxRounds ?? mostRounds) ? (
            <button type="button" className="form-button wide" id={`${idOf(prefix, path)}-add`} onClick={add}>
              <Icon name="plus" size={20} />
              {t('fill.addRound', { label })}
            </button>
          ) : null}
        </>
      )}
    </Question>
  );
}
