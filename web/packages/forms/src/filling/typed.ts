/**
 * A number as a person types it, full-width digits of a Chinese keyboard too. What is none stays the text it is, so
 * that nothing typed is lost; the schema then says that it is no number.
 */
export function readNumber(typed: string): number | string | undefined {
  const plain = typed.normalize('NFKC').replaceAll('\u3002', '.').trim();
  if (plain === '') return undefined;
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : typed;
}

const pad = (value: number, digits = 2): string => String(Math.abs(value)).padStart(digits, '0');

function offsetOf(at: Date): string {
  const minutes = -at.getTimezoneOffset();
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${pad(Math.trunc(size / 60))}:${pad(size % 60)}`;
}

/** What a field of the browser shows for an instant (RFC 3339) on this phone: `YYYY-MM-DDTHH:MM`; '' when it is none. */
export function toLocal(answer: unknown): string {
  const at = new Date(typeof answer === 'string' ? answer : Number.NaN);
  if (Number.isNaN(at.getTime())) return '';
  const day = `${pad(at.getFullYear(), 4)}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}`;
  return `${day}T${pad(at.getHours())}:${pad(at.getMinutes())}`;
}

/** The instant that such a field means, RFC 3339 with this phone's offset; undefined when it is empty. */
export function fromLocal(local: string): string | undefined {
  const at = new Date(local);
  return local === '' || Number.isNaN(at.getTime()) ? undefined : `${toLocal(at.toISOString())}:00${offsetOf(at)}`;
}

/** An instant as RFC 3339 where it was filled: its first ten characters are today. */
export function localNow(milliseconds: number): string {
  const at = new Date(milliseconds);
  return `${toLocal(at.toISOString())}:${pad(at.getSeconds())}${offsetOf(at)}`;
}
