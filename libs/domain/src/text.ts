/** The languages Vuosikello writes in. Finnish is the one every text is certain to have been written for. */
export const languages = ['fi', 'sv', 'en'] as const;

export type Language = (typeof languages)[number];

/** One text in every language. */
export type Text = Record<Language, string>;

/** An official name. Many have no English form, so `en` may be missing: read it with `nameIn`. */
export type Name = { fi: string; sv: string; en?: string };

/** The name in the language asked for, or in Finnish where there is none in that language. */
export function nameIn(name: Name, language: Language): string {
  return name[language] ?? name.fi;
}
