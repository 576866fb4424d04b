import type { FormItem, FormItemType } from '@fourfold/forms';

export type Operator = 'is' | 'isNot' | 'yes' | 'no' | 'atLeast' | 'atMost' | 'answered' | 'unanswered';

const ofChoice: readonly Operator[] = ['is', 'isNot', 'answered', 'unanswered'];
const ofNumber: readonly Operator[] = ['atLeast', 'atMost', 'is', 'answered', 'unanswered'];
const ofAny: readonly Operator[] = ['answered', 'unanswered'];

/** What can be asked of an answer of a type. */
export function operatorsOf(type: FormItemType): readonly Operator[] {
  if (type === 'choice' || type === 'multiChoice' || type === 'text') return ofChoice;
  if (type === 'integer' || type === 'decimal') return ofNumber;
  return type === 'boolean' ? ['yes', 'no'] : ofAny;
}

/** A condition in the language of forms; null when the value is none, such as a number that is no number. */
export function conditionOf({ code, type }: FormItem, operator: Operator, value: string): string | null {
  const field = `\${${code}}`;
  // The language has no way to write a quotation mark inside a text.
  const text = `'${value.replaceAll("'", '')}'`;
  const number = /^-?\d+(\.\d+)?$/.test(value.trim()) ? value.trim() : null;
  const isNumber = type === 'integer' || type === 'decimal';
  switch (operator) {
    case 'yes':
      return field;
    case 'no':
      return `not(${field})`;
    case 'answered':
      return `${field} != ''`;
    case 'unanswered':
      return `${field} = ''`;
    case 'atLeast':
      return number && `${field} >= ${number}`;
    case 'atMost':
      return number && `${field} <= ${number}`;
    default: {
      if (type === 'multiChoice')
        return operator === 'is' ? `selected(${field}, ${text})` : `not(selected(${field}, ${text}))`;
      if (isNumber) return number && `${field} = ${number}`;
      return `${field} ${operator === 'is' ? '=' : '!='} ${text}`;
    }
  }
}
