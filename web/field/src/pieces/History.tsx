import type { WorkOrder, WorkOrderStep } from '@fourfold/api';
import { Icon } from '@fourfold/ui';
import { useCode, useI18n } from '../i18n.ts';
import { useWords } from '../words.ts';

/** Code lists of the reasons that a step gives. */
const reasonsOf: Readonly<Record<string, string>> = {
  'send-back': 'sendBackReason',
  return: 'workOrder.returnReason',
  report: 'outcomeReason',
};

/** What happened so far, oldest first; folded away, for who looks for it. */
export function History({ order }: { order: WorkOrder }) {
  const { t, format } = useI18n();
  const code = useCode();
  const words = useWords();
  if (!order.history?.length) return null;
  const why = ({ step, reason }: WorkOrderStep) => {
    const list = reasonsOf[step];
    return list && reason ? code(list, reason) : null;
  };
  return (
    <details className="why">
      <summary>
        <Icon name="chevron" size={20} />
        {t('order.history')}
      </summary>
      <ol className="history">
        {order.history.map((entry) => (
          <li key={`${entry.at}/${entry.step}`}>
            <time dateTime={entry.at}>{format.time(entry.at)}</time>
            <span>
              {words.deed(entry.step)}
              <small>{[entry.actor?.name, why(entry), entry.text].filter(Boolean).join(' · ')}</small>
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}
