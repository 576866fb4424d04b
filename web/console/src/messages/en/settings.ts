import type { Translation } from '@fourfold/i18n';
import type { settings as zh } from '../zh/settings.ts';

export const settings: Translation<typeof zh> = {
  'settings.none': 'Nothing to set for your post.',
  'settings.sections': 'Settings',
};
