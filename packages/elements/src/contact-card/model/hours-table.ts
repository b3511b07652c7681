import { dateFormat } from '../../foundation/formats/intl.js';
import type { Localized } from '../../foundation/localization/strings.js';
import type { ContactCardStrings } from '../locales/en.js';
import { day, upcomingSpecialDays, weekTable, type OpeningHours, type TimeSpan } from './opening-hours.js';

type Strings = Localized<ContactCardStrings>;

const minute = 60_000;
const minutesPerDay = 24 * 60;
const clock: Intl.DateTimeFormatOptions = { hour: 'numeric', minute: '2-digit' };

/** Some days, and the hours of each of them, in words. */
export interface HoursRow {
  readonly days: string;
  /** Empty when it is closed. */
  readonly times: readonly string[];
  /** Whether the row is that of a weekday, by its ISO 8601 number. */
  readonly includes: (weekday: number) => boolean;
}

/** A date with a weekday, by its ISO 8601 number: January 5, 1970, was a Monday. */
const dateWithWeekday = (weekday: number): number => (weekday + 3) * day;

/** The name of a day, or of neighboring ones. */
function weekdays(from: number, to: number, { $locale, daysTo, daysAnd }: Strings): string {
  const names = dateFormat($locale, { weekday: from === to ? 'long' : 'short' });
  const [first, last] = [from, to].map((weekday) => names.format(dateWithWeekday(weekday))) as [string, string];
  if (from === to) return first;
  return to - from > 1 ? daysTo(first, last) : daysAnd(first, last);
}

function timesOf(spans: readonly TimeSpan[], { $locale, allDay }: Strings): readonly string[] {
  const format = dateFormat($locale, clock);
  return spans.map(({ opens, closes }) => {
    const from = opens * minute;
    const to = (closes % minutesPerDay) * minute;
    if (closes - opens >= minutesPerDay) return allDay;
    return from < to ? format.formatRange(from, to) : `${format.format(from)} – ${format.format(to)}`;
  });
}

/** The hours of a week. Empty when no day is known. */
export const weekRows = (hours: OpeningHours, today: string, strings: Strings): readonly HoursRow[] =>
  weekTable(hours, today).map(({ from, to, spans }) => ({
    days: weekdays(from, to, strings),
    times: timesOf(spans, strings),
    includes: (weekday) => from <= weekday && weekday <= to,
  }));

/** The hours of special days from a date on. */
export function specialRows(hours: OpeningHours, today: string, strings: Strings): readonly HoursRow[] {
  const dates = dateFormat(strings.$locale, { month: 'short', day: 'numeric' });
  return upcomingSpecialDays(hours, today).map(({ from, to, spans }) => ({
    days: dates.formatRange(new Date(from), new Date(to)),
    times: timesOf(spans, strings),
    includes: () => false,
  }));
}

/** The name of a time zone, such as `Pacific Time`. */
export const zoneInWords = (timeZone: string, now: Date, { $locale }: Strings): string | undefined =>
  dateFormat($locale, { timeZoneName: 'longGeneric' }, timeZone)
    .formatToParts(now)
    .find(({ type }) => type === 'timeZoneName')?.value;
