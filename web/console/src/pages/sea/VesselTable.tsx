import type { Ring, Vessel } from '@fourfold/api';
import { Icon, type Level, LevelBadge, Skeleton } from '@fourfold/ui';
import { Input } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useProblemText } from '../../data/problems.ts';
import { useVessels } from '../../data/sea.ts';
import { useI18n } from '../../i18n.ts';
import { More } from '../../shell/Listing.tsx';
import { useWords } from '../../words.ts';
import { classWord } from './Identity.tsx';
import { vesselName } from './mapLayers.ts';

export interface VesselTableProps {
  ring: Ring | undefined;
  chosen: string | null;
  onChoose(trackId: string): void;
  onClose(): void;
}

/** The map's twin for those who read lists or use the keyboard. */
export function VesselTable({ ring, chosen, onChoose, onClose }: VesselTableProps) {
  const { t } = useI18n();
  const problemText = useProblemText();
  const [text, setText] = useState('');
  const q = useDeferredValue(text.trim()) || undefined;
  const query = useVessels({ q, ring });
  const vessels = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className="table-panel" aria-label={t('table.title')}>
      <header>
        <h2>{t('table.title')}</h2>
        <span className="t2">{t('table.count', { count: vessels.length })}</span>
        <Input
          aria-label={t('find.label')}
          placeholder={t('find.placeholder')}
          prefix={<Icon name="search" size={14} />}
          value={text}
          allowClear
          onChange={(event) => setText(event.target.value)}
        />
        <button type="button" className="bare" aria-label={t('verb.close')} onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      <div className="table-scroll">
        {query.isPending ? <Skeleton label={t('table.title')} rows={6} /> : null}
        {query.isError ? <p className="hint pad">{problemText(query.error)}</p> : null}
        {query.isSuccess && vessels.length === 0 ? <p className="hint pad">{t('table.empty')}</p> : null}
        {vessels.length > 0 ? (
          <table className="grid">
            <thead>
              <tr>
                {(['level', 'name', 'mmsi', 'class', 'speed', 'course', 'shore', 'ring', 'source', 'age'] as const).map(
                  (column) => (
                    <th key={column} scope="col" data-column={column}>
                      {t(`table.${column}`)}
                    </th>
                  ),
                )}
              </tr>
            </thead>
            <tbody>
              {vessels.map((vessel) => (
                <Row
                  key={vessel.trackId}
                  vessel={vessel}
                  chosen={vessel.trackId === chosen}
                  onChoose={() => onChoose(vessel.trackId)}
                />
              ))}
            </tbody>
          </table>
        ) : null}
        <More query={query} block type="text" />
      </div>
    </section>
  );
}

function Row({ vessel, chosen, onChoose }: { vessel: Vessel; chosen: boolean; onChoose(): void }) {
  const { t, format } = useI18n();
  const say = useWords();
  const level = vessel.alertLevel ? (vessel.alertLevel as Level) : null;
  const absent = t('detail.none');
  const number = (value: number | null | undefined, digits: number) =>
    value === null || value === undefined ? absent : format.number(value, digits);
  return (
    <tr aria-current={chosen}>
      <td>{level ? <LevelBadge level={level} size={18} label={t(`level.${level}`)} /> : null}</td>
      <td>
        <button type="button" className="bare linkish" onClick={onChoose}>
          {vesselName(t, vessel)}
        </button>
      </td>
      <td>{vessel.mmsi ?? absent}</td>
      <td>{classWord(t, vessel.shipClass)}</td>
      <td data-column="speed">{number(vessel.speedKnots, 1)}</td>
      <td data-column="course">{number(vessel.courseDegrees, 0)}</td>
      <td data-column="shore">
        {vessel.distanceToShoreMetres === null || vessel.distanceToShoreMetres === undefined
          ? absent
          : say.distance(vessel.distanceToShoreMetres)}
      </td>
      <td>{say.ring(vessel.ring)}</td>
      <td>{t(`source.${vessel.source}`)}</td>
      <td data-column="age">{say.span(vessel.ageSeconds * 1000)}</td>
    </tr>
  );
}
