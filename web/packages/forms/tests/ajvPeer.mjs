// A peer for the tests of serve/Forms: reads lines of {schema, answers, now}, judges each with ajv, an independent
// validator, and with our built script in V8, and writes a line of {errors, plain, ajv}.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import vm from 'node:vm';
import { Ajv2020 } from 'ajv/dist/2020.js';

const script = readFileSync(new URL('../dist/validator.js', import.meta.url), 'utf8');
const { validate } = vm.runInThisContext(`${script};fourfoldForms`);
const framing = new Set(['if', 'not', 'anyOf', 'allOf']);
const compiled = new Map();

/** Schema and validator of ajv for a schema's text; the rules of ours are for our script alone. */
function known(text) {
  let entry = compiled.get(text);
  if (entry === undefined) {
    const ajv = new Ajv2020({ allErrors: true, strict: false, addUsedSchema: false });
    ajv.addFormat('date', (value) => isDate(value));
    ajv.addFormat('date-time', (value) => {
      const parts = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/.exec(
        value,
      );
      return parts !== null && isDate(parts[1]);
    });
    const schema = JSON.parse(text, (key, value) => (key === 'x-fourfold-expression' ? undefined : value));
    entry = { plain: JSON.stringify(schema), validate: ajv.compile(schema) };
    compiled.set(text, entry);
  }
  return entry;
}

function isDate(value) {
  const time = Date.parse(`${value}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}

function pathOf(error) {
  if (error.keyword === 'required') return `${error.instancePath}/${error.params.missingProperty}`;
  if (error.keyword === 'additionalProperties') return `${error.instancePath}/${error.params.additionalProperty}`;
  return error.instancePath;
}

for await (const line of createInterface({ input: process.stdin })) {
  const { schema, answers, now } = JSON.parse(line);
  const peer = known(schema);
  peer.validate(JSON.parse(answers));
  const failed = (peer.validate.errors ?? []).filter((error) => !framing.has(error.keyword));
  // What an "if" or "not" tried and did not find is no error: ajv tells only of those that count.
  const ajv = [...new Set(failed.map(pathOf))].sort();
  const plain = [...new Set(JSON.parse(validate(`plain ${peer.plain}`, peer.plain, answers, now)).map((e) => e.path))];
  const errors = JSON.parse(validate(schema, schema, answers, now));
  process.stdout.write(`${JSON.stringify({ errors, plain: plain.sort(), ajv })}\n`);
}
