import type { WorkOrder, WorkOrderReport } from '@fourfold/api';
import type { QueuedCommand } from '@fourfold/offline';
import { useCode, useI18n } from '../i18n.ts';
import { useWords } from '../words.ts';

/** A record, or a work order as it stands, as one line of text. */
export function useInWords(): (from: QueuedCommand | WorkOrder) => string {
  const { t } = useI18n();
  const code = useCode();
  const words = useWords();
  const report = (of: Partial<WorkOrderReport>): string[] => [
    of.result ? t(`outcome.${of.result}`) : '',
    of.reason ? code('outcomeReason', of.reason) : '',
    of.note ?? '',
    ...(of.seized ?? []).map(
      (item) => `${code('seized.kind', item.kind)} ${item.number} ${code('seized.unit', item.unit)} → ${item.handedTo}`,
    ),
  ];
  return (from) => {
    const said =
      'kind' in from
        ? [words.deed(from.kind), ...report(from.payload), String(from.payload.text ?? '')]
        : [t(`workOrder.state.${from.state}`), ...(from.report ? report(from.report) : [])];
    return said.filter(Boolean).join(' · ');
  };
}
