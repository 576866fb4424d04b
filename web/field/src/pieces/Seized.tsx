import type { SeizedKind } from '@fourfold/api';
import { Icon } from '@fourfold/ui';
import { useCode, useI18n } from '../i18n.ts';
import { readNumber } from '../phone/numbers.ts';

/** One row as it is being filled in; the number stays text until it is sent. */
export interface SeizedDraft {
  key: string;
  kind: string;
  number: string;
  unit: string;
  handedTo: string;
}

const itemsAtMost = 20;

export function isComplete(item: SeizedDraft): boolean {
  return readNumber(item.number, item.unit) !== null && item.handedTo.trim() !== '';
}

/** What was taken, how much of it, and who has it now. */
export function Seized(props: { kinds: SeizedKind[]; items: SeizedDraft[]; onChange(items: SeizedDraft[]): void }) {
  const { kinds, items, onChange } = props;
  const { t } = useI18n();
  const [first] = kinds;
  if (!first) return null;
  const add = () => {
    const item = { key: crypto.randomUUID(), kind: first.code, number: '', unit: first.units[0] ?? '', handedTo: '' };
    onChange([...items, item]);
  };
  return (
    <section className="seized" id="report.missingSeized" aria-labelledby="seized">
      <h2 id="seized">{t('report.seized')}</h2>
      {items.map((item, index) => (
        <SeizedRow
          key={item.key}
          kinds={kinds}
          item={item}
          place={index + 1}
          onChange={(changed) => onChange(items.map((other) => (other.key === item.key ? changed : other)))}
          onRemove={() => onChange(items.filter((other) => other.key !== item.key))}
        />
      ))}
      {items.length < itemsAtMost ? (
        <button type="button" className="add" onClick={add}>
          <Icon name="plus" size={20} />
          {t('report.addSeized')}
        </button>
      ) : null}
    </section>
  );
}

interface RowProps {
  kinds: SeizedKind[];
  item: SeizedDraft;
  place: number;
  onChange(item: SeizedDraft): void;
  onRemove(): void;
}

function SeizedRow({ kinds, item, place, onChange, onRemove }: RowProps) {
  const { t } = useI18n();
  const code = useCode();
  const kind = kinds.find((candidate) => candidate.code === item.kind);
  const choose = (next: string) => {
    const units = kinds.find((candidate) => candidate.code === next)?.units ?? [];
    onChange({ ...item, kind: next, unit: units.includes(item.unit) ? item.unit : (units[0] ?? '') });
  };
  return (
    <div className="seized-row">
      <div className="seized-head wide">
        <h3>{t('report.seizedNumber', { number: place })}</h3>
        <button
          type="button"
          className="icon-button"
          onClick={onRemove}
          aria-label={t('report.removeSeized', { number: place })}
        >
          <Icon name="trash" size={22} />
        </button>
      </div>
      <label className="wide">
        <span>{t('report.kind')}</span>
        <select value={item.kind} onChange={(event) => choose(event.target.value)}>
          {kinds.map((candidate) => (
            <option key={candidate.code} value={candidate.code}>
              {code('seized.kind', candidate.code)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{t('report.number')}</span>
        <input
          inputMode="decimal"
          value={item.number}
          onChange={(event) => onChange({ ...item, number: event.target.value })}
        />
      </label>
      <label>
        <span>{t('report.unit')}</span>
        <select value={item.unit} onChange={(event) => onChange({ ...item, unit: event.target.value })}>
          {(kind?.units ?? []).map((unit) => (
            <option key={unit} value={unit}>
              {code('seized.unit', unit)}
            </option>
          ))}
        </select>
      </label>
      <label className="wide">
        <span>{t('report.handedTo')}</span>
        <input
          value={item.handedTo}
          maxLength={100}
          placeholder={t('report.handedToHint')}
          onChange={(event) => onChange({ ...item, handedTo: event.target.value })}
        />
      </label>
      {kind?.hint ? (
        <p className="hint wide">
          <Icon name="warning" size={18} />
          {t('seized.quarantine')}
        </p>
      ) : null}
    </div>
  );
}
