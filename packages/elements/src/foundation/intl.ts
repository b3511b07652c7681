const made = new Map<string, unknown>();

/** Makes something once for each key: a browser takes longer to make a formatter than for all else that a card does. */
function once<Value>(key: string, make: () => Value): Value {
  const known = (made.get(key) as Value | undefined) ?? make();
  made.set(key, known);
  return known;
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
  options: Intl.DateTimeFormatOptions = {},
  timeZone = 'UTC',
): Intl.DateTimeFormat =>
  once(
    [locale, timeZone, JSON.stringify(options)].join(),
    () => new Intl.DateTimeFormat(locale, { ...options, timeZone }),
  );

/** IANA zone of the reader's clock. */
export const viewerZone = (): string => once('zone', () => new Intl.DateTimeFormat().resolvedOptions().timeZone);

/** Languages given by code, as a list in the reader's language; what is no code stays as it is. */
export function languageList(languages: readonly string[], locale: string): string {
  if (!languages.length) return '';
  const names = once(`names ${locale}`, () => new Intl.DisplayNames(locale, { type: 'language' }));
  const known = languages.map((language) => {
    try {
      return names.of(language) ?? language;
    } catch {
      return language;
    }
  });
  return once(`list ${locale}`, () => new Intl.ListFormat(locale, { type: 'unit' })).format(known);
}
