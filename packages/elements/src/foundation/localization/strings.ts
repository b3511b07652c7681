import { registeredStrings, stringsEvent } from './strings-registry.js';

/** What shows words. */
export interface Speaker extends HTMLElement {
  requestUpdate(): void;
}

/** Elements that render again whenever `lang` or `dir` changes on the page, or words arrive. */
export const speakers = new Set<Speaker>();
const refresh = (): void => speakers.forEach((speaker) => speaker.requestUpdate());

if (typeof window === 'object') {
  addEventListener(stringsEvent, refresh);
  new MutationObserver(refresh).observe(document, { subtree: true, attributeFilter: ['lang', 'dir'] });
}

/** Words of a widget, with the language that they are in. */
export type Words<Strings> = Strings & {
  /** BCP 47 code of the words: for the `lang` attribute. */
  readonly $lang: string;
  /** BCP 47 code that dates and numbers are written in: the page's own, where there are words for its language. */
  readonly $locale: string;
};

/** BCP 47 code of the nearest `lang`, looked up across shadow roots; without any the browser's. */
function languageOf(element: Element): string {
  const { host } = element.getRootNode() as Partial<ShadowRoot>;
  const lang = element.closest('[lang]:not([lang=""])')?.getAttribute('lang');
  if (!lang && host) return languageOf(host);
  try {
    return Intl.getCanonicalLocales(lang ?? navigator.language)[0] ?? 'en';
  } catch {
    return 'en';
  }
}

/**
 * The words of a widget in the language of the nearest `lang`. Packs for the language go over English, those for its
 * region over these, later ones over earlier ones; a key that none of them has stays English.
 *
 * @param widget - the widget's tag without its prefix
 * @param english - what it ships with
 */
export function wordsFor<Strings extends object>(element: Element, widget: string, english: Strings): Words<Strings> {
  const language = languageOf(element);
  const packs = registeredStrings()
    .filter(({ $code }) => `${language}-`.startsWith(`${$code}-`))
    .sort((one, other) => one.$code.length - other.$code.length);
  const known = packs.at(-1)?.$code ?? 'en';
  return Object.assign(
    { $lang: known, $locale: language.startsWith(known) ? language : known },
    english,
    ...packs.map((pack) => pack[widget]),
  ) as Words<Strings>;
}
