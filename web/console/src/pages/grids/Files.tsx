import type { GridFormat, GridImport, GridImportFault } from '@fourfold/api';
import { Icon } from '@fourfold/ui';
import { Button, Progress, Steps, Table, type TableColumnsType } from 'antd';
import { useRef, useState } from 'react';
import { useProblemText } from '../../data/problems.ts';
import { useMay } from '../../data/session.ts';
import { known, useI18n } from '../../i18n.ts';
import { link } from '../../router.ts';
import { AreaSelect } from '../settings/AreaSelect.tsx';
import { useApplyImport, useCancelImport, useCheckImport } from './changes.ts';
import { exportHref, useImportState } from './data.ts';

const formats: readonly GridFormat[] = ['geojson', 'csv', 'xlsx'];
const names = { geojson: 'GeoJSON', csv: 'CSV', xlsx: 'XLSX' } as const;
const faultsAPage = 50;

/** Grids out of a file and into one. */
export function Files() {
  const may = useMay();
  return (
    <div className="grids-files">
      {may('grids.write') ? <Import /> : null}
      <Export />
    </div>
  );
}

function Export() {
  const { t } = useI18n();
  const [area, setArea] = useState('');
  return (
    <section aria-labelledby="export-title">
      <h2 id="export-title">{t('files.export')}</h2>
      <p className="hint">{t('files.exportHint')}</p>
      <label htmlFor="export-area">{t('files.area')}</label>
      <AreaSelect id="export-area" value={area} onChange={setArea} />
      <p className="row">
        {formats.map((format) => (
          <Button key={format} href={exportHref(format, area)} download>
            {t('files.save', { format: names[format] })}
          </Button>
        ))}
      </p>
    </section>
  );
}

/** By its name; a table that somebody saved under another is told of by the server. */
function formatOf(name: string): GridFormat | null {
  const lower = name.toLowerCase();
  if (lower.endsWith('.csv')) return 'csv';
  if (lower.endsWith('.xlsx')) return 'xlsx';
  return /\.(geo)?json$/.test(lower) ? 'geojson' : null;
}

const stepOf = (state: GridImport['state'] | undefined) =>
  state === undefined ? 0 : state === 'faulty' || state === 'checked' ? 1 : 2;

/** Choose a file, see what it would do, apply it: all of it or nothing. */
function Import() {
  const { t } = useI18n();
  const problemText = useProblemText();
  const input = useRef<HTMLInputElement>(null);
  const check = useCheckImport();
  const [wrong, setWrong] = useState<string | null>(null);
  const [id, setId] = useState<string | null>(null);
  const state = useImportState(id).data;
  const take = (file: File) => {
    const format = formatOf(file.name);
    setId(null);
    setWrong(format ? null : t('files.unknownFormat'));
    if (format)
      check.mutate(
        { file, format },
        {
          onSuccess: (found) => setId(found.id),
          onError: (error) => setWrong(problemText(error)),
        },
      );
  };
  const again = () => {
    setId(null);
    setWrong(null);
    if (input.current) input.current.value = '';
  };
  return (
    <section aria-labelledby="import-title">
      <h2 id="import-title">{t('files.import')}</h2>
      <Steps
        size="small"
        current={stepOf(state?.state)}
        status={wrong || state?.state === 'faulty' || state?.state === 'failed' ? 'error' : undefined}
        items={(['choose', 'look', 'apply'] as const).map((step) => ({ title: t(`files.step.${step}`) }))}
      />
      <label htmlFor="import-file">{t('files.file')}</label>
      <input
        id="import-file"
        ref={input}
        type="file"
        accept=".csv,.xlsx,.json,.geojson"
        aria-describedby="import-hint"
        disabled={check.isPending || state?.state === 'applying'}
        onChange={() => {
          const [file] = Array.from(input.current?.files ?? []);
          if (file) take(file);
        }}
      />
      <p id="import-hint" className="hint">
        {t('files.hint')}
      </p>
      <p role="status">{check.isPending ? t('files.looking') : null}</p>
      <p className="fault" role="alert">
        {wrong}
      </p>
      {state ? <Found state={state} onAgain={again} /> : null}
    </section>
  );
}

