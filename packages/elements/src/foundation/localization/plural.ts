/** Forms of a text by plural category (CLDR). `other` is used where a language has no form for a count. */
export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

/**
 * The form of a text that a language uses for a count. For locale files of languages with more than a singular and a plural.
 *
 * @param language - BCP 47 code
 * @example
 * plural('uk', count, { one: `${count} місце`, few: `${count} місця`, other: `${count} місць` });
 */
export const plural = (language: string, count: number, forms: PluralForms): string =>
  forms[new Intl.PluralRules(language).select(count)] ?? forms.other;
