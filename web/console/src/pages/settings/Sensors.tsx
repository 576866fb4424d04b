import './sensors.css';
import type { Sensor } from '@fourfold/api';
import { Dot, Icon } from '@fourfold/ui';
import { Button, Popconfirm, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useNow } from '../../data/live.ts';
import { useSensors } from '../../data/sea.ts';
import { useMay } from '../../data/session.ts';
import { deleteSensor, useChange } from '../../data/settings.ts';
import { useI18n } from '../../i18n.ts';
import { Listing } from '../../shell/Listing.tsx';
import { useWords } from '../../words.ts';
import { FeedUrl } from './FeedUrl.tsx';
import { useFeedback } from './feedback.ts';
import { SensorDialog } from './SensorDialog.tsx';
import { clockFault, isAskew, registrationState } from './sensorDraft.ts';

const everyMilliseconds = 3000;

/** The radars: whether each sees, how well its clock and its bias are known, and what it is taken for. */
export function Sensors() {
  const { t } = useI18n();
  const may = useMay();
  const sensors = useSensors(true, everyMilliseconds);
  const [edited, setEdited] = useState<Sensor | 'new' | null>(null);
  const columns = useColumns(setEdited);
  return (
    <>
      <p className="hint">{t('sensor.intro')}</p>
      {may('feeds.write') ? (
        <Button type="primary" onClick={() => setEdited('new')}>
          {t('sensor.add')}
        </Button>
      ) : null}
      <Listing
        query={sensors}
        columns={columns}
        rowKey={(sensor) => sensor.id}
        empty={t('sensor.none')}
        expanded={(sensor) => <Details sensor={sensor} />}
      />
      {edited ? <SensorDialog sensor={edited === 'new' ? null : edited} onClose={() => setEdited(null)} /> : null}
    </>
  );
}

function useColumns(onEdit: (sensor: Sensor) => void): TableColumnsType<Sensor> {
  const { t, format } = useI18n();
  const seconds = (value: number | null | undefined, digits = 1) =>
    value === null || value === undefined ? t('detail.none') : `${format.number(value, digits)} ${t('unit.seconds')}`;
  return [
    { title: t('sensor.name'), render: (_, sensor) => <SensorName sensor={sensor} /> },
    { title: t('sensor.state'), render: (_, sensor) => <SensorState sensor={sensor} /> },
    {
      title: t('sensor.period'),
      align: 'right',
      render: (_, { status, model }) => (
        <span className="two-lines">
          {seconds(status.periodSeconds, 2)}
          <span className="t3">{t('sensor.periodOf', { nominal: seconds(model.periodSeconds) })}</span>
        </span>
      ),
    },
    {
      title: <span title={t('sensor.lagHint')}>{t('sensor.lag')}</span>,
      align: 'right',
      render: (_, { status }) => <Lag lag={seconds(status.lagSeconds, 2)} fault={clockFault(status.lagSeconds)} />,
    },
    { title: t('sensor.plots'), align: 'right', render: (_, { status }) => format.number(status.plots) },
    {
      title: t('sensor.late'),
      align: 'right',
      render: (_, { registration }) => (registration ? format.number(registration.latePlots) : t('detail.none')),
    },
    {
      title: (
        <span className="sensor-registration" title={t('sensor.registrationHint')}>
          {t('sensor.registration')}
        </span>
      ),
      render: (_, sensor) => <Registration sensor={sensor} />,
    },
    { title: '', render: (_, sensor) => <SensorTools sensor={sensor} onEdit={() => onEdit(sensor)} /> },
  ];
}

function SensorName({ sensor }: { sensor: Sensor }) {
  const { t } = useI18n();
  return (
    <span className="two-lines">
      <span className="row">
        <b>{sensor.name}</b>
        {sensor.simulated ? <span className="tag">{t('alert.simulated')}</span> : null}
      </span>
      <code>{sensor.key}</code>
    </span>
  );
}

