import type { PatrolPlan, PatrolPlanDraft } from '@fourfold/api';

/** A point as it is typed. */
export interface PointForm {
  /** Of a point there is; a new one has none until it is saved. */
  id?: string;
  /** Of the row on the screen. */
  key: string;
  name: string;
  latitude: number | null;
  longitude: number | null;
  radiusMetres: number | null;
}

/** A plan as it is typed. */
export interface PlanForm {
  gridId: string | null;
  name: string;
  everyDays: number | null;
  byHour: number | null;
  points: PointForm[];
}

export const mostPoints = 40;
const usualRadius = 40;
const usualHour = 18;

export const emptyPoint = (key: string): PointForm => ({
  key,
  name: '',
  latitude: null,
  longitude: null,
  radiusMetres: usualRadius,
});

export const formOf = (plan: PatrolPlan | null): PlanForm => ({
  gridId: plan?.gridId ?? null,
  name: plan?.name ?? '',
  everyDays: plan?.everyDays ?? 1,
  byHour: plan?.byHour ?? usualHour,
  points: plan?.points.map((point) => ({
    id: point.id,
    key: point.id,
    name: point.name,
    latitude: point.position.latitude,
    longitude: point.position.longitude,
    radiusMetres: point.radiusMetres,
  })) ?? [emptyPoint('first')],
});

/** As the server takes it; null while something is missing. */
export function draftOf({ gridId, name, everyDays, byHour, points }: PlanForm): PatrolPlanDraft | null {
  if (!gridId || !name.trim() || everyDays === null || byHour === null || points.length === 0) return null;
  const whole = points.flatMap(({ id, name: called, latitude, longitude, radiusMetres }) =>
    called.trim() && latitude !== null && longitude !== null && radiusMetres !== null
      ? [{ ...(id ? { id } : {}), name: called.trim(), position: { latitude, longitude }, radiusMetres }]
      : [],
  );
  return whole.length === points.length ? { gridId, name: name.trim(), everyDays, byHour, points: whole } : null;
}
