import { Input, Switch } from 'antd';
import { useI18n } from '../../../i18n.ts';
import { Faults } from './Faults.tsx';
import type { PlacedFault } from './faults.ts';
import { TextPair } from './TextPair.tsx';
import type { Designer } from './useDesigner.ts';

/** What concerns the form as a whole. */
export function FormProperties({ designer, faults }: { designer: Designer; faults: readonly PlacedFault[] }) {
  const { t } = useI18n();
  const { spec, edit } = designer;
  return (
    <div className="stack">
      <TextPair
        name={t('forms.title')}
        value={spec.title}
        required
        onChange={(title) => edit((before) => ({ ...before, title }), 'title')}
      />
      <span className="row">
        <Switch
          id="form-emergency"
          checked={spec.emergencyOnly ?? false}
          onChange={(emergencyOnly) => edit((before) => ({ ...before, emergencyOnly }))}
        />
        <label htmlFor="form-emergency">{t('forms.emergencyOnly')}</label>
      </span>
      <p className="hint">{t('forms.emergencyHint')}</p>
      <label htmlFor="form-assessment">{t('forms.assessment')}</label>
      <Input
        id="form-assessment"
        value={spec.assessmentNumber ?? ''}
        maxLength={60}
        onChange={(event) =>
          edit((before) => ({ ...before, assessmentNumber: event.target.value || undefined }), 'assessment')
        }
      />
      <p className="hint">{t('forms.assessmentHint')}</p>
      <p className="hint">{t('forms.oneLanguage')}</p>
      <Faults faults={faults} />
    </div>
  );
}