function SensorState({ sensor: { status } }: { sensor: Sensor }) {
  const { t } = useI18n();
  const say = useWords();
  const now = useNow();
  const tone = status.state === 'live' ? 'ok' : status.state === 'off' ? 'off' : 'l2';
  const since = (at: string) => say.span(now - Date.parse(at));
  return (
    <span className="two-lines">
      <span className="row">
        <span data-tone={tone}>
          <Dot tone={tone} />
        </span>
        {t(`sensor.state.${status.state}`)}
      </span>
      <span className="t3">
        {status.lastPlotAt
          ? t('sensor.lastPlot', { span: since(status.lastPlotAt) })
          : status.lastMarkAt
            ? t('sensor.lastMark', { span: since(status.lastMarkAt) })
            : null}
      </span>
    </span>
  );
}

function Lag({ lag, fault }: { lag: string; fault: ReturnType<typeof clockFault> }) {
  const { t } = useI18n();
  if (!fault) return lag;
  return (
    <span className="two-lines">
      {lag}
      <span className="row sensor-fault is-clock" data-tone="l2">
        <Icon name="warning" size={14} />
        {t(`sensor.lag.${fault}`)}
      </span>
    </span>
  );
}

function Registration({ sensor }: { sensor: Sensor }) {
  const { t, format } = useI18n();
  const state = registrationState(sensor);
  const { registration } = sensor;
  const learned = state === 'learning' || state === 'known' ? registration : null;
  const clock = registration && registration.residuals > 0 ? registration : null;
  const of = (value: number, deviation: number, digits: number, unit: string) =>
    t('sensor.biasOf', {
      value: format.number(value, digits),
      deviation: `${format.number(deviation, digits)}${unit}`,
    });
  return (
    <span className="two-lines sensor-registration">
      {learned ? (
        <span>
          {t('sensor.range')} {of(learned.rangeBiasMetres, learned.rangeBiasDeviationMetres, 1, ` ${t('unit.metres')}`)}{' '}
          · {t('sensor.azimuth')} {of(learned.azimuthBiasDegrees, learned.azimuthBiasDeviationDegrees, 3, '°')}
        </span>
      ) : null}
      {clock ? (
        <span>
          {t('sensor.clock')} {of(clock.timeBiasSeconds, clock.timeBiasDeviationSeconds, 2, ` ${t('unit.seconds')}`)}
        </span>
      ) : null}
      {learned && isAskew(sensor) ? (
        <span className="row sensor-fault" data-tone="l2">
          <Icon name="warning" size={14} />
          {t('sensor.askew')}
        </span>
      ) : null}
      <span className="t3">
        {t(`sensor.registration.${state}`, { count: format.number(registration?.residuals ?? 0) })}
      </span>
    </span>
  );
}

function SensorTools({ sensor, onEdit }: { sensor: Sensor; onEdit(): void }) {
  const { t } = useI18n();
  const may = useMay();
  const say = useFeedback();
  const remove = useChange('sensors', deleteSensor);
  if (!may('feeds.write')) return null;
  return (
    <span className="row">
      <Button
        type="text"
        aria-label={`${t('verb.edit')} ${sensor.name}`}
        icon={<Icon name="pen" size={16} />}
        onClick={onEdit}
      />
      <Popconfirm
        title={t('sensor.deleteAsk', { name: sensor.name })}
        okText={t('verb.delete')}
        okButtonProps={{ danger: true }}
        cancelButtonProps={{ autoFocus: true }}
        onConfirm={() => remove.mutate(sensor, { onSuccess: say.deleted, onError: say.failed })}
      >
        <Button type="text" aria-label={`${t('verb.delete')} ${sensor.name}`} icon={<Icon name="trash" size={16} />} />
      </Popconfirm>
    </span>
  );
}

function Details({ sensor }: { sensor: Sensor }) {
  const { t } = useI18n();
  const say = useWords();
  const { areaCode, systemCode } = sensor;
  return (
    <div className="stack">
      <p className="counters">
        <span>{say.position(sensor.latitude, sensor.longitude)}</span>
        {areaCode !== null && systemCode !== null ? (
          <span>
            {t('sensor.areaCode')} {areaCode} / {t('sensor.systemCode')} {systemCode}
          </span>
        ) : null}
        {sensor.simulated ? <span>{t('sensor.simulated')}</span> : null}
      </p>
      <FeedUrl sensorKey={sensor.key} />
      <p className="hint">{t('sensor.registrationHint')}</p>
      <p className="hint">{t('sensor.clockHint')}</p>
      <p className="hint">{t('sensor.lagHint')}</p>
    </div>
  );
}
