const digits = (value: number, count = 2): string => `${value}`.padStart(count, '0');

/**
 * ISO 8601 text of an instant in UTC, as `Date.toISOString` writes it for the years 0 to 9999: `2027-01-15T14:00:00.000Z`. MooTools
 * replaces that method by one that writes the local time.
 */
export function isoInstant(instant: Date | number): string {
  const date = new Date(instant);
  const day = [digits(date.getUTCFullYear(), 4), digits(date.getUTCMonth() + 1), digits(date.getUTCDate())];
  const clock = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()].map((value) => digits(value));
  return `${day.join('-')}T${clock.join(':')}.${digits(date.getUTCMilliseconds(), 3)}Z`;
}
