import type { FormItem, FormItemType } from '@fourfold/forms';
import { Input, InputNumber, Select } from 'antd';
import { useId } from 'react';
import { useI18n } from '../../../i18n.ts';
import { useFormWords } from '../words.ts';
import { Faults } from './Faults.tsx';
import { isUnder } from './faults.ts';
import type { SetProps } from './Properties.tsx';

const without: readonly FormItemType[] = ['photo', 'video', 'position', 'note', 'group', 'repeat'];

/** Whether a type can have an answer from the start. */
export const mayHaveDefault = ({ type, calculate }: FormItem): boolean => !calculate && !without.includes(type);

/** What is answered from the start, until somebody changes it. */
export function DefaultEditor(props: SetProps) {
  const { t } = useI18n();
  const id = useId();
  return (
    <>
      <label htmlFor={id}>{t('forms.default')}</label>
      <Value {...props} id={id} />
      <p className="hint">{t('forms.defaultHint')}</p>
      <Faults faults={props.faults.filter((fault) => isUnder(fault, 'default'))} />
    </>
  );
}

function Value({ designer, item, onSet, id }: SetProps & { id: string }) {
  const { t } = useI18n();
  const words = useFormWords();
  const given = item.default ?? undefined;
  const set = (value: unknown) => onSet({ default: value === '' || value === null ? undefined : value }, 'default');
  const text = typeof given === 'string' ? given : '';
  const choices = (designer.spec.choiceLists[item.choices ?? ''] ?? []).map(({ code, label }) => ({
    value: code,
    label: words.say(label) || code,
  }));
  switch (item.type) {
    case 'integer':
    case 'decimal':
      return (
        <InputNumber
          id={id}
          {...(item.type === 'integer' ? { precision: 0 } : {})}
          value={typeof given === 'number' ? given : null}
          onChange={set}
        />
      );
    case 'boolean':
      return (
        <Select
          id={id}
          allowClear
          value={typeof given === 'boolean' ? String(given) : undefined}
          onChange={(value: string | undefined) => set(value === undefined ? undefined : value === 'true')}
          options={['true', 'false'].map((value) => ({
            value,
            label: t(value === 'true' ? 'forms.yes' : 'forms.no'),
          }))}
        />
      );
    case 'choice':
      return <Select id={id} allowClear value={text || undefined} onChange={set} options={choices} />;
    case 'multiChoice':
      return (
        <Select
          id={id}
          mode="multiple"
          value={Array.isArray(given) ? given.map(String) : []}
          onChange={(codes: string[]) => set(codes.length > 0 ? codes : undefined)}
          options={choices}
        />
      );
    case 'date':
    case 'time':
      return <Input id={id} type={item.type} value={text} onChange={(event) => set(event.target.value)} />;
    case 'dateTime':
      return (
        <Input
          id={id}
          type="datetime-local"
          value={text.slice(0, minutes)}
          onChange={(event) => set(withOffset(event.target.value))}
        />
      );
    default:
      return (
        <Input
          id={id}
          value={text}
          maxLength={item.maxLength ?? longest}
          onChange={(event) => set(event.target.value)}
        />
      );
  }
}

const longest = 2000;
/** Characters of a local time up to its minutes. */
const minutes = 16;

/** A local time as the form keeps it: with the offset of this place then. */
export function withOffset(local: string): string {
  if (!local) return '';
  const ahead = -new Date(local).getTimezoneOffset();
  const two = (value: number) => String(Math.floor(Math.abs(value))).padStart(2, '0');
  return `${local.slice(0, minutes)}:00${ahead < 0 ? '-' : '+'}${two(ahead / 60)}:${two(ahead % 60)}`;
}
