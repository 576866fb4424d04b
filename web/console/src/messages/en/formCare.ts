import type { Translation } from '@fourfold/i18n';
import type { formCare as zh } from '../zh/formCare.ts';

export const formCare: Translation<typeof zh> = {
  'emergency.title': 'Emergencies',
  'emergency.declare': 'Declare an emergency',
  'emergency.declareHint':
    'For this time and area the forms that are only for emergencies open. It ends by itself, after 90 days at most.',
  'emergency.none': 'No emergency is declared',
  'emergency.noneHint': 'Forms that are only for emergencies are closed.',
  'emergency.on': 'on',
  'emergency.over': 'over',
  'emergency.kind': 'Kind',
  'emergency.kind.natural-disaster': 'Natural disaster',
  'emergency.kind.accident': 'Accident',
  'emergency.kind.public-health': 'Public health',
  'emergency.kind.social-safety': 'Public safety',
  'emergency.decree': 'Number of the decree',
  'emergency.from': 'From',
  'emergency.until': 'Until',
  'emergency.last': 'Last day',
  'emergency.end': 'End it',
  'emergency.endHint': 'Forms that are only for it close at once; what was filled before is still taken.',
  'collect.title': 'ODK Collect',
  'collect.hint':
    'ODK Collect can fill forms as well. Give it a password of its own: it opens nothing else, and you take it back when the phone is lost.',
  'collect.make': 'Make a password',
  'collect.once': 'It is shown this once; type it into the phone now:',
  'collect.address': 'Address',
  'collect.mine': 'My passwords',
  'collect.until': 'until {time}',
  'collect.revoke': 'Take it back',
  'forms.deletions': 'Deleted when its time was over',
  'forms.deletedAt': 'Deleted',
  'forms.deletedCount': 'How many',
  'forms.field': 'Field',
  'forms.chain': 'Proof',
  'forms.noDeletions': 'Nothing has come to its end yet',
};
