import { list, objectOf, text, textAs, type Reading } from '../../foundation/configuration/readers.js';
import { dateFormat } from '../../foundation/formats/intl.js';
import { zonedInstant, zoneOffset } from '../../foundation/formats/time-zone.js';

/** One meeting, as instants in milliseconds. */
export interface Meeting {
  readonly start: number;
  /** The start where it is not known. */
  readonly end: number;
}

/** A number from 0 up, also as a text, which schema.org data often has. */
export const number = textAs('a number from 0 up', (words) => (/^\d+$/.test(words) ? +words : undefined));

/** A time with its offset from UTC: the instant, and what the clock shows there as if it were UTC. */
export const offsetTime = textAs('a time such as 2027-02-16T18:30-08:00', (words) => {
  const time = /T.*(Z|[+-]\d\d:?\d\d)$/.test(words) && Date.parse(words);
  const local = new Date(`${words.slice(0, 16)}Z`);
  // Some browsers make another day of one that the calendar does not have.
  return time && local.getUTCDate() === +words.slice(8, 10) ? { time, local: +local } : undefined;
});
type OffsetTime = NonNullable<ReturnType<typeof offsetTime>>;

const zone = textAs('an IANA time zone such as America/New_York', (words) => {
  try {
    // Throws where the browser does not know the zone.
    return dateFormat('en', {}, words) && words;
  } catch {
    return undefined;
  }
});

/** `P1W`, `P2W`, `P7D` … (ISO 8601) as days. */
const frequency = textAs('a rhythm such as P1W', (words) => {
  const [, count = 0, unit] = /^P(\d\d?)([DW])$/.exec(words) ?? [];
  return +count * (unit === 'W' ? 7 : 1) || undefined;
});

/** How a session repeats: schema.org `Schedule`. What is there and not understood is `undefined`. */
export const schedule = objectOf({
  repeatFrequency: frequency,
  repeatCount: number,
  // The day that it begins on. With others, or days that are left out, it is not as simple as that.
  byDay: (value) => (list(value)[1] ? undefined : value),
  exceptDate: () => undefined,
  startTime: text,
  endTime: text,
  scheduleTimezone: zone,
});

const day = 86_400_000;

/** Milliseconds since midnight of `18:30`. */
const sinceMidnight = (clock = ''): number => Date.parse(`1970-01-01T${clock.padStart(5, '0')}Z`);

/**
 * The meetings of a session: the first one from `startDate`, as long as from `startTime` to `endTime` (or to the time of day
 * of `endDate`), and again in its rhythm at the same time of the zone's clock, whatever the clock does in between. None is
 * made up: where it is not wholly clear how they repeat there is only the first one, and that is told.
 */
export function meetings(
  startDate: OffsetTime,
  endDate: OffsetTime | undefined,
  found: NonNullable<ReturnType<typeof schedule>>,
  path: string,
  { report }: Reading,
): Meeting[] {
  const { repeatCount = 1, repeatFrequency: days = 0, startTime, endTime, scheduleTimezone: zone } = found;
  const localOf = ({ time, local }: OffsetTime): number => (zone ? time + zoneOffset(zone, time) : local);
  const first = localOf(startDate);
  const length =
    ((sinceMidnight(endTime) - sinceMidnight(startTime) || (endDate ? localOf(endDate) - first : 0)) + day) % day;
  const clear = days && zone && !Object.values(found).includes(undefined);
  if (repeatCount > 1 && !clear) report(path, 'repeatFrequency and scheduleTimezone, one byDay and no exceptDate');
  return Array.from({ length: clear ? Math.min(repeatCount, 100) : 1 }, (_, index) => {
    const start = zone && index ? zonedInstant(zone, first + index * days * day) : startDate.time;
    return { start, end: start + length };
  });
}
