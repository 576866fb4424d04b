import { coordinate as coordinateEn } from './en/coordinate.ts';
import { problems as problemsEn } from './en/problems.ts';
import { reasons as reasonsEn } from './en/reasons.ts';
import { en } from './en.ts';
import { coordinate as coordinateZh } from './zh/coordinate.ts';
import { problems as problemsZh } from './zh/problems.ts';
import { reasons as reasonsZh } from './zh/reasons.ts';
import { zh } from './zh.ts';

/** Words of the trade that every entry shows: levels, roles, purposes, problems, units. */
export const common = { zh, en };

/** Words of cases and work orders. */
export const coordinate = { zh: coordinateZh, en: coordinateEn };

/** Why an alert was raised, and what speaks against it. */
export const reasons = { zh: reasonsZh, en: reasonsEn };

/** A sentence for every problem code; apart, so that a small entry need not carry those it never meets. */
export const problems = { zh: problemsZh, en: problemsEn };
