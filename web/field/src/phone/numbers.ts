/** Things that are counted one by one; half of one is a slip of the thumb. */
const counted = new Set(['head', 'piece', 'bottle', 'carton', 'box']);

/**
 * A number as a person types it: full-width digits of a Chinese keyboard, thousands set apart by commas or spaces.
 * @returns null when it is none, not above zero, or a part of what is only counted whole
 */
export function readNumber(typed: string, unit: string): number | null {
  const plain = typed.normalize('NFKC').trim().replaceAll('\u3002', '.').replace(/\.$/, '');
  if (!/^\d{1,3}([, ]\d{3})*(\.\d+)?$|^\d+(\.\d+)?$/.test(plain)) return null;
  const value = Number(plain.replace(/[, ]/g, ''));
  return value > 0 && (Number.isInteger(value) || !counted.has(unit)) ? value : null;
}
