import { describe, expect, it } from 'vitest';
import { added, barOf, faultOf, minuteOf, officeHours, timeOf } from './shifts.ts';

describe('hours of duty', () => {
  it('are minutes of a day, with midnight as its end', () => {
    expect(timeOf(510)).toBe('08:30');
    expect(minuteOf('08:30', false)).toBe(510);
    expect(minuteOf('00:00', true)).toBe(1440);
    expect(minuteOf('00:00', false)).toBe(0);
    expect(minuteOf('', true)).toBeNull();
  });

  it('do not overlap on a day, and end after they begin', () => {
    expect(faultOf(officeHours())).toBeNull();
    expect(faultOf([{ weekday: 1, from: 600, until: 600 }])).toBe('order');
    const overlap = [
      { weekday: 1, from: 600, until: 700 },
      { weekday: 1, from: 480, until: 601 },
    ];
    expect(faultOf(overlap)).toBe('overlap');
    expect(faultOf(overlap.map((shift, i) => ({ ...shift, weekday: i + 1 })))).toBeNull();
    expect(faultOf(Array.from({ length: 29 }, () => ({ weekday: 1, from: 0, until: 1 })))).toBe('many');
  });

  it('are added after the last of the day', () => {
    expect(added(officeHours(), 5).at(-1)).toEqual({ weekday: 5, from: 1110, until: 1350 });
    expect(added([], 3)).toEqual([{ weekday: 3, from: 480, until: 720 }]);
    expect(barOf({ weekday: 1, from: 360, until: 720 })).toEqual({ left: 25, width: 25 });
  });
});
