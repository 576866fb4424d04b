import { Icon } from '@fourfold/ui';
import { useI18n } from '../../../i18n.ts';
import { useFormWords } from '../words.ts';
import type { At } from './edit.ts';
import type { PlacedFault } from './faults.ts';

/** Everything that keeps the form from being published; each leads to its place. */
export function FaultList({ faults, onJump }: { faults: readonly PlacedFault[]; onJump(at: At | null): void }) {
  const { t } = useI18n();
  const words = useFormWords();
  return (
    <section className="forms-faults" aria-labelledby="form-faults">
      <h2 id="form-faults" role="status">
        {faults.length === 0 ? t('forms.faultless') : t('forms.faults', { count: faults.length })}
      </h2>
      {faults.length > 0 ? (
        <ul>
          {faults.map((fault) => (
            <li key={`${fault.path} ${fault.code} ${fault.column ?? 0}`}>
              <button type="button" onClick={() => onJump(fault.at)}>
                <Icon name="warning" size={14} /> {words.fault(fault)} <code>{fault.path}</code>
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}
