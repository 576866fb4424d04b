import { DatePicker, Input, Modal, Radio, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { useI18n } from '../../i18n.ts';
import { useUnits } from './data.ts';
import { useCaseWords } from './words.ts';

export interface Answered {
  reason?: string;
  note?: string;
  unitId?: string;
  dueAt?: string;
}

export interface AskDialogProps {
  title: string;
  /** Members the server needs: `reason`, `note`, `unitId`, `dueAt`. */
  needs: string[];
  reasons: string[];
  busy: boolean;
  onSend(answered: Answered): void;
  onClose(): void;
}

const other = 'other';

/** Asks for what a step needs before it is made; nothing is sent until all of it is there. */
export function AskDialog({ title, needs, reasons, busy, onSend, onClose }: AskDialogProps) {
  const { t } = useI18n();
  const say = useCaseWords();
  const [reason, setReason] = useState<string>();
  const [note, setNote] = useState('');
  const [unitId, setUnitId] = useState<string>();
  const [due, setDue] = useState<Dayjs | null>(null);
  const noteNeeded = needs.includes('note') || reason === other;
  const complete =
    (!needs.includes('reason') || reason) &&
    (!noteNeeded || note.trim()) &&
    (!needs.includes('unitId') || unitId) &&
    (!needs.includes('dueAt') || due);
  const send = () => onSend({ reason, note: note.trim() || undefined, unitId, dueAt: due?.toISOString() });
  return (
    <Modal
      open
      title={title}
      onCancel={onClose}
      onOk={send}
      okText={title}
      okButtonProps={{ disabled: !complete, loading: busy }}
      cancelButtonProps={{ autoFocus: true }}
      width={480}
    >
      <div className="stack">
        {needs.includes('reason') ? (
          <Radio.Group
            className="radio-list"
            aria-label={t('ask.reason')}
            value={reason}
            onChange={(event) => setReason(event.target.value as string)}
            options={reasons.map((value) => ({ value, label: say.code('caseReason', value) }))}
          />
        ) : null}
        {needs.includes('unitId') ? <UnitPicker value={unitId} onChange={setUnitId} /> : null}
        {needs.includes('dueAt') ? (
          <DatePicker showTime aria-label={t('ask.dueAt')} placeholder={t('ask.dueAt')} value={due} onChange={setDue} />
        ) : null}
        <label htmlFor="ask-note">{t(noteNeeded ? 'ask.noteNeeded' : 'ask.note')}</label>
        <Input.TextArea
          id="ask-note"
          rows={2}
          maxLength={2000}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </div>
    </Modal>
  );
}

/** Finds a unit by some letters of its name. */
export function UnitPicker({ value, onChange }: { value: string | undefined; onChange(id: string): void }) {
  const { t } = useI18n();
  const [q, setQ] = useState('');
  const units = useUnits(q);
  return (
    <Select
      aria-label={t('ask.unit')}
      placeholder={t('ask.findUnit')}
      showSearch={{ filterOption: false, onSearch: setQ }}
      loading={units.isFetching}
      value={value}
      onChange={onChange}
      options={(units.data ?? []).map((unit) => ({ value: unit.id, label: unit.name }))}
    />
  );
}
