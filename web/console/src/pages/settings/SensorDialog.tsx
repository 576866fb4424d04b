import type { Sensor } from '@fourfold/api';
import { Skeleton } from '@fourfold/ui';
import { Button, Input, InputNumber, Modal, Switch } from 'antd';
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { useProblemText } from '../../data/problems.ts';
import { saveSensor, useChange } from '../../data/settings.ts';
import { useI18n } from '../../i18n.ts';
import { FeedUrl } from './FeedUrl.tsx';
import { useFeedback } from './feedback.ts';
import {
  draftOf,
  type FieldFault,
  faultOf,
  formOf,
  type ModelGroup,
  modelGroups,
  type SensorForm,
} from './sensorDraft.ts';

const PlaceMap = lazy(() => import('./PlaceMap.tsx'));
const decimals = 1e5;
const tidy = (degrees: number) => Math.round(degrees * decimals) / decimals;
const idOf = (field: string) => `sensor-${field.replace('.', '-')}`;

/** A refusal at its field, in words. */
interface Refusal extends FieldFault {
  text: string;
}

/** A new radar, or a change of one. */
export function SensorDialog({ sensor, onClose }: { sensor: Sensor | null; onClose(): void }) {
  const { t } = useI18n();
  const say = useFeedback();
  const problemText = useProblemText();
  const save = useChange('sensors', saveSensor);
  const [form, setForm] = useState(() => formOf(sensor));
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [picking, setPicking] = useState(false);
  const set = (change: Partial<SensorForm>) => {
    setForm((before) => ({ ...before, ...change }));
    setRefusal(null);
  };
  useEffect(() => {
    if (refusal) document.getElementById(idOf(refusal.field))?.focus();
  }, [refusal]);
  const draft = draftOf(form);
  const refused = (error: unknown) => {
    const fault = faultOf(error);
    if (!fault) return say.failed(error);
    const { minimum, maximum } = fault;
    const text = minimum === null || maximum === null ? problemText(error) : t('sensor.outOf', { minimum, maximum });
    setRefusal({ ...fault, text });
  };
  const done = () => {
    say.saved();
    onClose();
  };
  const submit = () => {
    if (draft)
      save.mutate({ id: sensor?.id, revision: sensor?.revision, draft }, { onSuccess: done, onError: refused });
  };
  const fields = { form, set, refusal };
  return (
    <Modal
      open
      width={760}
      title={sensor?.name ?? t('sensor.add')}
      okText={t('verb.save')}
      okButtonProps={{ disabled: !draft, loading: save.isPending }}
      onOk={submit}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <div className="sensor-form">
        <fieldset>
          <legend>{t('sensor.group.place')}</legend>
          <TextField {...fields} field="name" most={100} />
          <TextField {...fields} field="key" most={64} hint={t('sensor.keyHint')} />
          <NumberField {...fields} field="latitude" unit="°" step={0.001} />
          <NumberField {...fields} field="longitude" unit="°" step={0.001} />
          <Model {...fields} group="place" />
          <div className="sensor-wide">
            <Button size="small" aria-expanded={picking} onClick={() => setPicking(!picking)}>
              {t('sensor.pick')}
            </Button>
            {picking ? (
              <Suspense fallback={<Skeleton label={t('settings.loading')} />}>
                <PlaceMap
                  latitude={form.latitude}
                  longitude={form.longitude}
                  rangeMetres={form.model.maximumRangeMetres ?? 0}
                  onPick={(latitude, longitude) => set({ latitude: tidy(latitude), longitude: tidy(longitude) })}
                />
              </Suspense>
            ) : null}
          </div>
          <NumberField {...fields} field="areaCode" unit="" step={1} hint={t('sensor.codesHint')} optional />
          <NumberField {...fields} field="systemCode" unit="" step={1} optional />
        </fieldset>
        {(['seeing', 'resolution', 'clutter', 'bias'] as const).map((group) => (
          <fieldset key={group}>
            <legend>{t(`sensor.group.${group}`)}</legend>
            <Model {...fields} group={group} />
            {group === 'bias' ? <p className="hint sensor-wide">{t('model.biasHint')}</p> : null}
          </fieldset>
        ))}
        <div className="row">
          <Switch id={idOf('enabled')} checked={form.enabled} onChange={(enabled) => set({ enabled })} />
          <label htmlFor={idOf('enabled')}>{t('sensor.enabled')}</label>
          <Switch id={idOf('simulated')} checked={form.simulated} onChange={(simulated) => set({ simulated })} />
          <label htmlFor={idOf('simulated')}>{t('sensor.isSimulated')}</label>
        </div>
        <FeedUrl sensorKey={form.key} />
      </div>
    </Modal>
  );
}

