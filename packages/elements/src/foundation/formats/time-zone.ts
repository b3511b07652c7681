import { dateFormat } from './intl.js';

/**
 * How far a zone's clock is ahead of UTC at an instant, in milliseconds.
 *
 * @throws RangeError when the browser does not know the zone
 */
export function zoneOffset(timeZone: string, time: number): number {
  // "11/1/2026, GMT-05:00"; zero is plain "GMT".
  const [zone = 'Z'] = /[+-]..:../.exec(dateFormat('en', { timeZoneName: 'longOffset' }, timeZone).format(time)) ?? [];
  return -Date.parse(`1970-01-01T00:00${zone}`);
}

/**
 * The instant at which a zone's clock shows a local time, "compatible" in the sense of Temporal and RFC 5545: a time
 * that a change to daylight-saving time leaves out is taken as much later, one that comes twice is the earlier.
 *
 * @param local - the local time as if it were UTC
 */
export function zonedInstant(timeZone: string, local: number): number {
  const before = local - zoneOffset(timeZone, local - 86_400_000);
  const after = local - zoneOffset(timeZone, before);
  return local - zoneOffset(timeZone, after) === after ? after : before;
}
