/** The least and the most a number may be; null for no limit. */
export interface Bounds {
  least: number | null;
  most: number | null;
}

const bound = /^\.\s*(>=|<=)\s*(-?\d+(?:\.\d+)?)$/;

/** What a constraint says when it says no more than that; null when it says something else. */
export function boundsOf(constraint: string): Bounds | null {
  const found: Bounds = { least: null, most: null };
  if (!constraint.trim()) return found;
  for (const part of constraint.trim().split(/\s+and\s+/)) {
    const [, sign, value] = bound.exec(part) ?? [];
    const side = sign === '>=' ? 'least' : 'most';
    if (!sign || found[side] !== null) return null;
    found[side] = Number(value);
  }
  return found;
}

/** The constraint that says it; undefined when there is no limit. */
export function constraintOf({ least, most }: Bounds): string | undefined {
  const parts = [
    ...(least === null ? [] : [`. >= ${plain(least)}`]),
    ...(most === null ? [] : [`. <= ${plain(most)}`]),
  ];
  return parts.length > 0 ? parts.join(' and ') : undefined;
}

const decimalsAtMost = 10;

/** As the language of forms has it: without an exponent. */
const plain = (value: number) =>
  Number.isInteger(value) ? String(value) : value.toFixed(decimalsAtMost).replace(/0+$/, '');
