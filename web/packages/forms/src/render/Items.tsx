import type { FormItem } from '../spec.ts';
import { BooleanQuestion, ChoiceQuestion, MultiChoiceQuestion } from './Choice.tsx';
import { idOf, useFilling, useFormWords } from './context.ts';
import { MediaQuestion } from './Media.tsx';
import { PlaceQuestion } from './Place.tsx';
import { FixedQuestion, MomentQuestion, NumberQuestion, TextQuestion } from './Plain.tsx';
import type { QuestionProps } from './Question.tsx';
import { RepeatQuestion } from './Repeat.tsx';

const questions = {
  text: TextQuestion,
  integer: NumberQuestion,
  decimal: NumberQuestion,
  boolean: BooleanQuestion,
  date: MomentQuestion,
  time: MomentQuestion,
  dateTime: MomentQuestion,
  choice: ChoiceQuestion,
  multiChoice: MultiChoiceQuestion,
  photo: MediaQuestion,
  video: MediaQuestion,
  position: PlaceQuestion,
  repeat: RepeatQuestion,
} as const;

/** Items one below the other, those that are asked now. @param around JSON pointer of the object they answer into */
export function Items({ items, around }: { items: readonly FormItem[]; around: string }) {
  const { looked } = useFilling();
  return items.map((item) => {
    const path = `${around}/${item.code}`;
    return looked.hidden.has(path) ? null : <Item key={item.code} item={item} path={path} around={around} />;
  });
}

function Item({ item, path, around }: QuestionProps & { around: string }) {
  if (item.type === 'note') return <Note item={item} path={path} />;
  if (item.type === 'group') return <Group item={item} path={path} around={around} />;
  if (item.calculate || item.readOnly) return <FixedQuestion item={item} path={path} />;
  const Content = questions[item.type];
  return <Content item={item} path={path} />;
}

function Note({ item, path }: QuestionProps) {
  const { prefix } = useFilling();
  const { say } = useFormWords();
  return (
    <p className="form-note" id={idOf(prefix, path)}>
      {say(item.label)}
    </p>
  );
}

function Group({ item, path, around }: QuestionProps & { around: string }) {
  const { prefix } = useFilling();
  const { say } = useFormWords();
  const id = idOf(prefix, path);
  const hint = say(item.hint);
  return (
    <section className="form-group" id={id} aria-labelledby={`${id}-name`}>
      <h2 id={`${id}-name`}>{say(item.label)}</h2>
      {hint ? <p className="form-hint">{hint}</p> : null}
      <Items items={item.items ?? []} around={around} />
    </section>
  );
}
