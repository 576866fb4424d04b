import type { GridFault } from '@fourfold/api';
import { Icon } from '@fourfold/ui';
import { known, useI18n } from '../../i18n.ts';

export interface FaultsProps {
  faults: readonly GridFault[];
  onGo(fault: GridFault): void;
}

/** Faults of a boundary, numbered as on the map; each leads to its place. */
export function Faults({ faults, onGo }: FaultsProps) {
  const { t, format } = useI18n();
  if (faults.length === 0)
    return (
      <p className="grids-ok" role="status">
        <Icon name="check" size={16} /> {t('grid.noFaults')}
      </p>
    );
  return (
    <ol className="grids-faults" aria-label={t('grid.faults')}>
      {faults.map((found, index) => {
        const words = known(`problem.${found.code}`);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a fault has no identity but its place in the list
          <li key={index} data-told={found.code === 'boundary.gap'}>
            <button type="button" className="bare" onClick={() => onGo(found)}>
              <b aria-hidden="true">{index + 1}</b>
              <span>
                {words ? t(words as 'problem.boundary.overlap') : found.code}
                {found.other && found.code === 'boundary.overlap' ? ` ${found.other}` : ''}
                <small>
                  {t('grid.squareMetres', { size: format.number(Math.round(found.squareMetres)) })} ·{' '}
                  {found.code === 'boundary.gap' ? t('grid.faultTold') : t('grid.faultBlocks')} · {t('grid.goThere')}
                </small>
              </span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}
