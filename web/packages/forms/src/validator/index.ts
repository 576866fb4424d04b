export { type Answers, asAnswer, evaluate, isEmpty, type Script, type Surroundings } from './evaluate.ts';
export { eachObject, ruleErrors, rulesOf } from './rules.ts';
export { type Settled, settle } from './settle.ts';
export type { FormError, FormSchema, Rule } from './shapes.ts';
export { type FormValidator, mostErrors, validatorOf } from './validate.ts';
