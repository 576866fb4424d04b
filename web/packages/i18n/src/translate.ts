/** Languages of the interface; the first is the default. */
export const languages = ['zh', 'en'] as const;
export type Language = (typeof languages)[number];

/** One message: a text with `{name}` places, or one text a plural form of `count` (CLDR names). */
export type Message = string | { readonly one: string; readonly other: string };
export type Catalogue = Readonly<Record<string, Message>>;

type Places<S extends string> = S extends `${string}{${infer P}}${infer Rest}` ? P | Places<Rest> : never;
type TextOf<M> = M extends string ? M : M extends { other: infer O extends string } ? O : never;
/** The values a message must be given; `never` when it has no places. */
export type Values<M> = Record<Places<TextOf<M>>, string | number>;

/** Every language has the keys of the default one; whether a text is plural may differ. */
export type Translation<C extends Catalogue> = Readonly<Record<keyof C, Message>>;

export type Translate<C extends Catalogue> = <K extends keyof C>(
  key: K,
  ...values: [Places<TextOf<C[K]>>] extends [never] ? [] : [Values<C[K]>]
) => string;

const place = /\{(\w+)\}/g;
const plural: Record<Language, Intl.PluralRules> = {
  zh: new Intl.PluralRules('zh-CN'),
  en: new Intl.PluralRules('en'),
};

/** Fills the places; one without a value stays visible, so that it is noticed. */
export function fill(language: Language, message: Message, values: Readonly<Record<string, string | number>>): string {
  const text = typeof message === 'string' ? message : message[form(language, message, values.count)];
  return text.replace(place, (whole, name: string) => String(values[name] ?? whole));
}

function form(language: Language, message: { one: string; other: string }, count: string | number | undefined) {
  const chosen = plural[language].select(Number(count ?? 0));
  return chosen in message ? (chosen as 'one' | 'other') : 'other';
}

/** A translator for one catalogue in one language. */
export function translator<C extends Catalogue>(
  language: Language,
  catalogues: { zh: C; en: Translation<C> },
): Translate<C> {
  const chosen: Translation<C> = catalogues[language];
  return (key, ...values) => fill(language, chosen[key], values[0] ?? {});
}
