import type { CaseDetail, RoutingAnswer, WorkOrderDraft } from '@fourfold/api';
import { Icon } from '@fourfold/ui';
import { Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useI18n } from '../../i18n.ts';
import { UnitPicker } from './AskDialog.tsx';
import { useRouting } from './data.ts';
import { useCaseWords } from './words.ts';

const departments = ['police', 'coast-guard'] as const;
/** Choices for the time to act, minutes; null leaves it to the case's urgency. */
const minutes = [null, 15, 30, 60, 120, 480] as const;
const elsewhere = 'elsewhere';

export interface IssueDialogProps {
  shown: CaseDetail;
  busy: boolean;
  onSend(draft: WorkOrderDraft): void;
  onClose(): void;
}

/** Says who would be sent and why, and asks once more; the focus is on cancel. */
export function IssueDialog({ shown, busy, onSend, onClose }: IssueDialogProps) {
  const { t } = useI18n();
  const say = useCaseWords();
  const [department, setDepartment] = useState<string>(departments[0]);
  const [unitId, setUnitId] = useState<string>();
  const [within, setWithin] = useState<number | null>(null);
  const [title, setTitle] = useState(() => say.title(shown).slice(0, 100));
  const [instruction, setInstruction] = useState(() => t('issue.instructionDefault', { title: say.title(shown) }));
  const routing = useRouting(shown.position ?? null, department);
  const chosen = routing.data?.chosen ?? null;
  const sendable = instruction.trim() !== '' && (chosen !== null || (unitId !== undefined && unitId !== elsewhere));
  const send = () =>
    onSend({
      title: title.trim() || undefined,
      instruction: instruction.trim(),
      department,
      unitId: unitId === chosen?.id || unitId === elsewhere ? undefined : unitId,
      dueAt: within === null ? undefined : new Date(Date.now() + within * 60_000).toISOString(),
    });
  return (
    <Modal
      open
      title={t('issue.title')}
      onCancel={onClose}
      onOk={send}
      okText={t('issue.submit')}
      okButtonProps={{ danger: true, type: 'primary', loading: busy, disabled: !sendable }}
      cancelButtonProps={{ autoFocus: true }}
      width={560}
    >
      <div className="stack">
        <label htmlFor="issue-title">{t('issue.shortTitle')}</label>
        <Input id="issue-title" maxLength={100} value={title} onChange={(event) => setTitle(event.target.value)} />
        <label htmlFor="issue-instruction">{t('issue.instruction')}</label>
        <Input.TextArea
          id="issue-instruction"
          rows={3}
          maxLength={1000}
          value={instruction}
          onChange={(event) => setInstruction(event.target.value)}
        />
        <label htmlFor="issue-department">{t('issue.department')}</label>
        <Select
          id="issue-department"
          value={department}
          onChange={(next) => {
            setDepartment(next);
            setUnitId(undefined);
          }}
          options={departments.map((value) => ({ value, label: t(`issue.department.${value}`) }))}
        />
        <span>{t('issue.unit')}</span>
        <Units
          routing={routing.data}
          asking={routing.isLoading}
          value={unitId}
          onChange={setUnitId}
          placed={shown.position !== null}
        />
        <label htmlFor="issue-within">{t('issue.due')}</label>
        <Select
          id="issue-within"
          value={within ?? 0}
          onChange={(next) => setWithin(next === 0 ? null : next)}
          options={minutes.map((value) => ({
            value: value ?? 0,
            label: value === null ? t('issue.dueDefault') : t('issue.minutes', { minutes: value }),
          }))}
        />
      </div>
    </Modal>
  );
}

interface UnitsProps {
  routing: RoutingAnswer | undefined;
  asking: boolean;
  placed: boolean;
  value: string | undefined;
  onChange(id: string | undefined): void;
}

/** The unit the routing chose with its reason, the runners-up, or any other by name. */
function Units({ routing, asking, placed, value, onChange }: UnitsProps) {
  const { t } = useI18n();
  const say = useCaseWords();
  const chosen = routing?.chosen ?? null;
  if (asking) return <p className="t3">{t('issue.asking')}</p>;
  if (!chosen)
    return (
      <>
        <p data-tone="l2">
          <Icon name="warning" size={14} /> {t(placed ? 'issue.noUnit' : 'issue.noPosition')}
        </p>
        <UnitPicker value={value} onChange={onChange} />
      </>
    );
  const why = (code: string, metres: number | null | undefined) =>
    [say.code('routing', code), metres ? t('issue.distance', { distance: say.distance(metres) }) : null]
      .filter(Boolean)
      .join(' · ');
  const others = (routing?.candidates ?? []).filter(({ unit }) => unit.id !== chosen.id);
  const metres = routing?.why.parameters?.distanceMetres;
  return (
    <>
      <Select
        aria-label={t('issue.unit')}
        value={value ?? chosen.id}
        onChange={onChange}
        options={[
          { value: chosen.id, label: `${chosen.name} · ${t('issue.chosen')}` },
          ...others.map((one) => ({
            value: one.unit.id,
            label: `${one.unit.name} · ${why(one.why.code, one.distanceMetres)}`,
          })),
          { value: elsewhere, label: t('ask.findUnit') },
        ]}
      />
      {value && value !== chosen.id ? null : (
        <p className="hint">{why(routing?.why.code ?? '', typeof metres === 'number' ? metres : null)}</p>
      )}
      {value === elsewhere ? <UnitPicker value={undefined} onChange={onChange} /> : null}
    </>
  );
}
