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

/** Formats language codes as a list of names in the visitor's language. A text that is not a known code stays as it is. */
export function languageList(languages: readonly string[], locale: string): string {
  if (!languages.length) return '';
  const displayNames = formatter('DisplayNames', locale, { type: 'language', fallback: 'none' });
  const names = languages.map((language) => {
    try {
      return displayNames.of(language) ?? language;
    } catch {
      return language;
    }
  });
  return formatter('ListFormat', locale, { type: 'unit' }).format(names);
}
