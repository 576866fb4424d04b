import { type FormItem, type FormItemType, itemTypes } from '@fourfold/forms';
import { Input, Select, Switch } from 'antd';
import { useEffect, useId, useRef } from 'react';
import { useI18n } from '../../../i18n.ts';
import { Attributes } from './Attributes.tsx';
import { boundsOf } from './bounds.ts';
import { ChoiceEditor } from './ChoiceEditor.tsx';
import { Condition } from './Condition.tsx';
import { DefaultEditor, mayHaveDefault } from './DefaultEditor.tsx';
import { type At, change, itemAt, retyped, sameAt } from './edit.ts';
import { Faults, Part } from './Faults.tsx';
import { FormProperties } from './FormProperties.tsx';
import { isUnder, type PlacedFault } from './faults.ts';
import { Limits } from './Limits.tsx';
import { PersonalEditor } from './PersonalEditor.tsx';
import { TextPair } from './TextPair.tsx';
import type { Designer } from './useDesigner.ts';

/** What the editors of one item are given. */
export interface EditorProps {
  designer: Designer;
  item: FormItem;
  at: At;
  /** Of this item only. */
  faults: readonly PlacedFault[];
}

/** All that can be said of the chosen item, or of the form as a whole. */
export function Properties({ designer, faults }: { designer: Designer; faults: readonly PlacedFault[] }) {
  const { t } = useI18n();
  const { spec, at } = designer;
  const item = at ? itemAt(spec, at) : undefined;
  const here = faults.filter((fault) => fault.at?.join() === at?.join());
  return (
    <section className="forms-properties" aria-labelledby="form-properties">
      <h2 id="form-properties">{t(item ? 'forms.properties' : 'forms.wholeForm')}</h2>
      {item && at ? (
        <ItemProperties key={at.join('.')} {...{ designer, item, at }} faults={here} />
      ) : (
        <FormProperties designer={designer} faults={faults.filter((fault) => fault.at === null)} />
      )}
    </section>
  );
}

function ItemProperties(props: EditorProps) {
  const { designer, item, at, faults } = props;
  const { t } = useI18n();
  const id = useId();
  const set = (part: Partial<FormItem>, mark: string) =>
    designer.edit((spec) => change(spec, at, part), `${mark}/${at.join('/')}`);
  const asked = item.type !== 'note' && item.type !== 'group';
  const typed = asked && item.type !== 'repeat';
  const top = useRef<HTMLDivElement>(null);
  const isNew = sameAt(designer.added, at);
  // Whoever adds an item goes on to write it.
  useEffect(() => {
    if (isNew) top.current?.querySelector('textarea')?.focus();
  }, [isNew]);
  return (
    <div className="stack" ref={top}>
      <TextPair
        name={t('forms.label')}
        value={item.label}
        required
        onChange={(label) => set({ label }, 'label')}
        onLeave={() => designer.nameByLabel(at)}
      />
      <Faults faults={faults.filter((fault) => isUnder(fault, 'label'))} />
      <label htmlFor={`${id}-type`}>{t('forms.type')}</label>
      <Select<FormItemType>
        id={`${id}-type`}
        value={item.type}
        onChange={(type) => designer.edit((spec) => retyped(spec, at, type))}
        options={itemTypes.map((value) => ({ value, label: t(`forms.type.${value}`) }))}
      />
      {typed ? (
        <span className="row">
          <Switch
            id={`${id}-must`}
            checked={item.required ?? false}
            onChange={(required) => set({ required: required || undefined }, 'required')}
          />
          <label htmlFor={`${id}-must`}>{t('forms.must')}</label>
        </span>
      ) : null}
      <Faults
        faults={faults.filter(({ member }) => member === 'required' || member === 'type' || member === 'items')}
      />
      {item.type === 'choice' || item.type === 'multiChoice' ? <ChoiceEditor {...props} /> : null}
      <Limits {...props} onSet={set} />
      <Conditions {...props} onSet={set} />
      {typed ? <PersonalEditor {...props} onSet={set} /> : null}
      <More {...props} onSet={set} />
    </div>
  );
}

export type SetProps = EditorProps & { onSet(part: Partial<FormItem>, mark: string): void };

