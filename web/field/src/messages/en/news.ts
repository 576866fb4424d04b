import type { Translation } from '@fourfold/i18n';
import type { news as zh } from '../zh/news.ts';

export const news: Translation<typeof zh> = {
  'push.title': 'News',
  'push.asking': 'Looking whether this phone can ring…',
  'push.asking.hint': 'While the app is open, new work rings at once.',
  'push.impossible': 'This phone cannot ring while the app is closed',
  'push.impossible.hint':
    'The browser cannot, or the app is not on the home screen yet (an iPhone needs that first). While the app is open, new work rings at once all the same.',
  'push.blocked': 'Notifications are blocked in the browser',
  'push.blocked.hint':
    'Allow notifications in the browser’s settings for this site, then come back. While the app is open, new work rings at once all the same.',
  'push.unreachable': 'The browser’s push service cannot be reached',
  'push.unreachable.hint':
    'Try another network or browser. While the app is open, new work rings at once all the same, and it looks by itself every minute.',
  'push.not-offered': 'News to phones is not in use here',
  'push.not-offered.hint': 'While the app is open, new work rings at once all the same.',
  'push.off': 'Quiet while the app is closed',
  'push.off.hint':
    'Switch it on and the phone rings with the app closed. The lock screen says “A new task” and no name or place.',
  'push.on': 'Rings while the app is closed, too',
  'push.on.hint': 'The lock screen says “A new task” and no name or place. Signing out ends it.',
  'push.turnOn': 'Switch on',
  'push.turnOff': 'Switch off',
  'push.busy': 'One moment…',
  'push.failed': 'It was not switched on; try again with a network',

  'news.orders': { one: 'A new task has come', other: '{count} new tasks have come' },
  'news.look': 'Look',
  'news.seen': 'Seen',
};
