import { expect, test } from 'vitest';
import { charactersOf } from './lettering.ts';

const named = (...texts: unknown[]) => ({
  type: 'FeatureCollection' as const,
  features: texts.map((text) => ({
    type: 'Feature' as const,
    properties: { text },
    geometry: { type: 'Point' as const, coordinates: [110, 20] },
  })),
});

test('a map asks for each Chinese character once, and for no Latin one', () => {
  expect([...charactersOf(named('海口市', '海口锚地 12 kn', 'Ångström'))].join('')).toBe('海口市锚地');
});

test('a feature without a text asks for nothing', () => {
  expect(charactersOf(named(undefined, 7)).size).toBe(0);
});
