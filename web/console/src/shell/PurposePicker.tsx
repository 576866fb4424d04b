import type { Purpose } from '@fourfold/api';
import { Icon } from '@fourfold/ui';
import { Input } from 'antd';
import { useI18n } from '../i18n.ts';

/** Those that this console has pages for. */
export const consolePurposes: readonly Purpose[] = [
  'sea-watch',
  'case-work',
  'statistics',
  'administration',
  'security',
  'audit',
  'other',
];

export interface PurposeChoice {
  purpose: Purpose;
  note: string;
}

export interface PurposePickerProps {
  value: PurposeChoice;
  onChange(value: PurposeChoice): void;
}

/** What this session is for: chosen before any data opens, shown on every page, logged. */
export function PurposePicker({ value, onChange }: PurposePickerProps) {
  const { t } = useI18n();
  return (
    <fieldset className="purposes">
      <legend>{t('signIn.purpose')}</legend>
      <div className="purpose-chips">
        {consolePurposes.map((purpose) => (
          <label className="chip" key={purpose} data-chosen={purpose === value.purpose}>
            <input
              type="radio"
              name="purpose"
              className="visually-hidden"
              checked={purpose === value.purpose}
              onChange={() => onChange({ ...value, purpose })}
            />
            {purpose === value.purpose ? <Icon name="check" size={14} /> : null}
            {t(`purpose.${purpose}`)}
          </label>
        ))}
      </div>
      {value.purpose === 'other' ? (
        <Input
          aria-label={t('signIn.purposeNote')}
          placeholder={t('signIn.purposeNote')}
          value={value.note}
          maxLength={200}
          onChange={(event) => onChange({ ...value, note: event.target.value })}
        />
      ) : null}
      <p className="hint">{t('signIn.purposeHint')}</p>
    </fieldset>
  );
}
