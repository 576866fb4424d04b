import { afterEach, describe, expect, it, vi } from 'vitest';
import { countdown, format, isoDay, split } from './format.ts';
import { fill, translator } from './translate.ts';

describe('messages', () => {
  it('are filled; a place without a value stays visible', () => {
    expect(fill('en', '{name} is {what}', { name: 'It' })).toBe('It is {what}');
  });

  it('choose the plural form by count', () => {
    const vessels = { one: '{count} vessel', other: '{count} vessels' };
    const zh = { vessels: '{count} V' } as const;
    const t = translator<typeof zh>('en', { zh, en: { vessels } });
    expect([1, 2, 0].map((count) => t('vessels', { count }))).toEqual(['1 vessel', '2 vessels', '0 vessels']);
  });
});

describe('numbers and times', () => {
  afterEach(() => vi.unstubAllEnvs());

  it('a day is the local one: before eight in the morning it is yesterday by Greenwich', () => {
    vi.stubEnv('TZ', 'Asia/Shanghai');
    expect(isoDay('2026-03-17T23:30:00Z')).toBe('2026-03-18');
  });

  it('spans are cut into whole units and never negative', () => {
    expect(split(93_784_000)).toEqual({ days: 1, hours: 2, minutes: 3, seconds: 4 });
    expect(split(-5)).toEqual({ days: 0, hours: 0, minutes: 0, seconds: 0 });
  });

  it('a countdown shows hours only when there are some', () => {
    expect(countdown(534_000)).toBe('08:54');
    expect(countdown(3_600_000 + 534_000)).toBe('1:08:54');
  });

  it('are written as each language does', () => {
    expect(format('en').number(12_345.678, 1)).toBe('12,345.7');
    expect(format('zh').percent(0.714)).toBe('71%');
    expect(format('zh').clock(new Date(2026, 2, 18, 4, 12, 36))).toBe('04:12:36');
    expect(format('zh').dayTime(new Date(2026, 2, 18, 0, 5))).toBe('03-18 00:05');
    expect(format('zh').dayClock(new Date(2026, 2, 18, 4, 12, 36))).toBe('03-18 04:12:36');
    expect(format('en').dayTime(new Date(2026, 2, 18, 0, 5))).toBe('18 Mar 00:05');
  });
});
