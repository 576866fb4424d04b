import type { FormSpec } from '@fourfold/forms';
import { Icon } from '@fourfold/ui';
import { useI18n } from '../../../i18n.ts';
import { useFormWords } from '../words.ts';
import { type At, itemAt } from './edit.ts';
import type { PlacedFault } from './faults.ts';

interface FaultListProps {
  spec: FormSpec;
  faults: readonly PlacedFault[];
  onJump(at: At | null): void;
}

/** Everything that keeps the form from being published; each leads to its place. */
export function FaultList({ spec, faults, onJump }: FaultListProps) {
  const { t } = useI18n();
  const words = useFormWords();
  const nameOf = ({ at }: PlacedFault) =>
    at ? words.say(itemAt(spec, at)?.label) || t('forms.noLabel') : t('forms.wholeForm');
  const jump = (fault: PlacedFault) => {
    onJump(fault.at);
    requestAnimationFrame(() => requestAnimationFrame(() => lead(words.fault(fault))));
  };
  return (
    <section className="forms-faults" aria-labelledby="form-faults">
      <h2 id="form-faults" role="status">
        {faults.length === 0 ? t('forms.faultless') : t('forms.faults', { count: faults.length })}
      </h2>
      {faults.length > 0 ? (
        <ul>
          {faults.map((fault) => (
            <li key={`${fault.path} ${fault.code} ${fault.column ?? 0}`}>
              <button type="button" onClick={() => jump(fault)}>
                <Icon name="warning" size={14} /> <strong>{nameOf(fault)}</strong> {words.fault(fault)}
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}

/** Opens the part of the properties that says so, and puts the focus into what is to be mended. */
function lead(said: string): void {
  const lines = [...document.querySelectorAll('.forms-properties .forms-wrong li')];
  const line = lines.find(({ textContent }) => textContent?.trim() === said);
  const part = line?.closest('details');
  if (part) part.open = true;
  line?.scrollIntoView({ block: 'center' });
  const fields = (line?.closest('.stack') ?? line?.parentElement)?.querySelectorAll<HTMLElement>('textarea, input');
  // The last field before the line that says what is wrong with it.
  const before = [...(fields ?? [])].filter(
    (field) => line && field.compareDocumentPosition(line) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
  before.at(-1)?.focus({ preventScroll: true });
}
