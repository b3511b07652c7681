/**
 * Strings for one language: an object per widget tag without its prefix (`contact-card`), written against the widget's
 * exported strings type so that a missing key does not compile.
 */
export interface StringsPack {
  /** BCP 47 code, for example `es` or `es-MX`. */
  readonly $code: string;
  /** The language's own name, for example `Español`. */
  readonly $name: string;
  /** Direction of the language. */
  readonly $dir: 'ltr' | 'rtl';
  readonly [widget: string]: object | string;
}

/** Fired on the window when a pack is registered. */
export const stringsEvent = 'haven-strings';

// A symbol on the global object: each CDN file carries its own copy of this module, and all copies share one list.
const packsKey = Symbol.for('havenkit.strings');

/** Packs registered so far on this page, by any copy of this module. */
export function registeredStrings(): StringsPack[] {
  const page = globalThis as { [packsKey]?: StringsPack[] };
  return (page[packsKey] ??= []);
}

/**
 * Adds or overrides the strings of a language for every widget on the page, before or after the widgets have rendered.
 * A key that is left out falls back to English.
 */
export function registerStrings(...packs: readonly StringsPack[]): void {
  registeredStrings().push(...packs);
  if (typeof window === 'object') window.dispatchEvent(new Event(stringsEvent));
}
