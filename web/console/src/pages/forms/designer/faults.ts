import type { FormFault, FormSpec } from '@fourfold/forms';
import { type At, placed } from './edit.ts';

/** A fault and the item it is about; `at` is null for one of the form as a whole. */
export interface PlacedFault extends FormFault {
  at: At | null;
  /** What of the item: `relevant`, `label`, `choices`, `personal/purpose`. */
  member: string;
}

/** Where each fault is to be mended: of a list of choices, at the field that uses it. */
export function placeFaults(spec: FormSpec, faults: readonly FormFault[]): PlacedFault[] {
  const users = new Map(placed(spec.items).map(({ item, at }) => [item.choices ?? '', at]));
  return faults.map((fault) => {
    const steps = fault.path.split('/').slice(1);
    if (steps[0] === 'choiceLists') return { ...fault, at: users.get(steps[1] ?? '') ?? null, member: 'choices' };
    const at: number[] = [];
    let step = 0;
    while (steps[step] === 'items' && /^\d+$/.test(steps[step + 1] ?? '')) {
      at.push(Number(steps[step + 1]));
      step += 2;
    }
    return { ...fault, at: at.length > 0 ? at : null, member: steps.slice(step).join('/') };
  });
}

export const isUnder = (fault: PlacedFault, member: string): boolean =>
  fault.member === member || fault.member.startsWith(`${member}/`);
