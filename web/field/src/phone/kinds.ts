import type { WorkOrder } from '@fourfold/api';
import type { IconName } from '@fourfold/ui';

/** What a case is about, by its class of the event list. */
const icons: Readonly<Record<string, IconName>> = {
  '01': 'scales',
  '02': 'flame',
  '03': 'binoculars',
  '04': 'home',
  '05': 'wrench',
  '06': 'trash',
  '07': 'radio',
  '08': 'plus',
  '09': 'users',
  '10': 'sea',
  '99': 'flag',
};

/** Sign of what a work order is about; null for a class that is not known here, and of orders kept before they had one. */
export const kindIcon = ({ caseClass }: Partial<Pick<WorkOrder, 'caseClass'>>): IconName | null =>
  (caseClass && Object.hasOwn(icons, caseClass) && icons[caseClass]) || null;
