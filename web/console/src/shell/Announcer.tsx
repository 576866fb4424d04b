import type { Alert } from '@fourfold/api';
import { useEffect, useRef, useState } from 'react';
import { useAlerts } from '../data/alerts.ts';
import { useMay } from '../data/session.ts';
import { useI18n } from '../i18n.ts';
import { useWords } from '../words.ts';
import { Announcements } from './announcements.ts';

/** Reads new urgent and high alerts to those who do not see the queue, on whatever page they are; nothing below. */
export function Announcer() {
  const { t } = useI18n();
  const say = useWords();
  const may = useMay();
  const { alerts, isSuccess } = useAlerts('todo', may('alerts.read'));
  const known = useRef(new Announcements());
  const [spoken, setSpoken] = useState<Alert | null>(null);
  useEffect(() => {
    if (!isSuccess) return;
    const next = known.current.next(alerts);
    if (next) setSpoken(next);
  }, [alerts, isSuccess]);
  return (
    <p className="visually-hidden announcer" role="log" aria-live="assertive" aria-atomic="true">
      {spoken ? `${t(`level.${spoken.level}`)}: ${say.title(spoken, Date.parse(spoken.raisedAt))}` : null}
    </p>
  );
}
