const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * A formatter, made once for each kind: making one costs a browser more than all else that a card does.
 *
 * @param locale - BCP 47
 * @param options - as `Intl.DateTimeFormat` takes them
 * @param timeZone - IANA zone; default UTC, for dates that stand for themselves
 */
export function dateFormat(locale: string, options: Intl.DateTimeFormatOptions, timeZone = 'UTC'): Intl.DateTimeFormat {
  const key = [locale, timeZone, JSON.stringify(options)].join();
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone });
  formats.set(key, known);
  return known;
}
