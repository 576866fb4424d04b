import type { FormChoice } from '@fourfold/forms';

/** Names of what a filter can ask of a list's choices, as they first come. */
export const attributesOf = (list: readonly FormChoice[]): string[] => [
  ...new Set(list.flatMap(({ attributes }) => Object.keys(attributes ?? {}))),
];

/** A choice with another value of one attribute; an empty one is none. */
export function withAttribute(choice: FormChoice, name: string, value: string): FormChoice {
  const { [name]: _before, ...others } = choice.attributes ?? {};
  return { ...choice, attributes: value ? { ...others, [name]: value } : others };
}

/** Choices with an attribute under another name; null takes it away. */
export const renamedAttribute = (list: readonly FormChoice[], from: string, to: string | null): FormChoice[] =>
  list.map((choice) => {
    if (choice.attributes?.[from] === undefined) return choice;
    const named = Object.entries(choice.attributes).map(([name, value]) => [name === from ? to : name, value] as const);
    return { ...choice, attributes: Object.fromEntries(named.filter(([name]) => name !== null)) };
  });
