export { answerAt, type Given, newAnswers, newRound, withAnswer } from './filling/answers.ts';
export { type Looked, look, type Shown, shownIn } from './filling/look.ts';
export { fromLocal, localNow, readNumber, toLocal } from './filling/typed.ts';
export * from './spec.ts';
export * from './validator/index.ts';
