/** Formatters for the cases, in English. */

const formatters = new Map();

/** Returns a formatter, cached by its options: creating it takes longer than using it. */
export function intl(kind, options) {
  const key = kind + JSON.stringify(options);
  const formatter = formatters.get(key) ?? new Intl[kind]('en', options);
  formatters.set(key, formatter);
  return formatter;
}

/** A formatter of dates and times, in UTC unless the options name another time zone. */
export const dateFormat = (options) => intl('DateTimeFormat', { timeZone: 'UTC', ...options });
