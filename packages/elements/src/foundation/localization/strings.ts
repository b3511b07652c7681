import { isServer } from 'lit';
import { registeredStrings, type StringsPack } from './strings-registry.js';

/** Strings of a widget, with the language that they are in. */
export type Localized<Strings> = Strings & {
  /** BCP 47 code of the strings: for the `lang` attribute. */
  readonly $lang: string;
  /** BCP 47 code for dates and numbers: the page's own where there are strings for its language. */
  readonly $locale: string;
};

/** BCP 47 code of the nearest `lang`, looked up across shadow roots; without any, the browser's. */
function languageOf(element: Element): string {
  // A server knows the element, but not the page around it.
  if (isServer) return canonical(element.getAttribute('lang'), 'en');
  const { host } = element.getRootNode() as Partial<ShadowRoot>;
  const lang = element.closest('[lang]:not([lang=""])')?.getAttribute('lang');
  if (!lang && host) return languageOf(host);
  return canonical(lang, navigator.language);
}

function canonical(lang: string | null | undefined, fallback: string): string {
  try {
    return Intl.getCanonicalLocales(lang || fallback)[0] ?? 'en';
  } catch {
    return 'en';
  }
}

/**
 * The strings of a widget in the language of the nearest `lang`. Packs for the language override English, packs for its
 * region override those, and later packs override earlier ones. A key that no pack has stays English.
 *
 * @param widget - the widget's tag without its prefix
 * @param english - the strings that the widget ships with
 */
export function localizedStrings<Strings extends object>(
  element: Element,
  widget: string,
  english: Strings,
): Localized<Strings> {
  const language = languageOf(element);
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
