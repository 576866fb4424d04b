import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type FormSchema, type FormSpec, fromLocal, look, newAnswers, readNumber, withAnswer } from '../src/index.ts';

const read = (name: string) => JSON.parse(readFileSync(new URL(`samples/${name}`, import.meta.url), 'utf8'));
const now = '2026-11-29T08:30:00+08:00';
const spec = read('household-visit.form.json') as FormSpec;
const schema = read('household-visit.schema.json') as FormSchema;

describe('answers', () => {
  it('are changed at a pointer, in a round as well, and what is not on the way is shared', () => {
    const before = { a: { b: 1 }, rows: [{ x: 1 }, { x: 2, y: 3 }] };
    const after = withAnswer(before, '/rows/1/x', 5);
    expect(after).toEqual({ a: { b: 1 }, rows: [{ x: 1 }, { x: 5, y: 3 }] });
    expect(after.a).toBe(before.a);
    expect(withAnswer(after, '/rows/1/y', undefined)).toEqual({ a: { b: 1 }, rows: [{ x: 1 }, { x: 5 }] });
  });

  it('begin with defaults, those of groups among them, and with the rounds that there must be', () => {
    const label = { zh: 'x', en: 'x' };
    expect(
      newAnswers([
        { code: 'g', type: 'group', label, items: [{ code: 'n', type: 'integer', label, default: 0 }] },
        {
          code: 'r',
          type: 'repeat',
          label,
          minRounds: 2,
          items: [{ code: 'b', type: 'boolean', label, default: false }],
        },
        { code: 't', type: 'text', label },
      ]),
    ).toEqual({ n: 0, r: [{ b: false }, { b: false }] });
  });

  it.each([
    ['１２', 12],
    ['12.', 12],
    ['-3.5', -3.5],
    ['3。5', 3.5],
    ['1e5', '1e5'],
    ['12 people', '12 people'],
    [' ', undefined],
  ])('%s typed as a number is %s: what is none stays as it was typed', (typed, answer) => {
    expect(readNumber(typed)).toBe(answer);
  });

  it('a local time is an instant with the offset of the phone', () => {
    const answer = fromLocal('2026-11-29T08:30') ?? '';
    expect(answer).toMatch(/^2026-11-29T08:30:00[+-]\d\d:\d\d$/);
    expect(Date.parse(answer)).toBe(new Date(2026, 10, 29, 8, 30).getTime());
    expect(fromLocal('')).toBeUndefined();
  });
});

describe('a form as it stands', () => {
  const at = (answers: Record<string, unknown>) => look(spec, schema, answers, now);

  it('hides a group, its heading included, while it is not asked', () => {
    expect(at({ met: 'no' }).hidden.has('/household')).toBe(true);
    expect(at({ met: 'yes' }).hidden.has('/household')).toBe(false);
  });

  it('tells faults in the order of the form, not of the alphabet', () => {
    const order = at({ met: 'yes' }).errors.map(({ path }) => path);
    expect(order.slice(0, 2)).toEqual(['/visited_on', '/house_number']);
    expect(order).toContain('/residents');
  });

  it('keeps what was typed before it was hidden, and does not send it', () => {
    const given = { met: 'yes', residents: 3 };
    expect(at(given).answers.residents).toBe(3);
    expect(at({ ...given, met: 'no' }).answers.residents).toBeUndefined();
    expect(given.residents).toBe(3);
  });
});
