import type { GridKind } from '@fourfold/api';
import { Skeleton, StateCard } from '@fourfold/ui';
import { Checkbox, Input, Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useProblemText } from '../../data/problems.ts';
import { useI18n } from '../../i18n.ts';
import { More } from '../../shell/Listing.tsx';
import { useGrids } from './data.ts';
import { kinds } from './NewGrid.tsx';

export interface GridListProps {
  chosen: string | null;
  micro: boolean;
  onMicro(micro: boolean): void;
  onChoose(id: string): void;
}

/** All grids by their place: the map's twin for the keyboard. */
export function GridList({ chosen, micro, onMicro, onChoose }: GridListProps) {
  const { t } = useI18n();
  const [text, setText] = useState('');
  const [kind, setKind] = useState<GridKind | undefined>();
  const [closed, setClosed] = useState(false);
  return (
    <>
      <div className="grids-filter">
        <Input
          aria-label={t('grids.find')}
          placeholder={t('grids.find')}
          value={text}
          maxLength={60}
          onChange={(event) => setText(event.target.value)}
        />
        <Select
          aria-label={t('grids.kind')}
          placeholder={t('grids.kind')}
          value={kind}
          allowClear
          onChange={setKind}
          options={kinds.map((value) => ({ value, label: t(`grid.kind.${value}`) }))}
        />
        <Checkbox checked={closed} onChange={(event) => setClosed(event.target.checked)}>
          {t('grids.closed')}
        </Checkbox>
        <Checkbox checked={micro} onChange={(event) => onMicro(event.target.checked)}>
          {t('grids.micro')}
        </Checkbox>
      </div>
      <Rows text={useDeferredValue(text.trim())} kind={kind} closed={closed} chosen={chosen} onChoose={onChoose} />
    </>
  );
}

interface RowsProps {
  text: string;
  kind: GridKind | undefined;
  closed: boolean;
  chosen: string | null;
  onChoose(id: string): void;
}

function Rows({ text, kind, closed, chosen, onChoose }: RowsProps) {
  const { t } = useI18n();
  const problemText = useProblemText();
  const grids = useGrids({ q: text || undefined, kind, closed: closed || undefined });
  if (grids.isPending) return <Skeleton label={t('grids.loading')} />;
  if (grids.isError) return <p className="fault">{problemText(grids.error)}</p>;
  const filtered = text || kind || closed;
  if (grids.data.length === 0)
    return (
      <StateCard icon="search" title={filtered ? t('grids.emptyFilter') : t('grids.empty')}>
        {filtered ? t('grids.emptyFilterHint') : t('grids.emptyHint')}
      </StateCard>
    );
  return (
    <>
      <ul className="grids-rows">
        {grids.data.map((grid) => (
          <li key={grid.id}>
            <button type="button" aria-pressed={grid.id === chosen} onClick={() => onChoose(grid.id)}>
              <strong>{grid.name}</strong>
              <small>
                {grid.code} · {t(`grid.kind.${grid.kind}`)} · {t('grids.households', { count: grid.households })}
              </small>
            </button>
          </li>
        ))}
      </ul>
      <More query={grids} />
    </>
  );
}
