import type { Alert, Reason } from '@fourfold/api';
import { fill, format, type Language, type Message } from '@fourfold/i18n';
import { describe, expect, it } from 'vitest';
import { catalogues } from './i18n.ts';
import { words } from './words.ts';

const say = (language: Language) =>
  words({
    t: ((key: string, values = {}) =>
      fill(language, (catalogues[language] as Record<string, Message>)[key] ?? key, values)) as never,
    format: format(language),
  });
const alert = (code: string) =>
  ({
    rule: { code },
    startedAt: '2026-03-18T04:00:00Z',
    endedAt: null,
    subject: { name: null, mmsi: null, source: 'radar-only' },
  }) as Alert;
const later = Date.parse('2026-03-18T04:05:00Z');

describe('what radar alerts say', () => {
  it.each([
    ['zh', 'dark-vessel', '无 AIS 目标 · 雷达跟了 5 分钟'],
    ['en', 'dark-vessel', 'Target without AIS · on radar for 5 min'],
    ['zh', 'false-position', '无 AIS 目标 · AIS 位置与雷达不符'],
    ['en', 'ghost-vessel', 'Target without AIS · AIS without an echo'],
    ['zh', 'swapped-identity', '无 AIS 目标 · AIS 号码换了船'],
    ['en', 'not-made-yet', 'Target without AIS · rule not-made-yet'],
  ] as const)('%s: %s', (language, code, title) => {
    expect(say(language).title(alert(code), later)).toBe(title);
  });

  it('a reason is a number with its unit beside its threshold, and the number it is about', () => {
    const reason = (of: Partial<Reason>) => say('zh').reason({ comparison: null, threshold: null, ...of } as Reason);
    expect(
      reason({ code: 'dark.never-named', value: 46, unit: 's', threshold: 45, comparison: '>=' } as Reason),
    ).toMatchObject({ label: '雷达跟着，从没报过 AIS', value: '46 秒', against: '≥ 45 秒' });
    expect(reason({ code: 'identity.mmsi', value: 0.97, unit: '1', detail: '412000110' } as Reason)).toMatchObject({
      value: '0.97',
      against: null,
      detail: '412000110',
    });
    expect(
      reason({ code: 'silence.radar-holds', value: 2.4, unit: 's', threshold: 18, comparison: '<=' } as Reason),
    ).toMatchObject({ label: '雷达还看得见，离上次点迹', against: '≤ 18 秒' });
  });

  it('a length at sea is never no miles at all', () => {
    const { seaDistance } = say('en');
    expect([50, 100, 200, 10_000, 50_000].map(seaDistance)).toEqual([
      '50 m / 0.03 nm',
      '100 m / 0.05 nm',
      '200 m / 0.1 nm',
      '10.0 km / 5.4 nm',
      '50.0 km / 27 nm',
    ]);
  });
});
