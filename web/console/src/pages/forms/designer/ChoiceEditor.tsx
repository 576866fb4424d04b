import type { FormChoice } from '@fourfold/forms';
import { Icon } from '@fourfold/ui';
import { Button, Input } from 'antd';
import { useEffect, useId, useRef } from 'react';
import { useI18n } from '../../../i18n.ts';
import { useFormWords } from '../words.ts';
import { codeFrom } from './codes.ts';
import { changeChoices, unusedCode, usersOf } from './edit.ts';
import { Faults } from './Faults.tsx';
import { isUnder } from './faults.ts';
import type { EditorProps } from './Properties.tsx';

const choicesAtMost = 500;

/** The choices of a field, one a line; their codes come from their words. */
export function ChoiceEditor({ designer, item, at, faults }: EditorProps) {
  const { t } = useI18n();
  const words = useFormWords();
  const id = useId();
  const end = useRef<HTMLDivElement>(null);
  const name = item.choices ?? '';
  const list = designer.spec.choiceLists[name] ?? [];
  // Codes that nobody chose: those of new choices, until their words say better.
  const unchosen = useRef(new Set(list.filter(({ code, label }) => isUnnamed(code, label)).map(({ code }) => code)));
  const others = usersOf(designer.spec, name).filter(({ code }) => code !== item.code);
  const follow = useRef(false);
  // Whoever adds a choice goes on to write it.
  useEffect(() => {
    if (!follow.current || list.length === 0) return;
    follow.current = false;
    end.current?.querySelector<HTMLElement>('li:last-of-type input')?.focus();
  }, [list.length]);
  const put = (make: (list: readonly FormChoice[]) => readonly FormChoice[], mark?: string) =>
    designer.edit((spec) => changeChoices(spec, name, make), mark);
  const set = (index: number, part: Partial<FormChoice>) =>
    put(
      (before) => before.map((one, other) => (other === index ? { ...one, ...part } : one)),
      `choice/${at.join('/')}/${index}`,
    );
  const add = () => {
    const code = unusedCode(`c_${list.length + 1}`, new Set(list.map((choice) => choice.code)));
    unchosen.current.add(code);
    follow.current = true;
    put((before) => [...before, { code, label: { zh: '', en: '' } }]);
  };
  /** To the choice below, or to a new one after the last. */
  const next = (index: number) => {
    const below = end.current?.querySelector<HTMLElement>(`li:nth-of-type(${index + 2}) input`);
    if (below) below.focus();
    else if (list.length < choicesAtMost) add();
  };
  const nameByLabel = (index: number) => {
    const choice = list[index];
    if (!choice || !unchosen.current.has(choice.code)) return;
    void codeFrom(choice.label).then((wanted) => {
      if (!wanted) return;
      const next = unusedCode(wanted, new Set(list.filter((one) => one !== choice).map(({ code }) => code)));
      unchosen.current.delete(choice.code);
      unchosen.current.add(next);
      set(index, { code: next });
    });
  };
  return (
    <div ref={end} className="forms-choices">
      <h3 id={`${id}-name`}>{t('forms.choices')}</h3>
      {others.length > 0 ? (
        <p className="hint">
          {t('forms.sharedChoices', { fields: others.map(({ label }) => words.say(label)).join(' · ') })}
        </p>
      ) : null}
      <ul className="forms-choice-list" aria-labelledby={`${id}-name`}>
        {list.map((choice, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a code changes while its words are typed
          <li key={index}>
            <ChoiceRow
              choice={choice}
              number={index + 1}
              onLabel={(label) => set(index, { label })}
              onCode={(code) => {
                unchosen.current.delete(choice.code);
                set(index, { code });
              }}
              onLeave={() => nameByLabel(index)}
              onNext={() => next(index)}
              onRemove={() => put((before) => before.filter((_, other) => other !== index))}
            />
          </li>
        ))}
      </ul>
      {list.length < choicesAtMost ? (
        <Button icon={<Icon name="plus" size={16} />} onClick={add}>
          {t('forms.addChoice')}
        </Button>
      ) : null}
      <Faults faults={faults.filter((fault) => isUnder(fault, 'choices'))} />
    </div>
  );
}

const isUnnamed = (code: string, { zh, en }: FormChoice['label']) => /^c_\d+$/.test(code) && !zh && !en;

interface ChoiceRowProps {
  choice: FormChoice;
  number: number;
  onLabel(label: FormChoice['label']): void;
  onCode(code: string): void;
  onLeave(): void;
  onNext(): void;
  onRemove(): void;
}

function ChoiceRow({ choice, number, onLabel, onCode, onLeave, onNext, onRemove }: ChoiceRowProps) {
  const { t } = useI18n();
  return (
    <>
      {(['zh', 'en'] as const).map((language) => (
        <Input
          key={language}
          aria-label={`${t('forms.choice', { number })} ${t(`forms.language.${language}`)}`}
          placeholder={choice.label[language === 'zh' ? 'en' : 'zh'] || t(`forms.language.${language}`)}
          value={choice.label[language]}
          maxLength={200}
          onChange={(event) => onLabel({ ...choice.label, [language]: event.target.value })}
          onBlur={onLeave}
          onPressEnter={onNext}
        />
      ))}
      <Input
        aria-label={`${t('forms.choice', { number })} ${t('forms.code')}`}
        className="forms-choice-code"
        value={choice.code}
        maxLength={40}
        onChange={(event) => onCode(event.target.value)}
      />
      <Button
        icon={<Icon name="trash" size={16} />}
        aria-label={t('forms.removeChoice', { number })}
        onClick={onRemove}
      />
    </>
  );
}
