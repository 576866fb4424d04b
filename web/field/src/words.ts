import type { Reason, WorkOrder } from '@fourfold/api';
import { split } from '@fourfold/i18n';
import { useCode, useI18n } from './i18n.ts';
import { wind } from './phone/geo.ts';

/** Deadlines nearer than this are counted down. */
const nearMilliseconds = 2 * 3_600_000;

/** How many midnights of this phone's calendar lie between. */
function daysBetween(from: number, to: number): number {
  const midnight = (at: number) => new Date(at).setHours(0, 0, 0, 0);
  return Math.round((midnight(to) - midnight(from)) / 86_400_000);
}

/** Numbers and codes as people say them. */
export function useWords() {
  const { t, format } = useI18n();
  const code = useCode();

  const span = (milliseconds: number): string => {
    const { days, hours, minutes, seconds } = split(milliseconds);
    if (days > 0) return t('span.days', { days, hours });
    if (hours > 0) return t('span.hours', { hours, minutes });
    if (minutes > 0) return t('span.minutes', { minutes });
    return t('span.seconds', { seconds });
  };

  const distance = (metres: number): string =>
    metres < 1000
      ? `${format.number(Math.round(metres / 10) * 10)} ${t('unit.metres')}`
      : `${format.number(metres / 1000, metres < 20_000 ? 1 : 0)} ${t('unit.km')}`;

  const bearing = (degrees: number): string => t(`bearing.${wind(degrees)}` as 'bearing.0');

  const size = (bytes: number): string =>
    bytes < 1_000_000 ? `${format.number(Math.ceil(bytes / 1000))} KB` : `${format.number(bytes / 1_000_000, 1)} MB`;

  /** "19 min left", "5 min late"; a deadline that is not near is a clock time. */
  const due = (order: WorkOrder, now: number): { text: string; late: boolean } => {
    const left = Date.parse(order.dueAt) - now;
    if (left < 0) return { text: t('order.over', { span: span(-left) }), late: true };
    if (left < nearMilliseconds) return { text: t('order.left', { span: span(left) }), late: false };
    const time = format.time(order.dueAt);
    const days = daysBetween(now, Date.parse(order.dueAt));
    if (days === 0) return { text: t('order.due', { time }), late: false };
    return {
      text: days === 1 ? t('order.dueTomorrow', { time }) : t('order.due', { time: format.dayMonth(order.dueAt) }),
      late: false,
    };
  };

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
      default:
        return format.number(value, Number.isInteger(value) ? 0 : 2);
    }
  };

  const signs = { '>': '>', '>=': '≥', '<': '<', '<=': '≤' };

  /** "Silent for 12 min (≥ 5 min)". */
  const reason = (from: Reason): string => {
    const against =
      from.threshold !== null && from.threshold !== undefined && from.comparison
        ? ` (${signs[from.comparison]} ${quantity(from.threshold, from.unit)})`
        : '';
    return `${code('reason', from.code)} ${quantity(from.value, from.unit)}${against}`;
  };

  const title = ({ title: given, instruction }: WorkOrder): string => given || instruction;

  /** `work-order.set-out` and the history's bare `set-out` alike. */
  const deed = (kind: string): string => code('did', kind.replace('work-order.', ''));

  return { span, distance, bearing, size, due, title, quantity, reason, deed };
}

export type Words = ReturnType<typeof useWords>;
