import type { FormChoice } from '@fourfold/forms';
import { Icon } from '@fourfold/ui';
import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { useI18n } from '../../../i18n.ts';
import { useFormWords } from '../words.ts';
import { attributesOf, renamedAttribute, withAttribute } from './attributes.ts';
import { changeChoices, unusedCode } from './edit.ts';
import type { EditorProps } from './Properties.tsx';

const attributesAtMost = 10;
const isName = (text: string) => /^[a-z][a-z0-9_]{0,39}$/.test(text);

/** What a filter can ask of each choice, such as the county that a village lies in. */
export function Attributes({ designer, item, at }: EditorProps) {
  const { t } = useI18n();
  const list = designer.spec.choiceLists[item.choices ?? ''] ?? [];
  // One that no choice has a value of yet is nowhere in the form.
  const [begun, setBegun] = useState<string[]>([]);
  const there = attributesOf(list);
  const names = [...there, ...begun.filter((name) => !there.includes(name))];
  const put = (make: (list: readonly FormChoice[]) => readonly FormChoice[], mark: string) =>
    designer.edit((spec) => changeChoices(spec, item.choices ?? '', make), `${mark}/${at.join('/')}`);
  const rename = (from: string, to: string | null) => {
    setBegun((before) => [...before.filter((name) => name !== from), ...(to === null ? [] : [to])]);
    put((before) => renamedAttribute(before, from, to), `attribute/${from}`);
  };
  return (
    <div className="stack">
      {names.map((name) => (
        <Attribute
          key={name}
          {...{ name, list }}
          isFree={(wanted) => isName(wanted) && !names.includes(wanted)}
          onRename={(to) => rename(name, to)}
          onValue={(index, value) =>
            put(
              (before) =>
                before.map((choice, other) => (other === index ? withAttribute(choice, name, value) : choice)),
              `attribute/${name}/${index}`,
            )
          }
        />
      ))}
      {names.length < attributesAtMost && list.length > 0 ? (
        <span>
          <Button
            icon={<Icon name="plus" size={16} />}
            onClick={() => setBegun((before) => [...before, unusedCode('attribute', new Set(names))])}
          >
            {t('forms.addAttribute')}
          </Button>
        </span>
      ) : null}
    </div>
  );
}

interface AttributeProps {
  name: string;
  list: readonly FormChoice[];
  isFree(name: string): boolean;
  onRename(to: string | null): void;
  onValue(index: number, value: string): void;
}

function Attribute({ name, list, isFree, onRename, onValue }: AttributeProps) {
  const { t } = useI18n();
  const words = useFormWords();
  const id = useId();
  const [typed, setTyped] = useState(name);
  const isFault = typed !== name && !isFree(typed);
  return (
    <fieldset className="forms-helper forms-attribute">
      <legend>{t('forms.attribute', { name })}</legend>
      <label htmlFor={`${id}-name`}>{t('forms.attributeName')}</label>
      <Input
        id={`${id}-name`}
        className="forms-choice-code"
        value={typed}
        maxLength={40}
        status={isFault ? 'error' : ''}
        aria-invalid={isFault || undefined}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={() => (typed !== name && isFree(typed) ? onRename(typed) : setTyped(name))}
      />
      <Button
        icon={<Icon name="trash" size={16} />}
        aria-label={t('forms.removeAttribute', { name })}
        onClick={() => onRename(null)}
      />
      {list.map((choice, index) => {
        const field = `${id}-${index}`;
        return (
          <span className="forms-attribute-value" key={choice.code}>
            <label htmlFor={field}>{words.say(choice.label) || choice.code}</label>
            <Input
              id={field}
              value={choice.attributes?.[name] ?? ''}
              maxLength={200}
              onChange={(event) => onValue(index, event.target.value)}
            />
          </span>
        );
      })}
    </fieldset>
  );
}
