import { dateFormat } from '../../foundation/formats/intl.js';
import { zoneName } from '../../foundation/formats/time-zone.js';
import type { SignupFormStrings } from '../locales/en.js';
import type { Session } from './program.js';
import type { Meeting } from './schedule.js';

const clock = { hour: 'numeric', minute: '2-digit' } as const;
const date = { year: 'numeric', month: 'long', day: 'numeric' } as const;
const weekday = { weekday: 'long' } as const;
const dateAndWeekday = { ...weekday, ...date };
const meetingTime = { ...dateAndWeekday, ...clock, timeZoneName: 'shortGeneric' } as const;

const dayLength = 86_400_000;

/** When a session meets, in words. */
export interface SessionTimes {
  /** The day and the time in the session's own zone. */
  readonly own: string;
  /** The day, if it is another one, and the time in the visitor's zone, if they differ. */
  readonly visitor: string | undefined;
  /** The first and the last date of several meetings. */
  readonly dates: string | undefined;
}

/** Whether the meetings, which are evenly spaced, are on the same day of every week. */
function areWeekly(first: Meeting, last: Meeting, count: number): boolean {
  const weeks = count - 1;
  // The clock may have changed in between.
  return weeks > 0 && Math.abs(last.start - first.start - weeks * 7 * dayLength) < dayLength / 2;
}

/** Describes when a session meets: "Tuesdays, 6:30 to 8:00 PM Pacific time". A session without dates has no description. */
export function sessionTimes(
  { meetings, timeZone }: Session,
  visitorZone: string,
  strings: SignupFormStrings & { readonly $locale: string },
): SessionTimes | undefined {
  const [first] = meetings;
  const last = meetings.at(-1);
  if (!first || !last) return undefined;
  const ownZone = timeZone ?? visitorZone;
  const format = (options: Intl.DateTimeFormatOptions, zone: string): Intl.DateTimeFormat =>
    dateFormat(strings.$locale, options, zone);
  const range = (options: Intl.DateTimeFormatOptions, zone: string, start: number, end: number): [string, string?] =>
    format(options, zone)
      .formatRange(start, end)
      .split(/\s*[–—]\s*/, 2) as [string, string?];
  const time = ({ start, end }: Meeting, zone: string): string => {
    const at = (instant: number): string => format(clock, zone).format(instant);
    const days = format(date, zone);
    // Across midnight, a range of times would have both dates.
    const isOneDay = days.format(start) === days.format(end);
    const [from, to] = isOneDay ? range(clock, zone, start, end) : [at(start), at(end)];
    return strings.timeRange(from, to);
  };
  // The visitor's clock may change on another date than the session's.
  const isSteady = (zone: string): boolean => meetings.every((meeting) => time(meeting, zone) === time(first, zone));
  const day = (zone: string): string =>
    areWeekly(first, last, meetings.length) && isSteady(zone)
      ? strings.weekly(format(weekday, zone).format(first.start))
      : format(dateAndWeekday, zone).format(first.start);
  const [ownDay, ownTime] = [day(ownZone), time(first, ownZone)];
  const [visitorDay, visitorTime] = [day(visitorZone), time(first, visitorZone)];
  return {
    own: `${ownDay}, ${strings.inZone(ownTime, zoneName(ownZone, first.start, strings.$locale) ?? ownZone)}`,
    visitor:
      visitorDay !== ownDay
        ? strings.yourTime(`${visitorDay}, ${visitorTime}`)
        : visitorTime !== ownTime
          ? strings.yourTime(visitorTime)
          : undefined,
    dates: last === first ? undefined : strings.dateRange(...range(date, ownZone, first.start, last.start)),
  };
}

/** The times of a session's meetings in its own time zone, a line each. */
export const meetingTimes = ({ meetings, timeZone }: Session, visitorZone: string, locale: string): string =>
  meetings
    .map(({ start, end }) => dateFormat(locale, meetingTime, timeZone ?? visitorZone).formatRange(start, end))
    .join('\n');