function Found({ state, onAgain }: { state: GridImport; onAgain(): void }) {
  const { t, format } = useI18n();
  const problemText = useProblemText();
  const apply = useApplyImport();
  const cancel = useCancelImport();
  const nothing = state.added + state.changed === 0;
  const problem = apply.error ?? cancel.error;
  return (
    <>
      <dl className="grids-numbers">
        {(['rows', 'added', 'changed', 'unchanged', 'faultCount'] as const).map((name) => (
          <div key={name} data-bad={name === 'faultCount' && state[name] > 0}>
            <dt>{t(`files.${name}`)}</dt>
            <dd>{format.number(state[name])}</dd>
          </div>
        ))}
      </dl>
      <p role="status" className={state.state === 'failed' || state.state === 'faulty' ? 'fault' : undefined}>
        {state.state === 'checked' && nothing
          ? t(state.rows === 0 ? 'files.empty' : 'files.nothing')
          : t(`files.state.${state.state}`)}
      </p>
      {state.state === 'applying' ? (
        <Progress
          aria-label={t('files.step.apply')}
          percent={state.rows === 0 ? 0 : Math.round((state.done / state.rows) * 100)}
          format={() => `${format.number(state.done)} / ${format.number(state.rows)}`}
        />
      ) : null}
      {state.faultCount > 0 ? <FaultTable state={state} /> : null}
      <p className="fault" role="alert">
        {problem ? problemText(problem) : null}
      </p>
      <p className="row">
        {state.state === 'checked' && !nothing ? (
          <Button type="primary" loading={apply.isPending} onClick={() => apply.mutate(state.id)}>
            {t('files.apply', { count: state.added + state.changed })}
          </Button>
        ) : null}
        {state.state === 'checked' || state.state === 'applying' ? (
          <Button
            loading={cancel.isPending}
            onClick={() => cancel.mutate(state.id, { onSuccess: () => state.state === 'checked' && onAgain() })}
          >
            {t(state.state === 'applying' ? 'files.stop' : 'verb.cancel')}
          </Button>
        ) : (
          <Button onClick={onAgain}>{t('files.another')}</Button>
        )}
        {state.state === 'done' ? (
          <a {...link('/grids')}>
            <Icon name="grid" size={16} /> {t('files.see')}
          </a>
        ) : null}
      </p>
    </>
  );
}

function FaultTable({ state }: { state: GridImport }) {
  const { t } = useI18n();
  const columns: TableColumnsType<GridImportFault> = [
    { title: t('files.row'), dataIndex: 'row', align: 'right', width: 72 },
    { title: t('files.column'), render: (_, { column }) => column ?? '—', width: 120 },
    {
      title: t('files.what'),
      render: (_, { code }) => {
        const words = known(`problem.${code}`);
        return words ? t(words as 'problem.grid.unknown') : code;
      },
    },
    { title: t('files.value'), dataIndex: 'value' },
    {
      title: t('files.place'),
      render: (_, { place }) =>
        place ? <a {...link(`/grids?at=${place.latitude},${place.longitude}`)}>{t('grid.goThere')}</a> : null,
      width: 96,
    },
  ];
  return (
    <>
      {state.faultCount > state.faults.length ? (
        <p className="hint">{t('files.first', { shown: state.faults.length, count: state.faultCount })}</p>
      ) : null}
      <Table<GridImportFault>
        size="small"
        aria-label={t('files.faults')}
        columns={columns}
        dataSource={state.faults}
        rowKey={(fault) => `${fault.row} ${fault.column} ${fault.code} ${fault.value}`}
        pagination={state.faults.length > faultsAPage ? { pageSize: faultsAPage, showSizeChanger: false } : false}
      />
    </>
  );
}
