import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { asAnswer, evaluate, type FormSchema, type Script, settle, validatorOf } from '../src/index.ts';

const now = '2026-11-29T08:30:00+08:00';
const value = (script: Script, answers: Record<string, unknown> = {}) =>
  evaluate(script, { scopes: [answers], names: [new Set(['n', 't', 'd', 'm', 'b'])], now });

describe('expressions', () => {
  it.each<[Script, Record<string, unknown>, unknown]>([
    [['<', ['number', 'n'], 5], {}, false],
    [['!=', ['number', 'n'], 5], {}, true],
    [['=', ['text', 't'], ''], {}, true],
    [['not', ['boolean', 'b']], {}, true],
    [['>', ['date', 'd'], ['-', ['today'], 1]], { d: '2026-11-29' }, true],
    [['=', ['date', 'd'], ['day', '2026-02-28']], { d: '2026-02-30' }, false],
    [['<=', ['datetime', 'd'], ['now']], { d: '2026-11-29T00:30:00Z' }, true],
    [['-', ['day', '2026-03-01'], ['day', '2026-02-28']], {}, 1],
    [['selected', 'm', 'a'], { m: ['b', 'a'] }, true],
    [['length', 'm'], { m: ['b', 'a'] }, 2],
    [['regex', ['text', 't'], '^(?:[a-c]+)$'], { t: 'abd' }, false],
    [['mod', -7, 3], {}, -1],
    [['string-length', ['text', 't']], { t: '𠮷a' }, 2],
    [['if', ['boolean', 'b'], 1, 2], { b: true }, 1],
  ])('%j of %j is %j', (script, answers, expected) => expect(value(script, answers)).toBe(expected));

  it('a calculation becomes an answer of its type, or none', () => {
    expect(asAnswer(7.9, 'integer')).toBe(7);
    expect(asAnswer(Number.NaN, 'decimal')).toBeUndefined();
    expect(asAnswer(Date.UTC(2026, 1, 3) / 86_400_000, 'date')).toBe('2026-02-03');
    expect(asAnswer('', 'text')).toBeUndefined();
  });
});

describe('the household visit', () => {
  const schema = JSON.parse(
    readFileSync(new URL('samples/household-visit.schema.json', import.meta.url), 'utf8'),
  ) as FormSchema;
  const validate = validatorOf(schema);
  const visit = { visited_on: '2026-11-28', met: 'yes', house_number: '7', residents: 3 };
  const codes = (answers: Record<string, unknown>) => validate(answers, now).map((e) => `${e.path} ${e.code}`);

  it('is taken when it is right', () => expect(codes(visit)).toEqual([]));

  it('asks for residents only where somebody was met', () => {
    expect(codes({ ...visit, met: 'no' })).toEqual(['/residents irrelevant']);
    expect(codes({ ...visit, residents: undefined })).toEqual(['/residents required']);
  });

  it('knows today where it was filled', () => {
    expect(codes({ ...visit, visited_on: '2026-11-30' })).toEqual(['/visited_on constraint']);
    expect(codes({ ...visit, next_visit: '2026-11-28' })).toEqual(['/next_visit constraint']);
  });

  it('names the round of a repeat', () => {
    expect(codes({ ...visit, hazards: [{ hazard: 'fire', hazard_text: 'x' }, { hazard: 'sea' }] })).toEqual([
      '/hazards/1/hazard choice',
      '/hazards/1/hazard_text required',
    ]);
  });
});

describe('what the screen shows', () => {
  const schema = JSON.parse(readFileSync(new URL('samples/sample.schema.json', import.meta.url), 'utf8')) as FormSchema;

  it('hides what is not asked, calculates, and offers what the filter lets through', () => {
    const young = settle(schema, { age: 30, hidden: 'typed before', sided: 'b' }, now);
    expect([...young.hidden]).toEqual(['/hidden']);
    expect(young.answers).toEqual({ age: 30, double: 60 });
    expect(young.offered.get('/sided')).toEqual(['a']);
    const old = settle(schema, { age: 61, yes: true, sided: 'b' }, now);
    expect([...old.hidden]).toEqual([]);
    expect(old.offered.get('/sided')).toEqual(['a', 'b', 'c']);
    expect(validatorOf(schema)(old.answers, now).map((e) => `${e.path} ${e.code}`)).toEqual(['/hidden required']);
  });
});
