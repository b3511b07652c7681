interface Formats {
  DateTimeFormat: Intl.DateTimeFormat;
  DisplayNames: Intl.DisplayNames;
  ListFormat: Intl.ListFormat;
}

const made = new Map<string, unknown>();

/** A formatter, made once: a browser takes longer for that than for all else that a card does. */
function format<Kind extends keyof Formats>(kind: Kind, ...options: unknown[]): Formats[Kind] {
  const key = kind + JSON.stringify(options);
  const Format = Intl[kind] as unknown as new (...options: unknown[]) => Formats[Kind];
  const found = (made.get(key) as Formats[Kind] | undefined) ?? new Format(...options);
  made.set(key, found);
  return found;
}

/**
 * A formatter of dates and times.
 *
 * @param locale - BCP 47
 * @param options - as `Intl.DateTimeFormat` takes them
 * @param timeZone - IANA zone; default UTC, for dates that stand for themselves
 * @throws RangeError when the browser does not know the zone
 */
export const dateFormat = (
  locale: string,
  options?: Intl.DateTimeFormatOptions,
  timeZone = 'UTC',
): Intl.DateTimeFormat => format('DateTimeFormat', locale, { ...options, timeZone });

/** IANA zone of the reader's clock. */
export const viewerZone = (): string => format('DateTimeFormat').resolvedOptions().timeZone;

/** Languages given by code, as a list in the reader's language; what is no code stays as it is. */
export function languageList(languages: readonly string[], locale: string): string {
  if (!languages[0]) return '';
  const names = format('DisplayNames', locale, { type: 'language', fallback: 'none' });
  const known = languages.map((language) => {
    try {
      return names.of(language) ?? language;
    } catch {
      return language;
    }
  });
  return format('ListFormat', locale, { type: 'unit' }).format(known);
}
