import { textAs } from '../configuration/readers.js';
import { dateFormat } from './intl.js';

const day = 86_400_000;

/** Reads an IANA time zone that the browser knows. */
export const timeZone = textAs('a time zone such as America/New_York', (input) => {
  try {
    return dateFormat('en', {}, input) && input;
  } catch {
    return undefined;
  }
});

/** Returns the name of a zone in words: `Pacific Time`. */
export const zoneName = (timeZone: string, time: number, locale: string): string | undefined =>
  dateFormat(locale, { timeZoneName: 'longGeneric' }, timeZone)
    .formatToParts(time)
    .find(({ type }) => type === 'timeZoneName')?.value;

/**
 * Returns how far a zone's clock is ahead of UTC at an instant, in milliseconds.
 *
 * @throws RangeError when the browser does not know the zone
 */
export function zoneOffset(timeZone: string, time: number): number {
  // "11/1/2026, GMT-05:00"; zero is plain "GMT".
  const [offset = 'Z'] =
    /[+-]..:../.exec(dateFormat('en', { timeZoneName: 'longOffset' }, timeZone).format(time)) ?? [];
  return -new Date(`1970-01-01T00:00${offset}`).getTime();
}

/**
 * Returns the instant at which a zone's clock shows a local time. It is "compatible" in the sense of Temporal and RFC 5545: a
 * time that a clock change skips moves forward by the length of the gap, and a time that occurs twice means the earlier one.
 *
 * @param local - the local time as if it were UTC
 */
export function zonedInstant(timeZone: string, local: number): number {
  const before = local - zoneOffset(timeZone, local - day);
  const after = local - zoneOffset(timeZone, before);
  return local - zoneOffset(timeZone, after) === after ? after : before;
}
