import { type Position, uuidV7 } from '@fourfold/api';
import { useEffect, useState } from 'react';
import { useMe, usePhone } from './context.tsx';

/** Whether this post makes patrols. */
export const mayPlan = ({ permissions }: { permissions: readonly string[] }): boolean =>
  permissions.includes('patrols.write');

/** As many as the server takes. */
export const pointsAtMost = 40;
const usualRadiusMetres = 40;

export interface PlanPoint {
  key: string;
  name: string;
  position: Position;
}

/** A patrol being made. */
export interface PlanDraft {
  gridId?: string;
  name: string;
  everyDays: number;
  byHour: number;
  points: PlanPoint[];
}

const empty: PlanDraft = { name: '', everyDays: 1, byHour: 18, points: [] };

/** The same with one point more at its end, under a number until it is named. */
export const withPoint = (plan: PlanDraft, position: Position, name: string): PlanDraft =>
  plan.points.length >= pointsAtMost
    ? plan
    : { ...plan, points: [...plan.points, { key: uuidV7(Date.now()), name, position }] };

/** As the server takes it; null while something is missing. */
export function planBody(plan: PlanDraft, gridId: string | undefined): Record<string, unknown> | null {
  const name = plan.name.trim();
  if (!gridId || !name || plan.points.length === 0 || plan.points.some((point) => !point.name.trim())) return null;
  const points = plan.points.map((point) => ({
    name: point.name.trim(),
    position: point.position,
    radiusMetres: usualRadiusMetres,
  }));
  return { gridId, name, everyDays: plan.everyDays, byHour: plan.byHour, points };
}

/** What is begun stays on the phone until it is handed in; undefined before the phone has looked. */
export function usePlanDraft() {
  const phone = usePhone();
  const key = `plan:${useMe().person.id}`;
  const [plan, setPlan] = useState<PlanDraft>();
  useEffect(() => {
    let gone = false;
    void phone.db.recall<PlanDraft>(key).then((found) => {
      if (!gone) setPlan((now) => now ?? found ?? empty);
    });
    return () => {
      gone = true;
    };
  }, [phone, key]);
  const change = async (next: PlanDraft) => {
    setPlan(next);
    await phone.db.keep(key, next);
  };
  const forget = () => phone.db.kept.delete(key);
  return { plan, change, forget };
}
