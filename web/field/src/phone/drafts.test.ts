import type { WorkOrderReport } from '@fourfold/api';
import { expect, it } from 'vitest';
import { draftOf } from './drafts.ts';

it('a report that did not hold is changed, not written anew', () => {
  const report = {
    result: 'confirmed',
    reason: 'smuggled-live-animals',
    note: null,
    seized: [{ kind: 'live-buffalo', number: 14, unit: 'head', handedTo: 'Quarantine' }],
  } as unknown as WorkOrderReport;
  expect(draftOf(report)).toEqual({
    result: 'confirmed',
    reason: 'smuggled-live-animals',
    note: '',
    seized: [{ key: 'again-0', kind: 'live-buffalo', number: '14', unit: 'head', handedTo: 'Quarantine' }],
  });
});
