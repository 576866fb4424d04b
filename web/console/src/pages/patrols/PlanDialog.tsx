import type { PatrolPlan } from '@fourfold/api';
import { Icon, Skeleton } from '@fourfold/ui';
import { App, Button, Input, InputNumber, Modal, Select } from 'antd';
import { lazy, Suspense, useDeferredValue, useId, useState } from 'react';
import { useProblemText } from '../../data/problems.ts';
import { useI18n } from '../../i18n.ts';
import { useGrids } from '../grids/data.ts';
import { useSavePlan } from './data.ts';
import { draftOf, emptyPoint, formOf, mostPoints, type PlanForm, type PointForm } from './planDraft.ts';

const PlaceMap = lazy(() => import('../settings/PlaceMap.tsx'));
const decimals = 1e5;
const tidy = (degrees: number) => Math.round(degrees * decimals) / decimals;

/** A new plan of a grid, or a change of one: named points in the order of the way, and how often. */
export function PlanDialog({ plan, onClose }: { plan: PatrolPlan | null; onClose(): void }) {
  const { t } = useI18n();
  const { message } = App.useApp();
  const problemText = useProblemText();
  const id = useId();
  const save = useSavePlan();
  const [form, setForm] = useState(() => formOf(plan));
  const [picking, setPicking] = useState<string | null>(null);
  const set = (change: Partial<PlanForm>) => setForm((before) => ({ ...before, ...change }));
  const setPoint = (key: string, change: Partial<PointForm>) =>
    setForm((before) => ({
      ...before,
      points: before.points.map((point) => (point.key === key ? { ...point, ...change } : point)),
    }));
  const draft = draftOf(form);
  const submit = () => {
    if (!draft) return;
    save.mutate(
      { before: plan, draft },
      { onSuccess: onClose, onError: (error) => void message.error(problemText(error)) },
    );
  };
  const picked = form.points.find(({ key }) => key === picking);
  return (
    <Modal
      open
      width={820}
      title={plan?.name ?? t('patrols.add')}
      okText={t('verb.save')}
      okButtonProps={{ disabled: !draft, loading: save.isPending }}
      onOk={submit}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <div className="patrol-form">
        {plan ? null : <GridField value={form.gridId} onChange={(gridId) => set({ gridId })} />}
        <div>
          <label htmlFor={`${id}-name`}>{t('patrols.name')}</label>
          <Input
            id={`${id}-name`}
            value={form.name}
            maxLength={60}
            placeholder={t('patrols.nameHint')}
            onChange={(event) => set({ name: event.target.value })}
          />
        </div>
        <div>
          <label htmlFor={`${id}-everyDays`}>{t('patrols.everyDays')}</label>
          <InputNumber
            id={`${id}-everyDays`}
            min={1}
            max={92}
            precision={0}
            value={form.everyDays}
            onChange={(everyDays) => set({ everyDays })}
          />
        </div>
        <div>
          <label htmlFor={`${id}-byHour`}>{t('patrols.byHour')}</label>
          <InputNumber
            id={`${id}-byHour`}
            min={1}
            max={24}
            precision={0}
            value={form.byHour}
            onChange={(byHour) => set({ byHour })}
          />
        </div>
      </div>
      <Points form={form} set={set} setPoint={setPoint} picking={picking} onPick={setPicking} />
      {picked ? (
        <Suspense fallback={<Skeleton label={t('patrols.loading')} />}>
          <PlaceMap
            latitude={picked.latitude}
            longitude={picked.longitude}
            rangeMetres={picked.radiusMetres ?? 0}
            onPick={(latitude, longitude) =>
              setPoint(picked.key, { latitude: tidy(latitude), longitude: tidy(longitude) })
            }
          />
        </Suspense>
      ) : null}
    </Modal>
  );
}

function GridField({ value, onChange }: { value: string | null; onChange(id: string): void }) {
  const { t } = useI18n();
  const id = useId();
  const [text, setText] = useState('');
  const grids = useGrids({ q: useDeferredValue(text.trim()) || undefined, kind: 'comprehensive' });
  return (
    <div>
      <label htmlFor={`${id}-grid`}>{t('patrols.grid')}</label>
      <Select
        id={`${id}-grid`}
        showSearch={{ filterOption: false, onSearch: setText }}
        placeholder={t('grids.find')}
        value={value ?? undefined}
        loading={grids.isPending}
        onChange={onChange}
        options={(grids.data ?? []).map((grid) => ({
          value: grid.id,
          label: `${grid.villageName ?? ''} ${grid.name} ${grid.code}`,
        }))}
      />
    </div>
  );
}

interface PointsProps {
  form: PlanForm;
  set(change: Partial<PlanForm>): void;
  setPoint(key: string, change: Partial<PointForm>): void;
  picking: string | null;
  onPick(key: string | null): void;
}

function Points({ form, set, setPoint, picking, onPick }: PointsProps) {
  const { t } = useI18n();
  return (
    <table className="table patrol-points" aria-label={t('patrols.points')}>
      <thead>
        <tr>
          <th scope="col">{t('patrols.point')}</th>
          <th scope="col">{t('patrols.latitude')}</th>
          <th scope="col">{t('patrols.longitude')}</th>
          <th scope="col">{t('patrols.radius')}</th>
          <th scope="col">
            <Button
              size="small"
              icon={<Icon name="plus" size={14} />}
              disabled={form.points.length >= mostPoints}
              onClick={() => set({ points: [...form.points, emptyPoint(crypto.randomUUID())] })}
            >
              {t('patrols.addPoint')}
            </Button>
          </th>
        </tr>
      </thead>
      <tbody>
        {form.points.map((point, index) => {
          const number = index + 1;
          return (
            <tr key={point.key}>
              <td>
                <Input
                  aria-label={t('patrols.pointName', { number })}
                  value={point.name}
                  maxLength={60}
                  onChange={(event) => setPoint(point.key, { name: event.target.value })}
                />
              </td>
              {(['latitude', 'longitude'] as const).map((field) => (
                <td key={field}>
                  <InputNumber
                    aria-label={`${t(`patrols.${field}`)} ${number}`}
                    step={0.0001}
                    value={point[field]}
                    onChange={(value) => setPoint(point.key, { [field]: value })}
                  />
                </td>
              ))}
              <td>
                <InputNumber
                  aria-label={`${t('patrols.radius')} ${number}`}
                  min={10}
                  max={500}
                  precision={0}
                  value={point.radiusMetres}
                  onChange={(radiusMetres) => setPoint(point.key, { radiusMetres })}
                />
              </td>
              <td className="row">
                <Button
                  size="small"
                  aria-pressed={picking === point.key}
                  onClick={() => onPick(picking === point.key ? null : point.key)}
                >
                  {t('patrols.pick')}
                </Button>
                <Button
                  size="small"
                  aria-label={t('patrols.removePoint', { number })}
                  icon={<Icon name="trash" size={14} />}
                  disabled={form.points.length === 1}
                  onClick={() => set({ points: form.points.filter(({ key }) => key !== point.key) })}
                />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
