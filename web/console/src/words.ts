import type { Alert, Comparison, Reason, Ring } from '@fourfold/api';
import { type Instant, split } from '@fourfold/i18n';
import { useMemo } from 'react';
import { known, useI18n } from './i18n.ts';

const metresPerMile = 1852;
const signs: Record<Comparison, string> = { '>': '>', '>=': '≥', '<': '<', '<=': '≤' };

/** A reason as the person reads it: what, how much, against what. */
export interface ReasonWords {
  label: string;
  value: string;
  /** "> 25 kn"; null when nothing was compared. */
  against: string | null;
  /** Bare threshold with its unit. */
  threshold: string | null;
  detail: string | null;
}

/** Numbers of the sea as sentences: one place, so that a card and a dossier never say the same thing differently. */
export function useWords() {
  const i18n = useI18n();
  return useMemo(() => words(i18n), [i18n]);
}

export type Words = ReturnType<typeof words>;

/** The same outside a component. */
export function words({ t, format }: Pick<ReturnType<typeof useI18n>, 't' | 'format'>) {
  /** Two units at most: 22 min, 1 h 10 min, 3 d 4 h. */
  const span = (milliseconds: number): string => {
    const { days, hours, minutes, seconds } = split(milliseconds);
    if (days > 0) return t('span.days', { days, hours });
    if (hours > 0) return t('span.hours', { hours, minutes });
    if (minutes > 0) return t('span.minutes', { minutes });
    return t('span.seconds', { seconds });
  };

  /** A span in running words: one unit is enough, and it is written out. */
  const lasting = (milliseconds: number): string => {
    const { days, hours, minutes, seconds } = split(milliseconds);
    const all = days * 24 + hours;
    if (all > 0) return t('lasting.hours', { hours: all, minutes });
    return minutes > 0 ? t('lasting.minutes', { minutes }) : t('lasting.seconds', { seconds });
  };

  const distance = (metres: number): string =>
    metres < 1000
      ? `${format.number(metres)} ${t('unit.metres')}`
      : `${format.number(metres / 1000, metres < 100_000 ? 1 : 0)} ${t('unit.km')}`;

  /** At sea both are read: kilometres for those on shore, nautical miles for those on board. */
  const seaDistance = (metres: number): string =>
    t('map.scaleSea', {
      km: distance(metres),
      miles: `${format.number(metres / metresPerMile, metres < 200 ? 2 : metres < 20_000 ? 1 : 0)} ${t('unit.nauticalMiles')}`,
    });

  const quantity = (value: number, unit: string | null | undefined): string => {
    switch (unit) {
      case 's':
        return span(value * 1000);
      case 'm':
        return distance(value);
      case 'kn':
        return `${format.number(value, 1)} ${t('unit.knots')}`;
      case 'deg':
        return `${format.number(value)}°`;
      case 'W':
        return `${format.number(value)} W`;
      case '1':
        return format.number(value, 2);
      default:
        return format.number(value, Number.isInteger(value) ? 0 : 1);
    }
  };

  const position = (latitude: number, longitude: number): string =>
    `${degrees(latitude, 'N', 'S')} ${degrees(longitude, 'E', 'W')}`;

  /** An id, a name, or a place as "latitude,longitude". */
  const detail = (text: string): string => {
    const place = /^(-?\d+\.\d+),(-?\d+\.\d+)$/.exec(text);
    return place ? position(Number(place[1]), Number(place[2])) : text;
  };

  const reason = (from: Reason): ReasonWords => {
    const key = known(`reason.${from.code}`);
    const threshold =
      from.threshold === null || from.threshold === undefined ? null : quantity(from.threshold, from.unit);
    return {
      label: key ? t(key as 'reason.track.speed') : from.code,
      value: quantity(from.value, from.unit),
      threshold,
      against: threshold && from.comparison ? `${signs[from.comparison]} ${threshold}` : threshold,
      detail: typeof from.detail === 'string' ? detail(from.detail) : null,
    };
  };

  const ring = (name: Ring | null | undefined): string => t(`ring.${name ?? 'beyond'}`);

  const name = (subject: Alert['subject']): string =>
    subject.name ||
    (subject.mmsi ? String(subject.mmsi) : subject.source === 'radar-only' ? t('alert.noAis') : t('alert.unnamed'));

  /** What happened, with the number that goes on growing: how long it has been silent. */
  const event = (alert: Pick<Alert, 'rule' | 'zone' | 'startedAt' | 'endedAt'>, now = Date.now()): string => {
    switch (alert.rule.code) {
      case 'zone-entry':
        return t('alert.rule.zone-entry', { zone: alert.zone?.name ?? t('alert.zoneUnknown') });
      case 'ais-silence':
        return t('alert.rule.ais-silence', { span: lasting(lastedMilliseconds(alert, now)) });
      case 'dark-vessel':
        return t('alert.rule.dark-vessel', { span: lasting(lastedMilliseconds(alert, now)) });
      default: {
        const key = known(`alert.rule.${alert.rule.code}`);
        return key ? t(key as 'alert.rule.ghost-vessel') : t('alert.rule.other', { code: alert.rule.code });
      }
    }
  };

  const place = (alert: Pick<Alert, 'ring' | 'distanceToShoreMetres'>): string =>
    alert.distanceToShoreMetres === null || alert.distanceToShoreMetres === undefined
      ? ring(alert.ring)
      : t('alert.place', { ring: ring(alert.ring), distance: distance(alert.distanceToShoreMetres) });

  return {
    span,
    past: (milliseconds: number) => t('span.ago', { span: span(milliseconds) }),
    ago: (at: Instant, now: number) => t('span.ago', { span: span(now - new Date(at).getTime()) }),
    distance,
    seaDistance,
    quantity,
    reason,
    ring,
    name,
    event,
    ruleName: ({ code }: Pick<Alert['rule'], 'code'>) => {
      const key = known(`rule.name.${code}`);
      return key ? t(key as 'rule.name.ais-silence') : t('rule.name.other', { code });
    },
    place,
    title: (alert: Alert, now?: number) => `${name(alert.subject)} · ${event(alert, now)}`,
    position,
  };
}

/** From when it began (for a silence: from the last time it was heard) until it was over, or until now. */
export function lastedMilliseconds({ startedAt, endedAt }: Pick<Alert, 'startedAt' | 'endedAt'>, now: number): number {
  return Math.max(0, (endedAt ? Date.parse(endedAt) : now) - Date.parse(startedAt));
}

/** Degrees and decimal minutes, as charts and radio have them. */
export function degrees(value: number, positive: string, negative: string): string {
  const whole = Math.floor(Math.abs(value) + 0.00005 / 6);
  const minutes = Math.max(0, (Math.abs(value) - whole) * 60);
  return `${whole}°${minutes.toFixed(3).padStart(6, '0')}′${value < 0 ? negative : positive}`;
}
