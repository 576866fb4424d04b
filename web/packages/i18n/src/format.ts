import type { Language } from './translate.ts';

const locale: Record<Language, string> = { zh: 'zh-CN', en: 'en-GB' };
const cache = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();

function numberFormat(language: Language, digits: number) {
  const key = `n${language}${digits}`;
  let format = cache.get(key);
  if (!format) {
    format = new Intl.NumberFormat(locale[language], { minimumFractionDigits: digits, maximumFractionDigits: digits });
    cache.set(key, format);
  }
  return format as Intl.NumberFormat;
}

function dateFormat(language: Language, name: string, options: Intl.DateTimeFormatOptions) {
  const key = `d${language}${name}`;
  let format = cache.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(locale[language], { hourCycle: 'h23', ...options });
    cache.set(key, format);
  }
  return format as Intl.DateTimeFormat;
}

export type Instant = string | number | Date;
const date = (at: Instant) => (at instanceof Date ? at : new Date(at));

/** Numbers and times as people read them; local time exists only here and on paper. */
export interface Format {
  /** With a fixed count of decimals and grouped thousands. */
  number(value: number, digits?: number): string;
  /** 0.71 → 71 % without decimals. */
  percent(value: number): string;
  /** 04:12:36 */
  clock(at: Instant): string;
  /** 04:12 */
  time(at: Instant): string;
  /** 03-18 04:12 in Chinese, 18 Mar 04:12 in English. */
  dayTime(at: Instant): string;
  /** The same with seconds. */
  dayClock(at: Instant): string;
  /** 03-18 in Chinese, 18 Mar in English. */
  dayMonth(at: Instant): string;
  /** Day with weekday, for the top bar. */
  day(at: Instant): string;
}

export function format(language: Language): Format {
  return {
    number: (value, digits = 0) => numberFormat(language, digits).format(value),
    percent: (value) => `${numberFormat(language, 0).format(value * 100)}%`,
    clock: (at) =>
      dateFormat(language, 'clock', { hour: '2-digit', minute: '2-digit', second: '2-digit' }).format(date(at)),
    time: (at) => dateFormat(language, 'time', { hour: '2-digit', minute: '2-digit' }).format(date(at)),
    dayTime: (at) => `${dayShort(language, date(at))} ${format(language).time(at)}`,
    dayClock: (at) => `${dayShort(language, date(at))} ${format(language).clock(at)}`,
    dayMonth: (at) => dayShort(language, date(at)),
    day: (at) => {
      const weekday = dateFormat(language, 'weekday', { weekday: 'short' }).format(date(at));
      const short = dayShort(language, date(at));
      return language === 'en' ? `${weekday} ${short}` : `${short} ${weekday}`;
    },
  };
}

function dayShort(language: Language, at: Date): string {
  if (language === 'en') return dateFormat(language, 'day', { day: 'numeric', month: 'short' }).format(at);
  return `${String(at.getMonth() + 1).padStart(2, '0')}-${String(at.getDate()).padStart(2, '0')}`;
}

/** YYYY-MM-DD of the local day: for the name of a file, in every language the same. */
export function isoDay(instant: Instant): string {
  const at = date(instant);
  const month = String(at.getMonth() + 1).padStart(2, '0');
  return `${at.getFullYear()}-${month}-${String(at.getDate()).padStart(2, '0')}`;
}

/** A span as whole days, hours, minutes and seconds; negative spans count as zero. */
export function split(milliseconds: number): { days: number; hours: number; minutes: number; seconds: number } {
  const total = Math.max(0, Math.floor(milliseconds / 1000));
  return {
    days: Math.floor(total / 86_400),
    hours: Math.floor(total / 3600) % 24,
    minutes: Math.floor(total / 60) % 60,
    seconds: total % 60,
  };
}

/** 534 s → 08:54; an hour and more → 1:08:54. */
export function countdown(milliseconds: number): string {
  const { days, hours, minutes, seconds } = split(milliseconds);
  const pad = (n: number) => String(n).padStart(2, '0');
  const h = days * 24 + hours;
  return h > 0 ? `${h}:${pad(minutes)}:${pad(seconds)}` : `${pad(minutes)}:${pad(seconds)}`;
}
