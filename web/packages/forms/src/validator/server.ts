import './address.ts';
import type { FormSchema } from './shapes.ts';
import { type FormValidator, validatorOf } from './validate.ts';

/** Validators of one engine; an engine of the server is thrown away long before these are many. */
const validators = new Map<string, FormValidator>();
const mostValidators = 50;

/**
 * The door for the server's script engine, which passes text in and takes text out.
 * @param key form, version and hash of the schema
 * @param schema JSON; read only when the key is new
 * @param answers JSON of a submission
 * @param now RFC 3339
 * @returns JSON of the errors
 */
export function validate(key: string, schema: string, answers: string, now: string): string {
  let validator = validators.get(key);
  if (validator === undefined) {
    if (validators.size >= mostValidators) validators.clear();
    validator = validatorOf(JSON.parse(schema) as FormSchema);
    validators.set(key, validator);
  }
  return JSON.stringify(validator(JSON.parse(answers), now));
}
