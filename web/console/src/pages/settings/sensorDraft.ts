import { isProblem, type RadarModel, type Sensor, type SensorDraft } from '@fourfold/api';

export type ModelField = keyof RadarModel & string;
type Unit = 'metres' | 'degrees' | 'seconds' | 'perTurn' | null;

interface ModelRow {
  field: ModelField;
  unit: Unit;
  /** The server's own default: a coastal X-band radar. */
  preset: number;
  step: number;
}

const row = (field: ModelField, unit: Unit, preset: number, step: number): ModelRow => ({ field, unit, preset, step });

/** The model of a radar in the order of a data sheet; what stands with the place is in the first group. */
export const modelGroups = {
  place: [row('antennaHeightMetres', 'metres', 30, 1)],
  seeing: [
    row('minimumRangeMetres', 'metres', 200, 50),
    row('maximumRangeMetres', 'metres', 40_000, 1000),
    row('rangeDeviationMetres', 'metres', 10, 1),
    row('azimuthDeviationDegrees', 'degrees', 0.2, 0.05),
    row('periodSeconds', 'seconds', 2.5, 0.5),
    row('detectionProbability', null, 0.9, 0.05),
  ],
  resolution: [row('rangeResolutionMetres', 'metres', 25, 5), row('azimuthResolutionDegrees', 'degrees', 0.7, 0.1)],
  clutter: [
    row('clutterFarPerSquareKilometre', 'perTurn', 0.002, 0.001),
    row('clutterNearPerSquareKilometre', 'perTurn', 0, 0.1),
    row('clutterDecayMetres', 'metres', 5000, 500),
  ],
  bias: [row('rangeBiasDeviationMetres', 'metres', 50, 5), row('azimuthBiasDeviationDegrees', 'degrees', 0.3, 0.1)],
} as const satisfies Record<string, readonly ModelRow[]>;

export type ModelGroup = keyof typeof modelGroups;

export const modelRows: readonly ModelRow[] = Object.values(modelGroups).flat();

/** A radar as it is being written; null where a number has still to be given. */
export interface SensorForm {
  key: string;
  name: string;
  latitude: number | null;
  longitude: number | null;
  areaCode: number | null;
  systemCode: number | null;
  enabled: boolean;
  simulated: boolean;
  model: Record<string, number | null>;
}

export function formOf(sensor: Sensor | null): SensorForm {
  const model = Object.fromEntries(modelRows.map(({ field, preset }) => [field, sensor?.model[field] ?? preset]));
  return {
    key: sensor?.key ?? '',
    name: sensor?.name ?? '',
    latitude: sensor?.latitude ?? null,
    longitude: sensor?.longitude ?? null,
    areaCode: sensor?.areaCode ?? null,
    systemCode: sensor?.systemCode ?? null,
    enabled: sensor?.enabled ?? true,
    simulated: sensor?.simulated ?? false,
    model,
  };
}

/** What is sent; null while something has still to be filled in. Ranges are the server's to judge. */
export function draftOf(form: SensorForm): SensorDraft | null {
  const { key, name, latitude, longitude, model } = form;
  if (!key.trim() || !name.trim() || latitude === null || longitude === null) return null;
  if (modelRows.some(({ field }) => model[field] === null)) return null;
  return { ...form, key: key.trim(), name: name.trim(), latitude, longitude, model: model as RadarModel };
}

/** A field that the server refused, as it names it, and what it would take. */
export interface FieldFault {
  field: string;
  minimum: number | null;
  maximum: number | null;
}

/** Which field a refusal is about; null when it is about none. */
export function faultOf(error: unknown): FieldFault | null {
  if (!isProblem(error)) return null;
  const { field, minimum, maximum } = error.parameters;
  if (typeof field !== 'string') return null;
  const number = (value: unknown) => (typeof value === 'number' ? value : null);
  return { field, minimum: number(minimum), maximum: number(maximum) };
}

/** The address of a feed that brings what this radar sends. */
export const feedUrlOf = (key: string): string => `udp://0.0.0.0:8600?protocol=asterix&sensor=${key.trim() || 'KEY'}`;

/** A network and an extractor take a few tenths; what is a second off is a clock. */
const clockSeconds = 1;

/** What to say of a radar's clock, by how much later than their own time its plots come; null when it is right. */
export function clockFault(lagSeconds: number | null | undefined): 'ahead' | 'behind' | null {
  if (lagSeconds === null || lagSeconds === undefined || Math.abs(lagSeconds) < clockSeconds) return null;
  return lagSeconds < 0 ? 'ahead' : 'behind';
}

/** A bias is known from so little doubt and so many comparisons on. */
const settled = { rangeMetres: 2, azimuthDegrees: 0.01, residuals: 50 };

/** So many times what its model says it may be off, a radar stands askew. */
const askewTimes = 4;

/** Whether what was learned of a radar's error is far more than its model allows for: someone should look at the antenna. */
export function isAskew({ model, registration }: Pick<Sensor, 'model' | 'registration'>): boolean {
  if (!registration || registration.residuals < settled.residuals) return false;
  const { rangeBiasMetres, azimuthBiasDegrees } = registration;
  const { rangeBiasDeviationMetres = 0, azimuthBiasDeviationDegrees = 0 } = model;
  return (
    Math.abs(rangeBiasMetres) > askewTimes * rangeBiasDeviationMetres ||
    Math.abs(azimuthBiasDegrees) > askewTimes * azimuthBiasDeviationDegrees
  );
}

export type RegistrationState = 'surveyed' | 'none' | 'tracks' | 'learning' | 'known';

/** How far the error that all plots of a radar share is known. */
export function registrationState({
  model,
  registration,
  status,
}: Pick<Sensor, 'model' | 'registration'> & { status: Pick<Sensor['status'], 'plots'> }): RegistrationState {
  if (model.rangeBiasDeviationMetres === 0 && model.azimuthBiasDeviationDegrees === 0) return 'surveyed';
  if (!registration) return status.plots > 0 ? 'tracks' : 'none';
  const { residuals, rangeBiasDeviationMetres, azimuthBiasDeviationDegrees } = registration;
  return residuals < settled.residuals ||
    rangeBiasDeviationMetres >= settled.rangeMetres ||
    azimuthBiasDeviationDegrees >= settled.azimuthDegrees
    ? 'learning'
    : 'known';
}
