import type { Alert, Precision, Reason } from '@fourfold/api';
import { Icon } from '@fourfold/ui';
import { useI18n } from '../../i18n.ts';
import { useWords } from './words.ts';

/** Why the rule fired: each number against its threshold, how often the rule was right, what speaks against it. */
export function Reasons({ alert }: { alert: Alert }) {
  const { t } = useI18n();
  const say = useWords();
  return (
    <section className="block">
      <header className="block-head">
        <h3>{t('detail.why')}</h3>
        <span className="t3">
          {say.rule(alert)} · {t('detail.rule', { version: alert.rule.version })}
        </span>
      </header>
      <dl className="reasons">
        {alert.reasons.map((reason) => (
          <ReasonRow key={reason.code} reason={reason} />
        ))}
      </dl>
      <PrecisionBar precision={alert.precision} />
      {alert.counterReasons.length > 0 ? (
        <div className="counter">
          <Icon name="scales" size={16} />
          <p>
            <b>{t('detail.against')}</b>
            {alert.counterReasons.map((reason) => {
              const { label, value, against, detail } = say.reason(reason);
              return (
                <span key={reason.code}>
                  {label} {value}
                  {against ? ` (${against})` : null}
                  {detail ? ` ${detail}` : null}
                </span>
              );
            })}
          </p>
        </div>
      ) : null}
    </section>
  );
}

function ReasonRow({ reason }: { reason: Reason }) {
  const say = useWords();
  const { label, value, against, detail } = say.reason(reason);
  return (
    <div>
      <dt>
        {label}
        {detail ? <span className="t3"> {detail}</span> : null}
      </dt>
      <dd>
        {value}
        {against ? <span className="t2"> {against}</span> : null}
      </dd>
    </div>
  );
}

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
