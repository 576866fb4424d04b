import { filling as fillingEn } from './messages/en/filling.ts';
import { forms as formsEn } from './messages/en.ts';
import { filling as fillingZh } from './messages/zh/filling.ts';
import { forms as formsZh } from './messages/zh.ts';

/** Every text about forms: what is wrong with one, and what one says while it is filled. */
export const formMessages = { zh: { ...formsZh, ...fillingZh }, en: { ...formsEn, ...fillingEn } };
