import type { CaseAlert, CaseDetail, Reason } from '@fourfold/api';
import { Icon, LevelBadge } from '@fourfold/ui';
import { useMay } from '../../data/session.ts';
import { useI18n } from '../../i18n.ts';
import { PrecisionBar } from '../../precision/PrecisionBar.tsx';
import { link } from '../../router.ts';
import { usePrecision } from './data.ts';
import { useCaseWords } from './words.ts';

/** The alerts a case carries, as they were when they came in, and how often their rule was right. */
export function Alerts({ shown }: { shown: CaseDetail }) {
  const { t } = useI18n();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="case-alerts case-scroll" aria-label={t('why.title')} tabIndex={0}>
      <header className="panel-head">
        <h2>{t('why.title')}</h2>
      </header>
      {shown.alerts.length === 0 ? <p className="t3 pad">{t('why.none')}</p> : null}
      {shown.alerts.map((one) => (
        <One key={one.alert.id} joined={one} />
      ))}
    </section>
  );
}

function One({ joined: { alert, outcome } }: { joined: CaseAlert }) {
  const { t, format } = useI18n();
  const say = useCaseWords();
  const may = useMay();
  const { data: precision } = usePrecision(alert.id, may('alerts.read'));
  return (
    <article className="case-alert">
      <header>
        <LevelBadge level={alert.level} size={20} label={t(`level.${alert.level}`)} />
        <b>{say.rule(alert.ruleCode, alert.zoneName)}</b>
        <span className="t3">
          {alert.number} · {format.time(alert.raisedAt)} · {t('why.version', { version: alert.ruleVersion })}
        </span>
        {outcome ? <span className="tag">{t(`outcome.${outcome}`)}</span> : null}
      </header>
      <p>
        {say.vessel(alert)}{' '}
        {may('picture.read') ? <a {...link(`/sea?track=${alert.trackId}`)}>{t('why.track')}</a> : null}
      </p>
      <dl className="reasons">
        {alert.reasons.map((reason) => (
          <ReasonRow key={reason.code} reason={reason} />
        ))}
      </dl>
      {precision ? <PrecisionBar precision={precision} /> : null}
      {alert.counterReasons.length > 0 ? (
        <div className="counter">
          <Icon name="scales" size={16} />
          <p>
            <b>{t('why.against')}</b>
            {alert.counterReasons.map((reason) => {
              const { label, value } = say.reason(reason);
              return (
                <span key={reason.code}>
                  {label} {value}
                </span>
              );
            })}
          </p>
        </div>
      ) : null}
    </article>
  );
}

function ReasonRow({ reason }: { reason: Reason }) {
  const say = useCaseWords();
  const { label, value, against } = say.reason(reason);
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {value}
        {against ? <span className="t2"> {against}</span> : null}
      </dd>
    </div>
  );
}
