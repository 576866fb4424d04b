import type { Zone, ZoneDraft, ZoneKind } from '@fourfold/api';
import { add, fault, middle, type Outline, outlineOf, polygonOf, type SeaMap, ZoneEditor } from '@fourfold/map';
import { Icon } from '@fourfold/ui';
import { App, Button, Input, Select, Switch } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useProblemText } from '../../data/problems.ts';
import { useSaveZone } from '../../data/sea.ts';
import { useI18n } from '../../i18n.ts';
import { Corners } from './Corners.tsx';

const kinds: readonly ZoneKind[] = ['watch', 'harbour', 'anchorage', 'closed'];

export interface ZoneFormProps {
  sea: SeaMap;
  zone: Zone | null;
  onDone(): void;
}

/** One zone, drawn on the map or typed as coordinates: both change the same outline. */
export function ZoneForm({ sea, zone, onDone }: ZoneFormProps) {
  const { t } = useI18n();
  const { message } = App.useApp();
  const problemText = useProblemText();
  const save = useSaveZone();
  const [name, setName] = useState(zone?.name ?? '');
  const [kind, setKind] = useState<ZoneKind>(zone?.kind ?? 'watch');
  const [active, setActive] = useState(zone?.active ?? true);
  const [outline, setOutline] = useState<Outline>(() => (zone ? outlineOf(zone.geometry) : []));
  const [corner, setCorner] = useState(-1);
  useEditor(sea, outline, corner, setOutline, setCorner);

  const wrong = fault(outline);
  const submit = () => {
    const draft: ZoneDraft = { name: name.trim(), kind, active, geometry: polygonOf(outline) };
    save.mutate(
      { id: zone?.id, revision: zone?.revision, draft },
      {
        onSuccess: () => {
          void message.success(t('zone.saved', { name: draft.name }));
          onDone();
        },
        onError: (error) => void message.error(problemText(error)),
      },
    );
  };

  return (
    <>
      <div className="dossier-body">
        <div className="stack pad">
          <label htmlFor="zone-name">{t('zone.name')}</label>
          <Input id="zone-name" value={name} maxLength={80} onChange={(event) => setName(event.target.value)} />
          <label htmlFor="zone-kind">{t('zone.kind')}</label>
          <Select
            id="zone-kind"
            value={kind}
            onChange={setKind}
            options={kinds.map((value) => ({ value, label: t(`zone.kind.${value}`) }))}
          />
          <span className="row">
            <Switch id="zone-active" checked={active} onChange={setActive} />
            <label htmlFor="zone-active">{t('zone.active')}</label>
          </span>
          <h3>{t('zone.corners', { count: outline.length })}</h3>
          <p className="hint">{t('zone.drawHint')}</p>
          <Corners outline={outline} chosen={corner} onChange={setOutline} onChoose={setCorner} />
          <Button
            icon={<Icon name="plus" size={14} />}
            onClick={() => setOutline(add(outline, nextCorner(sea, outline)))}
          >
            {t('zone.addCorner')}
          </Button>
        </div>
      </div>
      <footer className="actions">
        <p className="fault" role="status">
          {wrong ? t(`zone.fault.${wrong}`) : !name.trim() ? t('zone.nameMissing') : null}
        </p>
        <Button onClick={onDone}>{t('verb.cancel')}</Button>
        <Button type="primary" disabled={wrong !== null || !name.trim()} loading={save.isPending} onClick={submit}>
          {t('verb.save')}
        </Button>
      </footer>
    </>
  );
}

/** A new corner without a click: in the middle of the last side, or of the map. */
function nextCorner(sea: SeaMap, outline: Outline): [number, number] {
  if (outline.length >= 2) return middle(outline, outline.length - 1);
  const { lng, lat } = sea.map.getCenter();
  return [lng + outline.length * 0.05, lat];
}

function useEditor(
  sea: SeaMap,
  outline: Outline,
  corner: number,
  onChange: (outline: Outline) => void,
  onChoose: (index: number) => void,
): void {
  const editor = useRef<ZoneEditor | null>(null);
  useEffect(() => {
    const made = new ZoneEditor(sea, onChange, onChoose);
    editor.current = made;
    return () => made.end();
  }, [sea, onChange, onChoose]);
  useEffect(() => editor.current?.show(outline, corner), [outline, corner]);
}
