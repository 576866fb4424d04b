import { en } from './en.ts';
import { zh } from './zh.ts';

/** Words of the trade that every entry shows: levels, roles, purposes, problems, units. */
export const common = { zh, en };
