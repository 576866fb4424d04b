import type { FormItem } from '@fourfold/forms';
import { InputNumber } from 'antd';
import { useId } from 'react';
import { useI18n } from '../../../i18n.ts';
import { type Bounds, boundsOf, constraintOf } from './bounds.ts';
import { Faults } from './Faults.tsx';
import type { SetProps } from './Properties.tsx';

/** Bounds that go with a type. */
export function Limits(props: SetProps) {
  const { item, faults, onSet } = props;
  const { t } = useI18n();
  const id = useId();
  if (item.type === 'integer' || item.type === 'decimal') return <NumberLimits {...props} />;
  const numbers: ('maxLength' | 'minRounds' | 'maxRounds')[] =
    item.type === 'text' ? ['maxLength'] : item.type === 'repeat' ? ['minRounds', 'maxRounds'] : [];
  if (numbers.length === 0) return null;
  return (
    <>
      {numbers.map((name) => (
        <span className="row" key={name}>
          <label htmlFor={`${id}-${name}`}>{t(`forms.${name}`)}</label>
          <InputNumber
            id={`${id}-${name}`}
            min={name === 'minRounds' ? 0 : 1}
            precision={0}
            value={item[name] ?? null}
            onChange={(value) => onSet({ [name]: value ?? undefined }, name)}
          />
        </span>
      ))}
      <Faults faults={faults.filter(({ member }) => numbers.some((name) => name === member))} />
    </>
  );
}

/** The commonest constraint without its words; one that says more is written as a condition. */
function NumberLimits({ item, onSet }: SetProps) {
  const { t } = useI18n();
  const id = useId();
  const bounds = boundsOf(item.constraint ?? '');
  if (!bounds || item.calculate) return null;
  const set = (part: Partial<Bounds>) => {
    const constraint = constraintOf({ ...bounds, ...part });
    const cleared: Partial<FormItem> = constraint ? {} : { constraintMessage: undefined };
    onSet({ constraint, ...cleared }, 'constraint');
  };
  return (
    <span className="row">
      {(['least', 'most'] as const).map((side) => (
        <span className="row" key={side}>
          <label htmlFor={`${id}-${side}`}>{t(`forms.${side}`)}</label>
          <InputNumber
            id={`${id}-${side}`}
            {...(item.type === 'integer' ? { precision: 0 } : {})}
            value={bounds[side]}
            onChange={(value) => set({ [side]: value ?? null })}
          />
        </span>
      ))}
    </span>
  );
}
