import './precision.css';
import type { Precision } from '@fourfold/api';
import { Icon } from '@fourfold/ui';
import { useI18n } from '../i18n.ts';

/** Confirmed of those judged, with the interval the sample allows; too few outcomes are shown and not scored. */
export function PrecisionBar({ precision }: { precision: Precision }) {
  const { t, format } = useI18n();
  const { confirmed, refuted, notFound, undetermined, mean, low, high } = precision;
  const judged = confirmed + refuted;
  if (judged === 0 || mean === null || mean === undefined) {
    return (
      <p className="precision-few">
        <Icon name="help" size={14} />
        {judged === 0 ? t('detail.precisionNone') : t('detail.precisionFew', { judged })}
        {precision.simulated && judged > 0 ? ` · ${t('detail.precisionSimulated')}` : null}
      </p>
    );
  }
  const beside = notFound + undetermined > 0;
  return (
    <div className="precision">
      <div className="precision-bar" aria-hidden="true">
        <span className="precision-mean" style={{ width: `${mean * 100}%` }} />
        {low !== null && low !== undefined && high !== null && high !== undefined ? (
          <span className="precision-range" style={{ left: `${low * 100}%`, width: `${(high - low) * 100}%` }} />
        ) : null}
      </div>
      <p className="t2">
        {t('detail.precision', { confirmed, judged, percent: format.percent(confirmed / judged) })}
        {low !== null && low !== undefined && high !== null && high !== undefined
          ? ` · ${t('detail.precisionRange', { low: format.percent(low), high: format.percent(high) })}`
          : null}
        {beside ? ` · ${t('detail.precisionBeside', { notFound, undetermined })}` : null}
        {precision.simulated ? ` · ${t('detail.precisionSimulated')}` : null}
      </p>
    </div>
  );
}
