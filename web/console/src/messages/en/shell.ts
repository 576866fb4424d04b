import type { Translation } from '@fourfold/i18n';
import type { shell as zh } from '../zh/shell.ts';

export const shell: Translation<typeof zh> = {
  'page.sea': 'Sea',
};