interface FieldsProps {
  form: SensorForm;
  set(change: Partial<SensorForm>): void;
  refusal: Refusal | null;
}

/** Label, control, and below it what is wrong, or what is asked for. */
function Field(props: { field: string; label: string; fault: string | null; hint?: string; children: ReactNode }) {
  const { field, label, fault, hint, children } = props;
  return (
    <div className="sensor-field" data-wide={field === 'name' ? true : undefined}>
      <label htmlFor={idOf(field)}>{label}</label>
      {children}
      <p id={`${idOf(field)}-help`} className={fault ? 'fault' : 'hint'} role={fault ? 'alert' : undefined}>
        {fault ?? hint}
      </p>
    </div>
  );
}

const faultAt = (refusal: Refusal | null, field: string) => (refusal?.field === field ? refusal.text : null);

interface TextFieldProps extends FieldsProps {
  field: 'key' | 'name';
  most: number;
  hint?: string;
}

function TextField({ form, set, refusal, field, most, hint }: TextFieldProps) {
  const { t } = useI18n();
  const fault = faultAt(refusal, field);
  return (
    <Field field={field} label={t(`sensor.${field}`)} fault={fault} hint={hint}>
      <Input
        id={idOf(field)}
        value={form[field]}
        maxLength={most}
        status={fault ? 'error' : undefined}
        aria-invalid={fault !== null}
        aria-describedby={`${idOf(field)}-help`}
        onChange={(event) => set({ [field]: event.target.value })}
      />
    </Field>
  );
}

interface NumberFieldProps extends FieldsProps {
  field: 'latitude' | 'longitude' | 'areaCode' | 'systemCode';
  unit: string;
  step: number;
  hint?: string;
  optional?: boolean;
}

function NumberField({ form, set, refusal, field, ...more }: NumberFieldProps) {
  const { t } = useI18n();
  return (
    <AnyNumber
      {...more}
      field={field}
      label={t(`sensor.${field}`)}
      value={form[field]}
      fault={faultAt(refusal, field)}
      onChange={(value) => set({ [field]: value })}
    />
  );
}

/** The numbers of the radar's model that belong together. */
function Model({ form, set, refusal, group }: FieldsProps & { group: ModelGroup }) {
  const { t } = useI18n();
  const units = { metres: t('unit.metres'), degrees: '°', seconds: t('unit.seconds'), perTurn: t('sensor.perTurn') };
  return modelGroups[group].map(({ field, unit, step }) => {
    const value = form.model[field] ?? null;
    return (
      <AnyNumber
        key={field}
        field={`model.${field}`}
        label={t(`model.${field}`)}
        unit={unit ? units[unit] : ''}
        step={step}
        value={value}
        fault={faultAt(refusal, `model.${field}`) ?? (value === null ? t('sensor.numberMissing') : null)}
        onChange={(next) => set({ model: { ...form.model, [field]: next } })}
      />
    );
  });
}

interface AnyNumberProps {
  field: string;
  label: string;
  unit: string;
  step: number;
  value: number | null;
  fault: string | null;
  hint?: string;
  optional?: boolean;
  onChange(value: number | null): void;
}

function AnyNumber({ field, label, unit, step, value, fault, hint, optional, onChange }: AnyNumberProps) {
  return (
    <Field field={field} label={label} fault={fault} hint={hint}>
      <span className="sensor-number">
        <InputNumber
          id={idOf(field)}
          value={value}
          step={step}
          status={fault ? 'error' : undefined}
          aria-invalid={fault !== null}
          aria-required={!optional}
          aria-describedby={`${idOf(field)}-unit ${idOf(field)}-help`}
          onChange={onChange}
        />
        <span id={`${idOf(field)}-unit`} className="t3">
          {unit}
        </span>
      </span>
    </Field>
  );
}
