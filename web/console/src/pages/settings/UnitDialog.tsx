import { Button, Input, Modal, Select, Upload } from 'antd';
import { useDeferredValue, useState } from 'react';
import { saveUnit, useChange, useUnit, useUnits } from '../../data/settings.ts';
import { useI18n } from '../../i18n.ts';
import { AreaSelect } from './AreaSelect.tsx';
import { useFeedback } from './feedback.ts';
import { departments, draftOf, emptyUnit, formOf, readPosition, readSector, type UnitForm } from './unitDraft.ts';

/** A new unit (`id` null) or a change of one. */
export function UnitDialog({ id, onClose }: { id: string | null; onClose(): void }) {
  return id === null ? <Write first={emptyUnit} onClose={onClose} /> : <Load id={id} onClose={onClose} />;
}

function Load({ id, onClose }: { id: string; onClose(): void }) {
  const { data } = useUnit(id);
  return data ? <Write id={id} revision={data.revision} first={formOf(data)} onClose={onClose} /> : null;
}

interface WriteProps {
  id?: string;
  revision?: number;
  first: UnitForm;
  onClose(): void;
}

function Write({ id, revision, first, onClose }: WriteProps) {
  const { t } = useI18n();
  const say = useFeedback();
  const save = useChange('units', saveUnit);
  const [form, setForm] = useState(first);
  const set = (change: Partial<UnitForm>) => setForm((before) => ({ ...before, ...change }));
  const result = draftOf(form);
  const submit = () => {
    if (!('draft' in result)) return;
    save.mutate(
      { id, revision, draft: result.draft },
      {
        onSuccess: () => {
          say.saved();
          onClose();
        },
        onError: say.failed,
      },
    );
  };
  return (
    <Modal
      open
      width={620}
      title={id === undefined ? t('unit.add') : first.name}
      okText={t('verb.save')}
      okButtonProps={{ disabled: !('draft' in result), loading: save.isPending }}
      onOk={submit}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <div className="stack">
        <label htmlFor="unit-name">{t('unit.name')}</label>
        <Input
          id="unit-name"
          value={form.name}
          maxLength={100}
          onChange={(event) => set({ name: event.target.value })}
        />
        <label htmlFor="unit-department">{t('unit.department')}</label>
        <Select
          id="unit-department"
          value={form.department}
          onChange={(department) => set({ department })}
          options={[...new Set<string>([...departments, form.department])].map((value) => ({
            value,
            label: (departments as readonly string[]).includes(value) ? t(`department.${value as 'police'}`) : value,
          }))}
        />
        <label htmlFor="unit-area">{t('unit.area')}</label>
        <AreaSelect id="unit-area" value={form.areaCode} onChange={(areaCode) => set({ areaCode })} />
        <label htmlFor="unit-parent">{t('unit.parent')}</label>
        <ParentSelect self={id} value={form.parentId} onChange={(parentId) => set({ parentId })} />
        <label htmlFor="unit-areas">{t('unit.jurisdictionAreas')}</label>
        <AreaSelect id="unit-areas" many value={form.areas} onChange={(areas) => set({ areas })} />
        <label htmlFor="unit-position">{t('unit.position')}</label>
        <Input
          id="unit-position"
          value={form.position}
          status={readPosition(form.position) === undefined ? 'error' : undefined}
          aria-describedby="unit-position-hint"
          onChange={(event) => set({ position: event.target.value })}
        />
        <p id="unit-position-hint" className="hint">
          {readPosition(form.position) === undefined ? t('unit.positionBad') : t('unit.positionHint')}
        </p>
        <Sector value={form.sector} onChange={(sector) => set({ sector })} />
      </div>
    </Modal>
  );
}

function Sector({ value, onChange }: { value: string; onChange(value: string): void }) {
  const { t } = useI18n();
  const bad = readSector(value) === undefined;
  return (
    <>
      <label htmlFor="unit-sector">{t('unit.sector')}</label>
      <Input.TextArea
        id="unit-sector"
        rows={4}
        value={value}
        status={bad ? 'error' : undefined}
        aria-describedby="unit-sector-hint"
        onChange={(event) => onChange(event.target.value)}
      />
      <p id="unit-sector-hint" className="hint">
        {bad ? t('unit.sectorBad') : t('unit.sectorHint')}
      </p>
      <Upload
        accept=".json,.geojson,application/geo+json"
        showUploadList={false}
        beforeUpload={(file) => {
          file.text().then(onChange);
          return false;
        }}
      >
        <Button size="small">{t('unit.sectorFile')}</Button>
      </Upload>
    </>
  );
}

interface ParentSelectProps {
  self: string | undefined;
  value: string | null;
  onChange(id: string | null): void;
}

function ParentSelect({ self, value, onChange }: ParentSelectProps) {
  const [text, setText] = useState('');
  const found = useUnits(useDeferredValue(text)).data ?? [];
  const { data: chosen } = useUnit(value ?? '');
  const units = chosen && !found.some((unit) => unit.id === chosen.id) ? [chosen, ...found] : found;
  return (
    <Select
      id="unit-parent"
      value={value}
      allowClear
      onChange={(id: string | undefined) => onChange(id ?? null)}
      showSearch={{ filterOption: false, onSearch: setText }}
      options={units.filter((unit) => unit.id !== self).map((unit) => ({ value: unit.id, label: unit.name }))}
    />
  );
}
