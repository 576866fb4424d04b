import type { Zone } from '@fourfold/api';
import type { SeaMap } from '@fourfold/map';
import { Icon, StateCard } from '@fourfold/ui';
import { App, Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { useProblemText } from '../../data/problems.ts';
import { useDeleteZone } from '../../data/sea.ts';
import { useMay } from '../../data/session.ts';
import { useI18n } from '../../i18n.ts';
import { ZoneForm } from './ZoneForm.tsx';

export interface ZonePanelProps {
  sea: SeaMap | null;
  zones: readonly Zone[];
  chosen: string | null;
  onChoose(id: string | null): void;
  onClose(): void;
}

/** The zones that rules refer to: listed, drawn, changed. */
export function ZonePanel({ sea, zones, chosen, onChoose, onClose }: ZonePanelProps) {
  const { t } = useI18n();
  const may = useMay();
  const [edited, setEdited] = useState<Zone | 'new' | null>(null);
  return (
    <aside className="dossier" aria-label={t('zone.title')}>
      <header className="dossier-head">
        <div className="dossier-title">
          <h2>{t('zone.title')}</h2>
          <button type="button" className="bare" aria-label={t('verb.close')} onClick={onClose}>
            <Icon name="close" />
          </button>
        </div>
      </header>
      {edited && sea ? (
        <ZoneForm
          key={edited === 'new' ? 'new' : edited.id}
          sea={sea}
          zone={edited === 'new' ? null : edited}
          onDone={() => setEdited(null)}
        />
      ) : (
        <div className="dossier-body">
          {zones.length === 0 ? (
            <StateCard icon="zone" title={t('zone.title')}>
              {t('zone.empty')}
            </StateCard>
          ) : null}
          <ul className="zone-list">
            {zones.map((zone) => (
              <ZoneRow
                key={zone.id}
                zone={zone}
                chosen={zone.id === chosen}
                onChoose={() => onChoose(zone.id === chosen ? null : zone.id)}
                onEdit={() => {
                  onChoose(zone.id);
                  setEdited(zone);
                }}
              />
            ))}
          </ul>
          {may('zones.write') ? (
            <div className="pad">
              <Button type="primary" block disabled={!sea} onClick={() => setEdited('new')}>
                {t('zone.new')}
              </Button>
            </div>
          ) : null}
        </div>
      )}
    </aside>
  );
}

interface ZoneRowProps {
  zone: Zone;
  chosen: boolean;
  onChoose(): void;
  onEdit(): void;
}

function ZoneRow({ zone, chosen, onChoose, onEdit }: ZoneRowProps) {
  const { t } = useI18n();
  const may = useMay();
  const { message } = App.useApp();
  const problemText = useProblemText();
  const remove = useDeleteZone();
  return (
    <li data-chosen={chosen}>
      <button type="button" className="bare zone-name" aria-pressed={chosen} onClick={onChoose}>
        <b>{zone.name}</b>
        <span className="t3">
          {t(`zone.kind.${zone.kind}`)} · {zone.active ? t('zone.active') : t('zone.off')}
        </span>
      </button>
      {may('zones.write') ? (
        <>
          <Button
            type="text"
            aria-label={`${t('verb.edit')} ${zone.name}`}
            icon={<Icon name="pen" size={16} />}
            onClick={onEdit}
          />
          <Popconfirm
            title={t('zone.deleteAsk', { name: zone.name })}
            okText={t('verb.delete')}
            okButtonProps={{ danger: true }}
            cancelButtonProps={{ autoFocus: true }}
            onConfirm={() =>
              remove.mutate(zone, {
                onSuccess: () => void message.success(t('zone.deleted', { name: zone.name })),
                onError: (error) => void message.error(problemText(error)),
              })
            }
          >
            <Button
              type="text"
              aria-label={`${t('verb.delete')} ${zone.name}`}
              icon={<Icon name="trash" size={16} />}
            />
          </Popconfirm>
        </>
      ) : null}
    </li>
  );
}
