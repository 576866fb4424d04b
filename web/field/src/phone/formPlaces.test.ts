import type { FormItem, FormSpec } from '@fourfold/forms';
import { describe, expect, it } from 'vitest';
import { placesOf, toldOf } from './formPlaces.ts';

const label = { zh: '地点', en: 'Place' };
const place = (code: string, sensitivity?: 'personal' | 'sensitive'): FormItem => ({
  code,
  type: 'position',
  label,
  ...(sensitivity ? { personal: { sensitivity } } : {}),
});
const spec = (...items: FormItem[]): FormSpec => ({ code: 'visit', version: 1, title: label, items, choiceLists: {} });
const looked = (answers: Record<string, unknown>) => ({ answers, hidden: new Set<string>() });
const home = { latitude: 19.7, longitude: 110, accuracyMetres: 5 };
const pier = { latitude: 19.9, longitude: 110.1 };

describe('the place of a form', () => {
  it('is never told in clear where its field is sensitive', () => {
    const form = spec(place('home', 'sensitive'), place('pier'));
    expect(toldOf(form, looked({ home }))).toBeUndefined();
    expect(toldOf(form, looked({ home, pier }))).toEqual(pier);
    expect(placesOf(form, looked({ home })).map(({ position }) => position)).toEqual([
      { latitude: 19.7, longitude: 110 },
    ]);
  });

  it('is the first that is answered', () => {
    const form = spec(place('pier', 'personal'), place('home'));
    expect(toldOf(form, looked({ home, pier }))).toEqual(pier);
    expect(toldOf(form, looked({}))).toBeUndefined();
  });
});
