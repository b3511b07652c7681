import { list, objectOf, text, textAs, type Reading } from '../../foundation/configuration/readers.js';
import { timeZone, zonedInstant, zoneOffset } from '../../foundation/formats/time-zone.js';

/** One meeting, as instants in milliseconds. */
export interface Meeting {
  readonly start: number;
  /** Not before `start`, and the same if it is unknown. */
  readonly end: number;
}

/** Reads a count as a number or as text, which is common in schema.org data. */
export const readCount = textAs('a number from 0 up', (text) => (/^\d+$/.test(text) ? +text : undefined));

/** Reads a time with its offset from UTC: the instant, and the local time as if it were UTC. */
export const readOffsetTime = textAs('a time such as 2027-02-16T18:30-08:00', (input) => {
  const time = /T.*(Z|[+-]\d\d:?\d\d)$/.test(input) && +new Date(input);
  const local = new Date(`${input.slice(0, 16)}Z`);
  // Some browsers turn a day that does not exist into another one.
  return time && local.getUTCDate() === +input.slice(8, 10) ? { time, local: +local } : undefined;
});
type OffsetTime = NonNullable<ReturnType<typeof readOffsetTime>>;

/** `P1W`, `P2W`, `P7D` … (ISO 8601) as days. */
const frequency = textAs('a rhythm such as P1W', (input) => {
  const [, count = 0, unit] = /^P(\d\d?)([DW])$/.exec(input) ?? [];
  return +count * (unit === 'W' ? 7 : 1) || undefined;
});

/** Reads how a session repeats: schema.org `Schedule`. An unsupported key is present and `undefined`. */
export const readSchedule = objectOf({
  repeatFrequency: frequency,
  repeatCount: readCount,
  // A single day is the weekday of the start. Several days and exceptions are not supported.
  byDay: (value) => (list(value)[1] ? undefined : value),
  exceptDate: () => undefined,
  startTime: text,
  endTime: text,
  scheduleTimezone: timeZone,
});

const day = 86_400_000;

/** Milliseconds since midnight of `18:30`. */
const sinceMidnight = (clock = ''): number => +new Date(`1970-01-01T${clock.padStart(5, '0')}Z`);

/**
 * The meetings of a session: the first one at `startDate`, as long as from `startTime` to `endTime` (or to the time of day
 * of `endDate`), repeated at the same local time across changes to daylight saving time. No meeting is invented: if it is
 * unclear how they repeat, there is only the first one, and that is reported.
 */
export function meetings(
  startDate: OffsetTime,
  endDate: OffsetTime | undefined,
  schedule: NonNullable<ReturnType<typeof readSchedule>>,
  path: string,
  { report }: Reading,
): Meeting[] {
  const { repeatCount = 1, repeatFrequency: days = 0, startTime, endTime, scheduleTimezone: zone } = schedule;
  const localOf = ({ time, local }: OffsetTime): number => (zone ? time + zoneOffset(zone, time) : local);
  const first = localOf(startDate);
  const length =
    (((sinceMidnight(endTime) - sinceMidnight(startTime) || (endDate ? localOf(endDate) - first : 0)) % day) + day) %
    day;
  const clear = days && zone && !Object.values(schedule).includes(undefined);
  if (repeatCount > 1 && !clear) report(path, 'repeatFrequency and scheduleTimezone, one byDay and no exceptDate');
  return [...Array(clear ? Math.min(repeatCount, 100) : 1).keys()].map((index) => {
    const start = zone && index ? zonedInstant(zone, first + index * days * day) : startDate.time;
    return { start, end: start + length };
  });
}
