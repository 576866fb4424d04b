export { answerAt, newAnswers, newRound, withAnswer } from './filling/answers.ts';
export { type Looked, look, type Shown } from './filling/look.ts';
export { fromLocal, localNow, readNumber, toLocal } from './filling/typed.ts';
export * from './spec.ts';
export * from './validator/index.ts';
