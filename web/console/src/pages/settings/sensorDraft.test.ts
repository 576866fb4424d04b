import { readFileSync } from 'node:fs';
import { Problem, type Sensor } from '@fourfold/api';
import { describe, expect, it } from 'vitest';
import {
  clockFault,
  draftOf,
  faultOf,
  feedUrlOf,
  formOf,
  isAskew,
  modelRows,
  registrationState,
} from './sensorDraft.ts';

const written = { ...formOf(null), key: ' xiuying ', name: ' Xiuying ', latitude: 20.02, longitude: 110.27 };

describe('a radar being written', () => {
  it('begins with the defaults of the server', () => {
    const model = readFileSync(new URL('../../../../../sense/Sense/Sensors/RadarModel.cs', import.meta.url), 'utf8');
    const defaults = [...model.matchAll(/public double (\w+) \{ get; init; \}(?: = ([\d_.]+);)?/g)].map(
      ([, name = '', value = '0']) => [name.charAt(0).toLowerCase() + name.slice(1), Number(value.replace(/_/g, ''))],
    );
    expect(defaults.length).toBeGreaterThan(10);
    expect(Object.fromEntries(modelRows.map(({ field, preset }) => [field, preset]))).toEqual(
      Object.fromEntries(defaults),
    );
  });

  it('is sent when key, name, place and every number are there', () => {
    expect(draftOf(written)).toMatchObject({ key: 'xiuying', name: 'Xiuying', latitude: 20.02, areaCode: null });
    expect(draftOf({ ...written, name: '  ' })).toBeNull();
    expect(draftOf({ ...written, longitude: null })).toBeNull();
    expect(draftOf({ ...written, model: { ...written.model, periodSeconds: null } })).toBeNull();
  });

  it('knows which field the server refused, and what it would take', () => {
    const parameters = { field: 'model.periodSeconds', minimum: 0.5, maximum: 30 };
    expect(faultOf(new Problem(422, { code: 'request.out-of-range', parameters }))).toEqual(parameters);
    expect(faultOf(new Problem(422, { code: 'sensor.key-taken', parameters: { field: 'key' } }))).toEqual({
      field: 'key',
      minimum: null,
      maximum: null,
    });
    expect(faultOf(new Problem(409, { code: 'revision.stale', parameters: { expected: 1 } }))).toBeNull();
    expect(faultOf(new Error('x'))).toBeNull();
  });

  it('has an address for its feed', () => {
    expect(feedUrlOf(' xiuying ')).toBe('udp://0.0.0.0:8600?protocol=asterix&sensor=xiuying');
    expect(feedUrlOf('')).toBe('udp://0.0.0.0:8600?protocol=asterix&sensor=KEY');
  });
});

describe('registration', () => {
  const state = (range: number, azimuth: number, residuals: number, unknown = 50) =>
    registrationState({
      model: { rangeBiasDeviationMetres: unknown, azimuthBiasDeviationDegrees: unknown },
      registration: {
        rangeBiasDeviationMetres: range,
        azimuthBiasDeviationDegrees: azimuth,
        residuals,
      } as Sensor['registration'],
      status: { plots: 9 },
    });

  it('is learned when its doubt is small and the comparisons are many', () => {
    expect(state(1.9, 0.009, 50)).toBe('known');
    expect(state(2, 0.009, 50)).toBe('learning');
    expect(state(1.9, 0.01, 50)).toBe('learning');
    expect(state(1.9, 0.009, 49)).toBe('learning');
  });

  it('is nothing to learn of one that is surveyed, and not begun without plots', () => {
    expect(state(50, 0.3, 0, 0)).toBe('surveyed');
    const none = { model: { rangeBiasDeviationMetres: 50 }, registration: null };
    expect(registrationState({ ...none, status: { plots: 0 } })).toBe('none');
  });

  it('is nothing to learn of one that tells its own tracks, however many', () => {
    const none = { model: { rangeBiasDeviationMetres: 50 }, registration: null };
    expect(registrationState({ ...none, status: { plots: 348 } })).toBe('tracks');
  });

  it('says of one whose error is far beyond what its model allows for that it stands askew', () => {
    const askew = (rangeBiasMetres: number, azimuthBiasDegrees: number, residuals = 50) =>
      isAskew({
        model: { rangeBiasDeviationMetres: 50, azimuthBiasDeviationDegrees: 0.3 },
        registration: { rangeBiasMetres, azimuthBiasDegrees, residuals } as Sensor['registration'],
      });
    expect([askew(-199, 1.1), askew(0, -1.3), askew(210, 0), askew(0, 5, 49)]).toEqual([false, true, true, false]);
    expect(isAskew({ model: {}, registration: null })).toBe(false);
  });

  it('says of a clock that is a second off which way', () => {
    expect([null, undefined, 0.04, -0.9, 0.99].map(clockFault)).toEqual([null, null, null, null, null]);
    expect(clockFault(-4.7)).toBe('ahead');
    expect(clockFault(3600)).toBe('behind');
  });
});
