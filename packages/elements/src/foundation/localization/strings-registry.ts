declare global {
  /** Strings of each widget, by its tag without `haven-`. A widget adds its own in its `locales/en.ts`. */
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- Filled by the widgets.
  interface HavenWidgetStrings {}
}

/** A language with the strings of every widget; one that lacks a widget or a key does not compile. */
export type LanguagePack = {
  /** BCP 47 code, for example `es` or `es-MX`. */
  readonly $code: string;
} & Readonly<HavenWidgetStrings>;

/** Some strings of a language: a partner's own wording, or a language for some widgets. */
export type StringsPack = Pick<LanguagePack, '$code'> & {
  readonly [Widget in keyof HavenWidgetStrings]?: Partial<HavenWidgetStrings[Widget]>;
};

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
  if (typeof window === 'object') window.dispatchEvent(new CustomEvent(stringsEvent));
}