function Conditions({ designer, item, at, faults, onSet }: SetProps) {
  const { t } = useI18n();
  const typed = item.type !== 'note' && item.type !== 'group' && item.type !== 'repeat';
  const of = (member: string) => faults.filter((fault) => isUnder(fault, member));
  const shared = { spec: designer.spec, at };
  return (
    <>
      <Part title={t('forms.relevant')} isOpen={Boolean(item.relevant)} faults={of('relevant')}>
        <Condition
          {...shared}
          name={t('forms.relevant')}
          hint={t('forms.relevantHint')}
          value={item.relevant ?? ''}
          faults={of('relevant')}
          helper
          onChange={(relevant) => onSet({ relevant: relevant || undefined }, 'relevant')}
        />
      </Part>
      {typed && !item.calculate ? (
        <Part
          title={t('forms.constraint')}
          isOpen={boundsOf(item.constraint ?? '') === null}
          faults={[...of('constraint'), ...of('constraintMessage')]}
        >
          <Condition
            {...shared}
            name={t('forms.constraint')}
            hint={t('forms.constraintHint')}
            value={item.constraint ?? ''}
            faults={of('constraint')}
            onChange={(constraint) => onSet({ constraint: constraint || undefined }, 'constraint')}
          />
          {item.constraint ? (
            <TextPair
              name={t('forms.constraintMessage')}
              value={item.constraintMessage ?? { zh: '', en: '' }}
              onChange={(message) =>
                onSet({ constraintMessage: message.zh || message.en ? message : undefined }, 'message')
              }
            />
          ) : null}
          <Faults faults={of('constraintMessage')} />
        </Part>
      ) : null}
      {item.type === 'choice' || item.type === 'multiChoice' ? (
        <Part title={t('forms.choiceFilter')} isOpen={Boolean(item.choiceFilter)} faults={of('choiceFilter')}>
          <Attributes {...{ designer, item, at, faults }} />
          <Condition
            {...shared}
            name={t('forms.choiceFilter')}
            hint={t('forms.choiceFilterHint')}
            value={item.choiceFilter ?? ''}
            faults={of('choiceFilter')}
            onChange={(choiceFilter) => onSet({ choiceFilter: choiceFilter || undefined }, 'filter')}
          />
        </Part>
      ) : null}
    </>
  );
}

/** What few forms need. */
function More({ designer, item, at, faults, onSet }: SetProps) {
  const { t } = useI18n();
  const id = useId();
  const of = (member: string) => faults.filter((fault) => isUnder(fault, member));
  const typed = item.type !== 'note' && item.type !== 'group' && item.type !== 'repeat';
  const all = [...of('code'), ...of('hint'), ...of('calculate'), ...of('readOnly'), ...of('default')];
  return (
    <Part title={t('forms.more')} isOpen={Boolean(item.calculate) || item.default !== undefined} faults={all}>
      <label htmlFor={`${id}-code`}>{t('forms.itemCode')}</label>
      <Input
        id={`${id}-code`}
        value={item.code}
        maxLength={40}
        onChange={(event) => designer.chooseCode(at, event.target.value)}
      />
      <p className="hint">{t('forms.itemCodeHint')}</p>
      <Faults faults={of('code')} />
      <TextPair
        name={t('forms.hint')}
        value={item.hint ?? { zh: '', en: '' }}
        onChange={(hint) => onSet({ hint: hint.zh || hint.en ? hint : undefined }, 'hint')}
      />
      <Faults faults={of('hint')} />
      {typed ? (
        <>
          {mayHaveDefault(item) ? <DefaultEditor {...{ designer, item, at, faults, onSet }} /> : null}
          <Condition
            spec={designer.spec}
            at={at}
            name={t('forms.calculate')}
            hint={t('forms.calculateHint')}
            value={item.calculate ?? ''}
            faults={of('calculate')}
            onChange={(calculate) => onSet({ calculate: calculate || undefined }, 'calculate')}
          />
          <span className="row">
            <Switch
              id={`${id}-fixed`}
              checked={item.readOnly ?? false}
              onChange={(readOnly) => onSet({ readOnly: readOnly || undefined }, 'readOnly')}
            />
            <label htmlFor={`${id}-fixed`}>{t('forms.readOnly')}</label>
          </span>
          <Faults faults={of('readOnly')} />
        </>
      ) : null}
    </Part>
  );
}
