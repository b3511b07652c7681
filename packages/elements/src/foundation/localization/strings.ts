import { registeredStrings, type StringsPack } from './strings-registry.js';

/** Strings of a widget, with the language that they are in. */
export type Localized<Strings> = Strings & {
  /** BCP 47 code of the strings: for the `lang` attribute. */
  readonly $lang: string;
  /** BCP 47 code for dates and numbers: the page's own if there are strings for its language. */
  readonly $locale: string;
};

/** BCP 47 code of the nearest `lang`, looked up across shadow roots. Default: the browser's language. */
export function pageLanguage(element: Element): string {
  const { host } = element.getRootNode() as Partial<ShadowRoot>;
  const lang = element.closest('[lang]:not([lang=""])')?.getAttribute('lang');
  if (!lang && host) return pageLanguage(host);
  return canonicalLanguage(lang ?? navigator.language);
}

/** BCP 47 code of the element's own `lang`, which is all that a server knows. Default: English. */
export const ownLanguage = (element: Element): string => canonicalLanguage(element.getAttribute('lang') || 'en');

/**
 * The reader's country, as far as a page can know it: the first one that the languages name, as in `es-US` or `zh-Hant-TW`.
 *
 * @param languages - BCP 47 codes; first those of the reader, then that of the page
 * @returns ISO 3166 code, or `undefined` when no language names a country
 */
export const readerCountry = (languages: readonly string[]): string | undefined =>
  languages
    .map((language) => /^[a-z]+(?:-[a-z]{4})?-([a-z]{2})(?![a-z\d])/i.exec(language)?.[1]?.toUpperCase())
    .find(Boolean);

function canonicalLanguage(lang: string): string {
  try {
    return Intl.getCanonicalLocales(lang)[0] ?? 'en';
  } catch {
    return 'en';
  }
}

/**
 * The strings of a widget in a language. Packs for the language override English, packs for its
 * region override those, and later packs override earlier ones. A key that no pack has is in English.
 *
 * @param language - BCP 47 code
 * @param widget - the widget's tag without its prefix
 * @param english - the strings that the widget ships with
 */
export function localizedStrings<Strings extends object>(
  language: string,
  widget: string,
  english: Strings,
): Localized<Strings> {
  const packs = registeredStrings()
    .filter(({ $code }) => `${language}-`.startsWith(`${$code}-`))
    .sort((a, b) => a.$code.length - b.$code.length);
  const known = packs.at(-1)?.$code ?? 'en';
  return Object.assign(
    { $lang: known, $locale: language.startsWith(known) ? language : known },
    english,
    ...packs.map((pack) => pack[widget as keyof StringsPack]),
  ) as Localized<Strings>;
}
