import './corners.css';
import { move, type Outline, remove } from '@fourfold/map';
import { Icon } from '@fourfold/ui';
import { Button, InputNumber } from 'antd';
import { useI18n } from '../../i18n.ts';

const coordinateStep = 0.001;

export interface CornersProps {
  outline: Outline;
  chosen: number;
  onChange(outline: Outline): void;
  onChoose(index: number): void;
  /** 5 is a metre, 7 a centimetre. */
  decimals?: number;
  /** What must stay. */
  fewest?: number;
}

/** An outline as numbers: for the keyboard, and for who has them on paper. */
export function Corners({ outline, chosen, onChange, onChoose, decimals = 5, fewest = 0 }: CornersProps) {
  const { t } = useI18n();
  return (
    <ol className="corners">
      {outline.map(([longitude, latitude], i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a corner has no identity but its place
        <li key={i} data-chosen={i === chosen}>
          <span className="t3">{i + 1}</span>
          <InputNumber
            aria-label={`${t('zone.latitude')} ${i + 1}`}
            value={latitude}
            min={-85}
            max={85}
            step={coordinateStep}
            precision={decimals}
            onFocus={() => onChoose(i)}
            onChange={(value) => onChange(move(outline, i, [longitude, value ?? latitude]))}
          />
          <InputNumber
            aria-label={`${t('zone.longitude')} ${i + 1}`}
            value={longitude}
            min={-180}
            max={180}
            step={coordinateStep}
            precision={decimals}
            onFocus={() => onChoose(i)}
            onChange={(value) => onChange(move(outline, i, [value ?? longitude, latitude]))}
          />
          <Button
            type="text"
            aria-label={t('zone.removeCorner', { index: i + 1 })}
            icon={<Icon name="close" size={14} />}
            disabled={outline.length <= fewest}
            onClick={() => onChange(remove(outline, i))}
          />
        </li>
      ))}
    </ol>
  );
}
