import type { Translation } from '@fourfold/i18n';
import type { ledgers as zh } from '../zh/ledgers.ts';

/** What the page of ledgers says. */
export const ledgers: Translation<typeof zh> = {
  'page.ledgers': 'Ledgers',
  'ledgers.intro':
    'Entered once, it is in every ledger: this page lists the cases, forms and patrols there are, by book and month, and copies nothing.',
  'ledgers.book': 'Which ledger',
  'ledgers.month': 'Month',
  'ledgers.area': 'Area: {area}',
  'ledgers.csv': 'Export CSV',
  'ledgers.xlsx': 'Export Excel',
  'ledgers.none': 'Nothing in this month',
  'ledgers.at': 'Time',
  'ledgers.what': 'What',
  'ledgers.number': 'Number',
  'ledgers.where': 'Where',
  'ledgers.state': 'State',
  'ledgers.text': 'Words',
  'ledger.disputes': 'Disputes',
  'ledger.hazards': 'Hazards',
  'ledger.order': 'Order and town matters',
  'ledger.services': 'Everyday services',
  'ledger.environment': 'Environment',
  'ledger.health': 'Public health',
  'ledger.sea': 'Sea and fishing',
  'ledger.visits': 'Household visits',
  'ledger.patrols': 'Patrols',
  'ledgers.form': 'Form {code}',
  'ledgers.patrol': 'Patrol',
  'ledgers.patrol.whole': 'Walked whole',
  'ledgers.patrol.part': 'Walked in part',
  'ledgers.patrol.going': 'Being walked',
};
