import { toJson } from './json.js';

interface Formatters {
  DateTimeFormat: Intl.DateTimeFormat;
  DisplayNames: Intl.DisplayNames;
  ListFormat: Intl.ListFormat;
}

const formatters = new Map<string, unknown>();

/** Returns a formatter and caches it: creating one takes a browser longer than everything else that a card does. */
function formatter<Kind extends keyof Formatters>(kind: Kind, ...options: unknown[]): Formatters[Kind] {
  const key = kind + toJson(options);
  const Formatter = Intl[kind] as unknown as new (...options: unknown[]) => Formatters[Kind];
  const result = (formatters.get(key) as Formatters[Kind] | undefined) ?? new Formatter(...options);
  formatters.set(key, result);
  return result;
}

/**
 * Returns a formatter of dates and times.
 *
 * @param locale - BCP 47 code
 * @param options - as in `Intl.DateTimeFormat`
 * @param timeZone - IANA zone; default UTC, for dates without a time
 * @throws RangeError when the browser does not know the zone
 */
export const dateFormat = (
  locale: string,
  options?: Intl.DateTimeFormatOptions,
  timeZone = 'UTC',
): Intl.DateTimeFormat =>
  // Spanish without a region would be that of Spain, with a clock of 24 hours.
  formatter('DateTimeFormat', locale === 'es' ? 'es-US' : locale, { ...options, timeZone });

/** IANA zone of the visitor's clock. */
export const viewerZone = (): string => formatter('DateTimeFormat').resolvedOptions().timeZone;

/** The name of a language in the visitor's language. A text that is not a known code stays as it is. */
export function languageName(language: string, locale: string): string {
  try {
    return formatter('DisplayNames', locale, { type: 'language', fallback: 'none' }).of(language) ?? language;
  } catch {
    return language;
  }
}

/** The names of languages as a list; see `languageName`. */
export const languageList = (languages: readonly string[], locale: string): string =>
  languages.length
    ? formatter('ListFormat', locale, { type: 'unit' }).format(
        languages.map((language) => languageName(language, locale)),
      )
    : '';
