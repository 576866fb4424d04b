import type { Alert } from '@fourfold/api';
import { LevelBadge } from '@fourfold/ui';
import { useEffect, useRef } from 'react';
import { useI18n } from '../../i18n.ts';
import { useWords } from '../../words.ts';

export interface AlertCardProps {
  alert: Alert;
  chosen: boolean;
  now: number;
  onChoose(): void;
}

/** The graver the level, the more is said at once. */
const mostReasons = { 1: 3, 2: 3, 3: 2, 4: 2 } as const;

/** One alert in the queue: the graver, the taller. The key numbers stand beside their thresholds. */
export function AlertCard({ alert, chosen, now, onChoose }: AlertCardProps) {
  const { t } = useI18n();
  const say = useWords();
  const card = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (chosen) card.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    <li>
      <button
        ref={card}
        type="button"
        className="card"
        data-level={alert.level}
        data-state={alert.state}
        aria-current={chosen}
        onClick={onChoose}
      >
        <span className="card-head">
          <LevelBadge level={alert.level} label={t(`level.${alert.level}`)} />
          <b className="card-title">{say.title(alert, now)}</b>
          <CardTime alert={alert} now={now} />
        </span>
        <span className="card-line">
          {say.place(alert)}
          {alert.count > 1 ? ` · ${t('alert.count', { count: alert.count })}` : null}
          {alert.simulated ? <span className="tag">{t('alert.simulated')}</span> : null}
        </span>
        <span className="card-reasons">
          {alert.reasons.slice(0, mostReasons[alert.level]).map((reason) => {
            const { label, value, threshold, detail } = say.reason(reason);
            return (
              <span key={reason.code}>
                {label} {detail ? `${detail} ` : null}
                <b>{value}</b>
                {threshold ? <span className="t3"> {t('reason.against', { threshold })}</span> : null}
              </span>
            );
          })}
        </span>
        <CardState alert={alert} />
      </button>
    </li>
  );
}

/** How long it has waited for a person; afterwards how long that person has had it. */
function CardTime({ alert, now }: { alert: Alert; now: number }) {
  const { t } = useI18n();
  const say = useWords();
  if (alert.state === 'new') {
    return <span className="card-time">{t('alert.waited', { span: say.span(now - Date.parse(alert.raisedAt)) })}</span>;
  }
  if (alert.state !== 'acknowledged' || !alert.acknowledgedAt) return null;
  return (
    <span className="card-time card-held">
      {t('alert.held', { span: say.span(now - Date.parse(alert.acknowledgedAt)) })}
    </span>
  );
}

/** Whose it is by now; an alert that waits says so beside its title. */
function CardState({ alert }: { alert: Alert }) {
  const { t } = useI18n();
  if (alert.state === 'new') return null;
  return (
    <span className="card-state t3">
      {alert.state === 'acknowledged' && alert.acknowledgedBy
        ? t('alert.takenBy', { name: alert.acknowledgedBy })
        : t(`alert.state.${alert.state}`)}
      {alert.caseNumber ? ` · ${alert.caseNumber}` : null}
    </span>
  );
}
