import { afterEach, expect, it, vi } from 'vitest';
import { firstLayers, recallLayers, rememberLayers } from './layers.ts';

afterEach(() => vi.unstubAllGlobals());

it('layers are remembered; unreadable ones and those unknown to the memory are as at first', () => {
  const kept = new Map<string, string>();
  const store = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, to: string) => kept.set(key, to),
  };
  vi.stubGlobal('localStorage', store);
  expect(recallLayers()).toEqual(firstLayers);
  rememberLayers({ ...firstLayers, coverage: true, names: false });
  expect(recallLayers()).toEqual({ ...firstLayers, coverage: true, names: false });
  kept.set('fourfold.layers', '{"names":false,"clutter":"yes"}');
  expect(recallLayers()).toEqual({ ...firstLayers, names: false });
  kept.set('fourfold.layers', '{');
  expect(recallLayers()).toEqual(firstLayers);
});
