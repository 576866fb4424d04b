import type { GridShift } from '@fourfold/api';

const minutesADay = 24 * 60;
export const mostShifts = 28;
export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
export type Weekday = (typeof weekdays)[number];

const two = (value: number) => String(value).padStart(2, '0');

/** 510 → 08:30. The end of a day is 24:00, which a time field does not know. */
export const timeOf = (minute: number): string => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;

/** 08:30 → 510; midnight as an end is the end of the day. Null for what is no time. */
export function minuteOf(time: string, end: boolean): number | null {
  const [, hours, minutes] = /^(\d\d):(\d\d)$/.exec(time) ?? [];
  if (hours === undefined || minutes === undefined) return null;
  const minute = Number(hours) * 60 + Number(minutes);
  if (minute > minutesADay) return null;
  return end && minute === 0 ? minutesADay : minute;
}

/** In the order of the week. */
export const sorted = (shifts: readonly GridShift[]): GridShift[] =>
  [...shifts].sort((a, b) => a.weekday - b.weekday || a.from - b.from);

/** Why these are no hours of duty; null when they are. */
export function faultOf(shifts: readonly GridShift[]): 'order' | 'overlap' | 'many' | null {
  if (shifts.length > mostShifts) return 'many';
  if (shifts.some(({ from, until }) => from >= until)) return 'order';
  const inOrder = sorted(shifts);
  return inOrder.some((shift, i) => {
    const before = inOrder[i - 1];
    return before?.weekday === shift.weekday && shift.from < before.until;
  })
    ? 'overlap'
    : null;
}

/** Office hours of Hainan, Monday to Friday. */
export const officeHours = (): GridShift[] =>
  [1, 2, 3, 4, 5].flatMap((weekday) => [
    { weekday, from: 8 * 60, until: 12 * 60 },
    { weekday, from: 14 * 60 + 30, until: 17 * 60 + 30 },
  ]);

/** The next one of a day: after the last, or in the morning. */
export function added(shifts: readonly GridShift[], weekday: number): GridShift[] {
  const last = sorted(shifts).findLast((shift) => shift.weekday === weekday);
  const from = last ? Math.min(last.until + 60, minutesADay - 60) : 8 * 60;
  return sorted([...shifts, { weekday, from, until: Math.min(from + 4 * 60, minutesADay) }]);
}

/** Where it stands in a day, per cent. */
export const barOf = ({ from, until }: GridShift) => ({
  left: (from / minutesADay) * 100,
  width: ((until - from) / minutesADay) * 100,
});
