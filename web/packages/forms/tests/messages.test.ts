import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { filling } from '../src/messages/zh/filling.ts';
import { forms } from '../src/messages/zh.ts';

const root = fileURLToPath(new URL('../../../../serve/Forms', import.meta.url));
const source = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.cs') && !/(^|\/)(obj|bin)\//.test(path))
  .map((path) => readFileSync(`${root}/${path}`, 'utf8'))
  .join('\n');
const rules = readFileSync(new URL('../src/validator/rules.ts', import.meta.url), 'utf8');
const schema = readFileSync(new URL('../src/validator/validate.ts', import.meta.url), 'utf8');
const all = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map((match) => match[1] ?? '');

it.each([
  [
    'fault',
    all(
      source,
      /(?:FormFault|ExpressionFault|log\.Fault)\((?:[^"();]|\([^()]*\)|\$"[^"]*"|"[^"]*"(?=,\s*")|"")*?,\s*"([a-z-]+)"/g,
    ),
  ],
  ['note', all(source, /"(ignored-[a-z-]+|one-language|other-version)"/g)],
  ['error', all(source, /new FormError\([^;]*?"([a-z-]+)", /g)],
  ['error', all(rules, /add\([^,]+, '([a-z-]+)'\)/g)],
  ['error', all(schema, /: '(required|unknown-field|irrelevant|type|choice|pattern|format|duplicate|too-[a-z]+)'/g)],
])('every %s has words', (kind, codes) => {
  expect(codes.length).toBeGreaterThan(2);
  expect(codes.filter((code) => !(`form.${kind}.${code}` in { ...forms, ...filling }))).toEqual([]);
});
