import { readFileSync } from 'node:fs';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it, vi } from 'vitest';
import { type FormSchema, type FormSpec, look } from '../src/index.ts';
import { FormView, type Host } from '../src/render/index.ts';

vi.mock('../src/render/form.css', () => ({}));

const read = (name: string) => JSON.parse(readFileSync(new URL(`samples/${name}`, import.meta.url), 'utf8'));
const now = '2026-11-29T08:30:00+08:00';
const host: Host = {
  keep: async () => ({ wrong: 'no' }),
  recall: async () => undefined,
  forget: () => {},
  locate: async () => null,
};

function markup(name: string, answers: Record<string, unknown>, language: 'zh' | 'en' = 'en', showAll = true): string {
  const spec = read(`${name}.form.json`) as FormSpec;
  const looked = look(spec, read(`${name}.schema.json`) as FormSchema, answers, now);
  return renderToStaticMarkup(<FormView {...{ spec, looked, language, host, showAll }} onAnswer={() => {}} />);
}

describe('a form on the screen', () => {
  it('names every control, and says with it what is wrong and why it is asked', () => {
    const html = markup('household-visit', { met: 'yes' });
    expect(html).toMatch(/<label class="form-asked" for="form-house_number-input">House number/);
    expect(html).toMatch(
      /id="form-house_number-input" aria-describedby="form-house_number-hint form-house_number-fault" aria-invalid="true"/,
    );
    expect(html).toContain('Personal: To plan the next visit; kept 730 days.');
    expect(html).toMatch(/<fieldset id="form-met"[^>]*role="radiogroup"/);
    for (const [, id] of html.matchAll(/aria-describedby="([^" ]+)/g)) expect(html).toContain(`id="${id}"`);
  });

  it('says nothing of what is missing before it was touched', () => {
    expect(markup('household-visit', {}, 'en', false)).not.toContain('aria-invalid');
  });

  it('uses the sentence of the form where its condition does not hold', () => {
    expect(markup('household-visit', { visited_on: '2026-12-24' })).toContain('Not later than today');
    expect(markup('household-visit', { visited_on: '2026-12-24' }, 'zh')).toContain('不能晚于今天');
  });

  it('draws every type of item, and of a field that is computed only the result', () => {
    const html = markup('sample', { age: 61, yes: true });
    for (const type of ['type="date"', 'type="time"', 'type="datetime-local"', 'accept="image/*"', 'type="checkbox"'])
      expect(html).toContain(type);
    expect(html).toMatch(/<output[^>]*>122<\/output>/);
    expect(markup('sample', { age: 30 })).not.toContain('form-hidden');
  });
});
