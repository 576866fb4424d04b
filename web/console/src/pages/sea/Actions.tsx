import type { Alert } from '@fourfold/api';
import { countdown } from '@fourfold/i18n';
import { Icon, Key } from '@fourfold/ui';
import { Button } from 'antd';
import { useRouting } from '../../data/alerts.ts';
import { useNow } from '../../data/live.ts';
import { useMay } from '../../data/session.ts';
import { useI18n } from '../../i18n.ts';
import { useKeys } from '../../keys/KeysProvider.tsx';
import { link } from '../../router.ts';
import { useWords } from '../../words.ts';
import { nearestUnits } from './nearestUnits.ts';
import { open } from './open.ts';

export interface ActionsProps {
  alert: Alert;
  busy: boolean;
  onVerify(): void;
  onDispatch(): void;
  onMakeCase(): void;
  onDismiss(): void;
  onUndo(): void;
}

/** The three answers to an alert, or what became of it. */
export function Actions({ alert, busy, onVerify, onDispatch, onMakeCase, onDismiss, onUndo }: ActionsProps) {
  const { t } = useI18n();
  const { cap } = useKeys();
  const may = useMay();
  if (alert.state === 'dismissed') return <Dismissed alert={alert} busy={busy} onUndo={onUndo} />;
  if (alert.caseId) {
    return (
      <footer className="actions">
        <Button size="large" type="primary" block {...link(`/cases/${alert.caseId}`)}>
          {t('act.openCase', { number: alert.caseNumber ?? '' })}
        </Button>
      </footer>
    );
  }
  if (!open(alert)) return null;
  return (
    <footer className="actions">
      {may('directory.read') ? <NearestUnits alert={alert} /> : null}
      <div className="actions-line">
        <Waiting alert={alert} />
        {may('cases.open') ? (
          <button type="button" className="act" disabled={busy} onClick={onMakeCase}>
            {t('act.case')} <Key>{cap('makeCase')}</Key>
          </button>
        ) : null}
      </div>
      {may('cases.open') ? (
        <button type="button" className="act" data-tone-fill="red" disabled={busy} onClick={onDispatch}>
          <Icon name="send" /> {t('act.dispatch')} <Key>{cap('dispatch')}</Key>
        </button>
      ) : null}
      {may('alerts.answer') && alert.state === 'new' ? (
        <button type="button" className="act" data-tone-fill="blue" disabled={busy} onClick={onVerify}>
          <Icon name="binoculars" /> {t('act.verify')} <Key>{cap('verify')}</Key>
        </button>
      ) : null}
      {may('alerts.answer') ? (
        <button type="button" className="act" disabled={busy} onClick={onDismiss}>
          {t('act.dismiss')} <Key>{cap('dismiss')}</Key>
        </button>
      ) : null}
    </footer>
  );
}

const mostUnits = 2;

/** Whose place it is, and who else is near: what dispatching would come to. */
function NearestUnits({ alert }: { alert: Alert }) {
  const { t } = useI18n();
  const say = useWords();
  const { data: routing } = useRouting(alert);
  if (!routing) return null;
  const units = nearestUnits(routing).slice(0, mostUnits);
  return (
    <p className="nearest">
      <span className="t3">{t('detail.units')}</span>
      {units.length === 0 ? <span data-tone="l2">{t('detail.unitNone')}</span> : null}
      {units.map(({ unit, distanceMetres }, i) => (
        <span key={unit.id} className={i > 0 ? 't3' : undefined}>
          {unit.name} {distanceMetres === null ? null : <b>{say.distance(distanceMetres)}</b>}
        </span>
      ))}
    </p>
  );
}

function Waiting({ alert }: { alert: Alert }) {
  const { t } = useI18n();
  const say = useWords();
  const now = useNow();
  if (alert.state === 'acknowledged') {
    return (
      <span>
        {alert.acknowledgedBy ? t('alert.takenBy', { name: alert.acknowledgedBy }) : t('alert.state.acknowledged')}
      </span>
    );
  }
  return <span>{t('alert.untakenFor', { span: say.span(now - Date.parse(alert.raisedAt)) })}</span>;
}

function Dismissed({ alert, busy, onUndo }: Pick<ActionsProps, 'alert' | 'busy' | 'onUndo'>) {
  const { t, format } = useI18n();
  const { cap } = useKeys();
  const now = useNow();
  const { dismissal } = alert;
  if (!dismissal) return null;
  const left = Date.parse(dismissal.undoUntil) - now;
  const reason = t(`dismiss.reason.${dismissal.reason as 1}`);
  return (
    <footer className="actions actions-dismissed">
      <p className="t2">
        {t('detail.dismissed', {
          by: dismissal.by ?? '',
          time: format.time(dismissal.at),
          reason: dismissal.note ? `${reason} (${dismissal.note})` : reason,
        })}
      </p>
      {left > 0 ? (
        <button type="button" className="act" disabled={busy} onClick={onUndo}>
          <Icon name="undo" /> {t('act.undo')} <Key>{cap('undo')}</Key>
          <span className="t3">{t('detail.undoLeft', { left: countdown(left) })}</span>
        </button>
      ) : null}
    </footer>
  );
}
