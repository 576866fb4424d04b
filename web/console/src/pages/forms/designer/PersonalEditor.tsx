import {
  type FormItem,
  type LegalBasis,
  legalBases,
  type PersonalData,
  type Sensitivity,
  sensitivities,
} from '@fourfold/forms';
import { InputNumber, Radio, Select } from 'antd';
import { useId } from 'react';
import { useI18n } from '../../../i18n.ts';
import { Faults, Part } from './Faults.tsx';
import { isUnder } from './faults.ts';
import type { EditorProps } from './Properties.tsx';
import { TextPair } from './TextPair.tsx';

const mostDays = 3653;
/** Of a field that has just been called personal: a year, and the law's duty, which is what most forms rest on. */
const first = { purpose: { zh: '', en: '' }, legalBasis: 'statutoryDuty', retentionDays: 365 } as const;

type Props = EditorProps & { onSet(part: Partial<FormItem>, mark: string): void };

/** What an answer says of a person: why it may be asked, on what ground, for how long. */
export function PersonalEditor({ item, faults, onSet }: Props) {
  const { t } = useI18n();
  const id = useId();
  const here = faults.filter((fault) => isUnder(fault, 'personal'));
  const personal = item.personal ?? null;
  const sensitivity = personal?.sensitivity ?? 'none';
  const set = (part: Partial<PersonalData>) =>
    onSet({ personal: { ...(personal ?? { sensitivity }), ...part } }, `personal/${Object.keys(part).join()}`);
  const choose = (next: Sensitivity) =>
    onSet({ personal: next === 'none' ? undefined : { ...first, ...personal, sensitivity: next } }, 'personal');
  return (
    <Part title={t('forms.personal')} isOpen={sensitivity !== 'none'} faults={here}>
      <Radio.Group
        className="forms-radios"
        aria-label={t('forms.personal')}
        value={sensitivity}
        onChange={(event) => choose(event.target.value as Sensitivity)}
        options={sensitivities.map((value) => ({
          value,
          label: (
            <>
              {t(`forms.sensitivity.${value}`)} <span className="hint">{t(`forms.sensitivityHint.${value}`)}</span>
            </>
          ),
        }))}
      />
      {personal && sensitivity !== 'none' ? (
        <>
          <TextPair
            name={t('forms.purpose')}
            value={personal.purpose ?? { zh: '', en: '' }}
            required
            onChange={(purpose) => set({ purpose: purpose.zh || purpose.en ? purpose : undefined })}
          />
          <label htmlFor={`${id}-basis`}>{t('forms.legalBasis')}</label>
          <Select<LegalBasis>
            id={`${id}-basis`}
            value={personal.legalBasis ?? undefined}
            onChange={(legalBasis) => set({ legalBasis })}
            options={legalBases.map((value) => ({ value, label: t(`forms.legalBasis.${value}`) }))}
          />
          <label htmlFor={`${id}-days`}>{t('forms.retention')}</label>
          <InputNumber
            id={`${id}-days`}
            min={1}
            max={mostDays}
            precision={0}
            value={personal.retentionDays ?? null}
            onChange={(value) => set({ retentionDays: value ?? undefined })}
          />
        </>
      ) : null}
      <Faults faults={here} />
    </Part>
  );
}
