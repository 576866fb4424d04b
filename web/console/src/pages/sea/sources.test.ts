import { describe, expect, it } from 'vitest';
import { agedSources } from './sources.ts';

const feeds = [
  { id: 'a', name: 'AIS', kind: 'ais' as const, ageSeconds: 41, sensorId: null, sensorName: null },
  { id: 'r', name: 'radars', kind: 'radar' as const, ageSeconds: 0.4, sensorId: 'x', sensorName: 'Xinhai' },
];

describe('the sources of a vessel', () => {
  it('grow older between two answers, the newest first', () => {
    expect(agedSources(feeds, 4600).map(({ id, ageSeconds }) => [id, ageSeconds])).toEqual([
      ['r', 5],
      ['a', 45.6],
    ]);
  });

  it('are never younger than they were told, though the clock of the screen jumps back', () => {
    expect(agedSources(feeds, -3000).map(({ ageSeconds }) => ageSeconds)).toEqual([0.4, 41]);
  });
});
