import type { Alert, RoutingAnswer } from '@fourfold/api';
import { Icon } from '@fourfold/ui';
import { Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useRouting } from '../../data/alerts.ts';
import { known, useI18n } from '../../i18n.ts';
import { useWords } from '../../words.ts';
import { nearestUnits } from './nearestUnits.ts';

export interface DispatchDialogProps {
  alert: Alert;
  busy: boolean;
  onDispatch(instruction: string, unitId: string | undefined): void;
  onClose(): void;
}

/** Asks once more before anyone is sent out; the focus is on cancel. */
export function DispatchDialog({ alert, busy, onDispatch, onClose }: DispatchDialogProps) {
  const { t } = useI18n();
  const say = useWords();
  const routing = useRouting(alert);
  const [unitId, setUnitId] = useState<string>();
  const [instruction, setInstruction] = useState(() =>
    t('dispatch.instructionDefault', { title: say.title(alert), place: say.place(alert) }),
  );
  const chosen = routing.data?.chosen ?? null;
  return (
    <Modal
      open
      title={t('dispatch.title', { title: say.title(alert) })}
      onCancel={onClose}
      onOk={() => onDispatch(instruction.trim(), unitId === chosen?.id ? undefined : unitId)}
      okText={t('dispatch.submit')}
      okButtonProps={{ danger: true, type: 'primary', loading: busy, disabled: !instruction.trim() }}
      cancelButtonProps={{ autoFocus: true }}
      width={520}
    >
      <div className="stack">
        <label htmlFor="unit">{t('dispatch.unit')}</label>
        {routing.isPending ? <p className="t3">{t('dispatch.routing')}</p> : null}
        {routing.data ? <UnitSelect routing={routing.data} value={unitId ?? chosen?.id} onChange={setUnitId} /> : null}
        {routing.isError || (routing.data && !chosen) ? (
          <p data-tone="l2">
            <Icon name="warning" size={14} /> {t('dispatch.noUnit')}
          </p>
        ) : null}
        <label htmlFor="instruction">{t('dispatch.instruction')}</label>
        <Input.TextArea
          id="instruction"
          rows={3}
          maxLength={1000}
          value={instruction}
          onChange={(event) => setInstruction(event.target.value)}
        />
      </div>
    </Modal>
  );
}

interface UnitSelectProps {
  routing: RoutingAnswer;
  value: string | undefined;
  onChange(unitId: string): void;
}

function UnitSelect({ routing, value, onChange }: UnitSelectProps) {
  const { t } = useI18n();
  const say = useWords();
  const why = (code: string) => {
    const key = known(`dispatch.why.${code.replace(/^routing\./, '')}`);
    return key ? t(key as 'dispatch.why.sector') : code;
  };
  const choices = nearestUnits(routing);
  return (
    <Select
      id="unit"
      value={value}
      onChange={onChange}
      options={choices.map(({ unit, why: because, distanceMetres }) => ({
        value: unit.id,
        label: [unit.name, why(because.code), distanceMetres ? say.distance(distanceMetres) : null]
          .filter(Boolean)
          .join(' · '),
      }))}
    />
  );
}
