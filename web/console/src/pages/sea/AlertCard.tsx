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
  const waited = now - Date.parse(alert.raisedAt);
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
          <b className="card-title">{say.title(alert)}</b>
          <span className="card-time">{say.span(waited)}</span>
        </span>
        <span className="card-line">
          {say.place(alert)}
          {alert.count > 1 ? ` · ${t('alert.count', { count: alert.count })}` : null}
          {alert.simulated ? <span className="tag">{t('alert.simulated')}</span> : null}
        </span>
        <span className="card-reasons">
          {alert.reasons.slice(0, mostReasons[alert.level]).map((reason) => {
            const { label, value, threshold } = say.reason(reason);
            return (
              <span key={reason.code}>
                {label} <b>{value}</b>
                {threshold ? <span className="t3"> {t('reason.against', { threshold })}</span> : null}
              </span>
            );
          })}
        </span>
        <CardState alert={alert} waited={waited} />
      </button>
    </li>
  );
}

function CardState({ alert, waited }: { alert: Alert; waited: number }) {
  const { t } = useI18n();
  const say = useWords();
  if (alert.state === 'new') {
    if (alert.level > 1) return null;
    return <span className="card-state">{t('alert.ringing', { span: say.span(waited) })}</span>;
  }
  return (
    <span className="card-state t3">
      {alert.state === 'acknowledged' && alert.acknowledgedBy
        ? t('alert.takenBy', { name: alert.acknowledgedBy })
        : t(`alert.state.${alert.state}`)}
      {alert.caseNumber ? ` · ${alert.caseNumber}` : null}
    </span>
  );
}
