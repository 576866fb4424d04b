import type { Alert, Reason } from '@fourfold/api';
import { Icon } from '@fourfold/ui';
import { useI18n } from '../../i18n.ts';
import { PrecisionBar } from '../../precision/PrecisionBar.tsx';
import { useWords } from '../../words.ts';

/** Why the rule fired: each number against its threshold, how often the rule was right, what speaks against it. */
export function Reasons({ alert }: { alert: Alert }) {
  const { t } = useI18n();
  const say = useWords();
  return (
    <section className="block">
      <header className="block-head">
        <h3>{t('detail.why')}</h3>
        <span className="t3">
          {say.ruleName(alert.rule)} · {t('detail.rule', { version: alert.rule.version })}
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
