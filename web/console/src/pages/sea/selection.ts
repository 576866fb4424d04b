import type { Alert, AlertTab } from '@fourfold/api';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useAlerts } from '../../data/alerts.ts';
import { useLive, useLiveValue } from '../../data/live.ts';
import { setParams, useParam } from '../../router.ts';
import { useScope } from '../../shell/scope.tsx';
import { open } from './open.ts';

export const tabs: readonly AlertTab[] = ['todo', 'mine', 'handed-over', 'dismissed'];

/** Which alerts are listed and which alert or vessel is open; all of it in the address, so that a reload keeps it. */
export function useSelection() {
  const tabParam = useParam('tab');
  const tab = tabs.find((name) => name === tabParam) ?? 'todo';
  const alertId = useParam('alert');
  const trackParam = useParam('track');
  const { scope } = useScope();
  const list = useAlerts(tab);
  const todo = useAlerts('todo');
  const mine = useAlerts('mine');
  const handedOver = useAlerts('handed-over');
  const dismissed = useAlerts('dismissed');
  const [pendingSlot, setPendingSlot] = useState<number | null>(null);

  const inScope = useCallback(
    (alert: Alert) => scope.code === null || !alert.areaCode || alert.areaCode.startsWith(scope.path),
    [scope],
  );
  const alerts = useMemo(() => list.alerts.filter(inScope), [list.alerts, inScope]);
  /** Everything known on this page, newest copy first: what the map labels and the strip shows. */
  const shown = useMemo(
    () => distinct([todo.alerts, mine.alerts, handedOver.alerts, dismissed.alerts, list.alerts].flat()),
    [todo.alerts, mine.alerts, handedOver.alerts, dismissed.alerts, list.alerts],
  );
  const selected = shown.find((alert) => alert.id === alertId);

  const selectAlert = useCallback((id: string | null) => setParams({ alert: id, track: null }), []);
  const selectTrack = useCallback((id: string | null) => setParams({ alert: null, track: id }), []);

  usePending(pendingSlot, (trackId) => {
    setPendingSlot(null);
    selectTrack(trackId);
  });

  const pick = useCallback(
    (slot: number | null) => {
      const alert = slot === null ? undefined : shown.find((one) => one.slot === slot && open(one));
      if (alert) selectAlert(alert.id);
      else if (slot === null) setParams({ alert: null, track: null });
      else setPendingSlot(slot);
    },
    [shown, selectAlert],
  );

  return {
    tab,
    setTab: (next: AlertTab) => setParams({ tab: next === 'todo' ? null : next }),
    list,
    todo,
    alerts,
    shown,
    selected,
    alertId,
    trackId: trackParam ?? selected?.trackId ?? null,
    selectAlert,
    selectTrack,
    pick,
  };
}

export type Selection = ReturnType<typeof useSelection>;

function distinct(alerts: readonly Alert[]): Alert[] {
  const seen = new Map<string, Alert>();
  for (const alert of alerts) {
    const known = seen.get(alert.id);
    if (!known || known.revision < alert.revision) seen.set(alert.id, alert);
  }
  return [...seen.values()];
}

/** A clicked vessel is named by its slot; its track's id comes from the worker a moment later. */
function usePending(slot: number | null, found: (trackId: string) => void): void {
  const live = useLive();
  const trackId = useLiveValue((client) => (slot === null ? undefined : client.identity(slot)?.trackId));
  useEffect(() => {
    if (slot !== null) live.identify([slot]);
  }, [live, slot]);
  useEffect(() => {
    if (slot !== null && trackId) found(trackId);
  });
}
