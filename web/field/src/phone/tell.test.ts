import { describe, expect, it } from 'vitest';
import { lacking, placeOf } from '../pages/TellPage.tsx';
import { csv, leads } from './area.ts';
import { placePayload } from './told.ts';

const now = Date.UTC(2026, 2, 18);
const place = { latitude: 19.5, longitude: 109.5 };

describe('a report from the field', () => {
  it('needs to say what it is, and the yes of a resident who is named', () => {
    expect(lacking({})).toEqual(['tell.missingWhat']);
    expect(lacking({ what: 'damage', behalf: { on: true } })).toEqual([]);
    expect(lacking({ what: 'damage', behalf: { on: true, phone: '139' } })).toEqual(['tell.missingConsent']);
    expect(lacking({ what: 'damage', behalf: { on: true, phone: '139', consent: true } })).toEqual([]);
    expect(lacking({ what: 'damage', behalf: { on: false, phone: '139' } })).toEqual([]);
  });

  it('says where: by hand, or what the phone says while that is fresh', () => {
    const own = { position: place, accuracyMetres: 6.4, at: now };
    expect(placePayload(placeOf({ place }, own, now))).toEqual({ position: place, byHand: true });
    expect(placePayload(placeOf({}, own, now))).toEqual({ position: place, accuracyMetres: 6 });
    expect(placePayload(placeOf({}, own, now + 600_000))).toEqual({});
    expect(placePayload(placeOf({}, null, now))).toEqual({});
  });
});

describe('what a leader takes along', () => {
  it('a cell cannot become a formula, and keeps quotes and commas', async () => {
    const text = await csv([['=1+1', 'a "b", c']]).text();
    expect(text.replace('\ufeff', '')).toBe('"\'=1+1","a ""b"", c"\r\n');
  });

  it('who leads an area reads its cases and keeps its meeting', () => {
    expect(leads({ permissions: ['cases.read', 'meetings.write'] as never })).toBe(true);
    expect(leads({ permissions: ['cases.read'] as never })).toBe(false);
  });
});
