import type { Alert } from '@fourfold/api';

/** Whether an alert still waits for an answer. */
export const open = ({ state }: Pick<Alert, 'state'>): boolean => state === 'new' || state === 'acknowledged';
