import { type FormItem, type FormSpec, hasAnswer } from '@fourfold/forms';
import { Button, Input, Select } from 'antd';
import { useId, useState } from 'react';
import { useI18n } from '../../../i18n.ts';
import { useFormWords } from '../words.ts';
import { conditionOf, type Operator, operatorsOf } from './conditions.ts';
import { type At, placed, sameAt } from './edit.ts';
import { Faults } from './Faults.tsx';
import type { PlacedFault } from './faults.ts';

export interface ConditionProps {
  spec: FormSpec;
  at: At;
  name: string;
  hint: string;
  value: string;
  faults: readonly PlacedFault[];
  /** Whether it can be put together by choosing. */
  helper?: boolean;
  onChange(value: string): void;
}

const longest = 2000;
/** A reference, a word, or one sign: what a fault is about begins at its column. */
const word = /^(\$\{\w*\}?|[\w-]+|.)/;

/** An expression. What is wrong with it is marked at its column; simple ones are chosen, not typed. */
export function Condition({ spec, at, name, hint, value, faults, helper, onChange }: ConditionProps) {
  const { t } = useI18n();
  const id = useId();
  const [first] = faults.filter(({ column }) => column);
  const column = first?.column ?? 0;
  const [wrong = ''] = word.exec(value.slice(column - 1)) ?? [];
  return (
    <>
      {helper ? <Helper spec={spec} at={at} value={value} onMade={onChange} /> : null}
      <label htmlFor={id}>{helper ? t('forms.expression') : name}</label>
      <Input.TextArea
        id={id}
        className="forms-expression"
        autoSize={{ minRows: 1, maxRows: 6 }}
        value={value}
        maxLength={longest}
        spellCheck={false}
        status={faults.length > 0 ? 'error' : ''}
        aria-invalid={faults.length > 0 || undefined}
        aria-describedby={`${id}-hint ${id}-faults`}
        onChange={(event) => onChange(event.target.value)}
      />
      {column > 0 && value ? (
        <pre className="forms-column" aria-hidden="true">
          {value.slice(0, column - 1)}
          <mark>{wrong || ' '}</mark>
          {value.slice(column - 1 + wrong.length)}
        </pre>
      ) : null}
      <Faults faults={faults} id={`${id}-faults`} />
      <p className="hint" id={`${id}-hint`}>
        {hint}
      </p>
    </>
  );
}

const needsValueOf = (operator: Operator) => !['yes', 'no', 'answered', 'unanswered'].includes(operator);

/** What is chosen of a condition. */
interface Chosen {
  code: string | undefined;
  operator: Operator | undefined;
  value: string;
}

interface HelperProps {
  spec: FormSpec;
  at: At;
  /** The condition as it is. */
  value: string;
  onMade(value: string): void;
}

/** "Ask this when … is …": most conditions are no more than that. */
function Helper({ spec, at, value: written, onMade }: HelperProps) {
  const { t } = useI18n();
  const words = useFormWords();
  const [code, setCode] = useState<string>();
  const [operator, setOperator] = useState<Operator>();
  const [value, setValue] = useState('');
  const fields = placed(spec.items).filter(
    ({ item, at: place }) => hasAnswer(item) && item.type !== 'repeat' && !sameAt(place, at),
  );
  const made = (from: Chosen) => {
    const field = fields.find(({ item }) => item.code === from.code)?.item;
    const how = field && (operatorsOf(field.type).find((one) => one === from.operator) ?? operatorsOf(field.type)[0]);
    if (!field || !how || (needsValueOf(how) && !from.value)) return null;
    return conditionOf(field, how, from.value);
  };
  const now = made({ code, operator, value });
  // What stands there is nobody's own words: it follows what is chosen. A person's own are replaced by a button only.
  const choose = (next: Chosen) => {
    setCode(next.code);
    setOperator(next.operator);
    setValue(next.value);
    const then = made(next);
    if (then !== null && (written === '' || written === now)) onMade(then);
  };
  const field: FormItem | undefined = fields.find(({ item }) => item.code === code)?.item;
  const operators = field ? operatorsOf(field.type) : [];
  const chosen = operators.find((one) => one === operator) ?? operators[0];
  const choices = spec.choiceLists[field?.choices ?? ''] ?? [];
  const needsValue = chosen !== undefined && needsValueOf(chosen);
  return (
    <fieldset className="forms-helper">
      <legend>{t('forms.helper')}</legend>
      <Select
        aria-label={t('forms.helperField')}
        placeholder={t('forms.helperField')}
        value={code}
        onChange={(next: string) => choose({ code: next, operator: undefined, value: '' })}
        options={fields.map(({ item }) => ({ value: item.code, label: words.say(item.label) || item.code }))}
      />
      {field ? (
        <Select<Operator>
          aria-label={t('forms.helperOperator')}
          value={chosen}
          onChange={(next) => choose({ code, operator: next, value })}
          options={operators.map((one) => ({ value: one, label: t(`forms.operator.${one}`) }))}
        />
      ) : null}
      {needsValue && choices.length > 0 ? (
        <Select
          aria-label={t('forms.helperValue')}
          placeholder={t('forms.helperValue')}
          value={value || undefined}
          onChange={(next: string) => choose({ code, operator, value: next })}
          options={choices.map((choice) => ({ value: choice.code, label: words.say(choice.label) || choice.code }))}
        />
      ) : null}
      {needsValue && choices.length === 0 ? (
        <Input
          aria-label={t('forms.helperValue')}
          placeholder={t('forms.helperValue')}
          value={value}
          maxLength={100}
          onChange={(event) => choose({ code, operator, value: event.target.value })}
        />
      ) : null}
      {now !== null && now !== written ? <Button onClick={() => onMade(now)}>{t('forms.helperUse')}</Button> : null}
    </fieldset>
  );
}
