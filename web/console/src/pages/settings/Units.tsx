import type { Unit } from '@fourfold/api';
import { Icon } from '@fourfold/ui';
import { Button, Input, type TableColumnsType, Tag } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useMay } from '../../data/session.ts';
import { useUnits } from '../../data/settings.ts';
import { known, useI18n } from '../../i18n.ts';
import { Listing } from '../../shell/Listing.tsx';
import { TryRouting } from './TryRouting.tsx';
import { UnitDialog } from './UnitDialog.tsx';

/** Organisations that act, and what each looks after: what routing goes by. */
export function Units() {
  const { t } = useI18n();
  const may = useMay();
  const [text, setText] = useState('');
  const [dialog, setDialog] = useState<{ id: string | null } | null>(null);
  const units = useUnits(useDeferredValue(text.trim()));
  const columns: TableColumnsType<Unit> = [
    {
      title: t('unit.name'),
      render: (_, unit) => (
        <>
          {unit.name} {unit.synthetic ? <Tag>{t('unit.synthetic')}</Tag> : null}
        </>
      ),
    },
    { title: t('unit.department'), dataIndex: 'department', render: (code: string) => <Department code={code} /> },
    { title: t('unit.area'), dataIndex: 'areaCode' },
    { title: t('unit.jurisdictionAreas'), render: (_, unit) => unit.jurisdiction.areas.join(' ') },
    {
      title: t('unit.position'),
      render: (_, { position }) =>
        position ? `${position.latitude.toFixed(3)}, ${position.longitude.toFixed(3)}` : t('detail.none'),
    },
    {
      title: '',
      render: (_, unit) =>
        may('units.write') ? (
          <Button size="small" onClick={() => setDialog({ id: unit.id })}>
            {t('unit.change')}
          </Button>
        ) : null,
    },
  ];
  return (
    <>
      <p className="hint">{t('unit.intro')}</p>
      <div className="settings-filter">
        {may('units.write') ? (
          <Button type="primary" onClick={() => setDialog({ id: null })}>
            {t('unit.add')}
          </Button>
        ) : null}
        <Input
          className="settings-find"
          aria-label={t('unit.find')}
          placeholder={t('unit.find')}
          prefix={<Icon name="search" size={14} />}
          value={text}
          allowClear
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      <TryRouting />
      <Listing query={units} columns={columns} rowKey={(unit) => unit.id} empty={t('unit.none')} />
      {dialog ? <UnitDialog id={dialog.id} onClose={() => setDialog(null)} /> : null}
    </>
  );
}

export function Department({ code }: { code: string }) {
  const { t } = useI18n();
  const key = known(`department.${code}`);
  return key ? t(key as 'department.police') : <code>{code}</code>;
}
