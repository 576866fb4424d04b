import type { GridKind, GridUse } from '@fourfold/api';
import { App, Button, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useProblemText } from '../../data/problems.ts';
import { useI18n } from '../../i18n.ts';
import { AreaSelect } from '../settings/AreaSelect.tsx';
import { Boundary, useBoundary } from './Boundary.tsx';
import { type CheckPlace, type NewGrid as Draft, useDraw } from './changes.ts';
import { useMicroParents } from './data.ts';
import { nothingDrawn } from './drawing.ts';
import type { Scene } from './scene.ts';

export const kinds: readonly GridKind[] = ['comprehensive', 'special', 'micro'];
export const uses: readonly GridUse[] = ['park', 'school', 'business-district', 'market', 'fishing-harbour'];
export const mostPeople = 100_000;
export const longestName = 60;
const villageDigits = 12;

export interface NewGridProps {
  scene: Scene;
  /** Village of what was chosen before, as a beginning. */
  village: string;
  onDone(id: string | null): void;
}

/** A grid that is not there yet: what it is, then where it lies. */
export function NewGrid({ scene, village, onDone }: NewGridProps) {
  const { t } = useI18n();
  const { message } = App.useApp();
  const problemText = useProblemText();
  const draw = useDraw();
  const [draft, setDraft] = useState<Draft>({
    villageCode: village,
    name: '',
    kind: 'comprehensive',
    use: null,
    parentId: null,
    households: 0,
    residents: 0,
  });
  const set = (change: Partial<Draft>) => setDraft((before) => ({ ...before, ...change }));
  const missing = whatIsMissing(draft);
  const state = useBoundary(scene, nothingDrawn, placeOf(draft));
  const submit = () => {
    if (!state.geometry) return;
    const grid = { ...draft, name: draft.name.trim() };
    draw.mutate(
      { grid, geometry: state.geometry, acceptFaults: state.accept },
      {
        onSuccess: (made) => {
          void message.success(t('grid.drawn', { code: made.grid.code }));
          onDone(made.grid.id);
        },
        onError: (error) => void message.error(problemText(error)),
      },
    );
  };
  return (
    <aside className="grids-panel" aria-label={t('grid.new')}>
      <h2>{t('grid.new')}</h2>
      <div className="stack">
        <Fields draft={draft} onChange={set} />
      </div>
      <h3>{t('grid.boundary')}</h3>
      <Boundary scene={scene} state={state} />
      <p className="hint" role="status">
        {missing ? t(missing) : null}
      </p>
      <p className="row">
        <Button onClick={() => onDone(null)}>{t('verb.cancel')}</Button>
        <Button type="primary" disabled={missing !== null || !state.ready} loading={draw.isPending} onClick={submit}>
          {t('verb.save')}
        </Button>
      </p>
    </aside>
  );
}

function whatIsMissing({ villageCode, kind, use, parentId, name }: Draft) {
  if (villageCode.length !== villageDigits) return 'grid.needsVillage' as const;
  if (!name.trim()) return 'grid.needsName' as const;
  if (kind === 'special' && !use) return 'grid.needsUse' as const;
  return kind === 'micro' && !parentId ? ('grid.needsParent' as const) : null;
}

function placeOf({ villageCode, kind, parentId }: Draft): CheckPlace | null {
  if (kind === 'micro') return parentId ? { parentId } : null;
  return villageCode.length === villageDigits ? { villageCode } : null;
}

function Fields({ draft, onChange }: { draft: Draft; onChange(change: Partial<Draft>): void }) {
  const { t } = useI18n();
  const parents = useMicroParents(draft.villageCode, draft.kind === 'micro').data ?? [];
  return (
    <>
      <label htmlFor="grid-village">{t('grid.village')}</label>
      <AreaSelect
        id="grid-village"
        value={draft.villageCode}
        onChange={(villageCode) => onChange({ villageCode, parentId: null })}
      />
      <label htmlFor="grid-name">{t('grid.name')}</label>
      <Input
        id="grid-name"
        value={draft.name}
        maxLength={longestName}
        onChange={(event) => onChange({ name: event.target.value })}
      />
      <label htmlFor="grid-kind">{t('grids.kind')}</label>
      <Select
        id="grid-kind"
        value={draft.kind}
        onChange={(kind) => onChange({ kind, use: null, parentId: null })}
        options={kinds.map((value) => ({ value, label: t(`grid.kind.${value}`) }))}
      />
      {draft.kind === 'special' ? <UseSelect value={draft.use} onChange={(use) => onChange({ use })} /> : null}
      {draft.kind === 'micro' ? (
        <>
          <label htmlFor="grid-parent">{t('grid.parent')}</label>
          <Select
            id="grid-parent"
            value={draft.parentId}
            onChange={(parentId) => onChange({ parentId })}
            options={parents.map(({ id, name, code }) => ({ value: id, label: `${name} ${code}` }))}
          />
        </>
      ) : null}
      <People households={draft.households} residents={draft.residents} onChange={onChange} />
    </>
  );
}

export function UseSelect({ value, onChange }: { value: GridUse | null; onChange(use: GridUse): void }) {
  const { t } = useI18n();
  return (
    <>
      <label htmlFor="grid-use">{t('grid.use')}</label>
      <Select
        id="grid-use"
        value={value}
        onChange={onChange}
        options={uses.map((use) => ({ value: use, label: t(`grid.use.${use}`) }))}
      />
    </>
  );
}

export interface PeopleProps {
  households: number;
  residents: number;
  onChange(change: { households?: number; residents?: number }): void;
}

export function People({ households, residents, onChange }: PeopleProps) {
  const { t } = useI18n();
  return (
    <>
      <label htmlFor="grid-households">{t('grid.households')}</label>
      <InputNumber
        id="grid-households"
        min={0}
        max={mostPeople}
        precision={0}
        value={households}
        onChange={(value) => onChange({ households: value ?? 0 })}
      />
      <label htmlFor="grid-residents">{t('grid.residents')}</label>
      <InputNumber
        id="grid-residents"
        min={0}
        max={mostPeople}
        precision={0}
        value={residents}
        onChange={(value) => onChange({ residents: value ?? 0 })}
      />
    </>
  );
}
