import { isoInstant } from '../../foundation/formats/iso-instant.js';
import { toJson } from '../../foundation/formats/json.js';
import { zoneOffset, zonedInstant } from '../../foundation/formats/time-zone.js';

/** A span of time in minutes since local midnight of the day on which it begins. */
export interface TimeSpan {
  /** 0 to 1439. */
  readonly opens: number;
  /** More than `opens`; more than 1440 when the span ends on the next day. */
  readonly closes: number;
}

/** Hours of some weekdays. */
export interface HoursRule {
  /** Days of the week, ISO 8601: 1 is Monday, 7 is Sunday. */
  readonly days: readonly number[];
  /** Empty: closed. */
  readonly spans: readonly TimeSpan[];
  /** First day on which the rule applies, `YYYY-MM-DD`; default: no limit. */
  readonly validFrom?: string | undefined;
  /** Last day on which the rule applies, `YYYY-MM-DD`; default: no limit. */
  readonly validThrough?: string | undefined;
}

/** Opening hours, in the terms of schema.org. */
export interface OpeningHours {
  /** The usual week, and weeks of a season. */
  readonly regular: readonly HoursRule[];
  /** Rules for special days; each has both dates. */
  readonly special: readonly HoursRule[];
  /** Whether everything could be parsed. If not, whether the practice is open now is unknown. */
  readonly complete: boolean;
}

/** Whether the practice is open at an instant. */
export type OpeningState =
  /** `until` is absent when it stays open for more than a week. */
  | { readonly state: 'open'; readonly until?: Date }
  /** `next` is absent when it does not open within a year. */
  | { readonly state: 'closed'; readonly next?: Date }
  | { readonly state: 'unknown' };

type Spans = readonly TimeSpan[];

const minute = 60_000;
/** Milliseconds in a day. */
export const day = 1440 * minute;

const dateOf = (time: number): string => isoInstant(time).slice(0, 10);
/** Weekday of a date, as an ISO 8601 number. */
export const weekdayOf = (date: string): number => new Date(date).getUTCDay() || 7;

const applies = ({ validFrom = '0001', validThrough = '9999' }: HoursRule, date: string): boolean =>
  validFrom <= date && date <= validThrough;

/** How long a rule applies, in milliseconds. */
const duration = ({ validFrom = '0001', validThrough = '9999' }: HoursRule): number =>
  +new Date(validThrough) - +new Date(validFrom);

/** Sorts spans and joins those that touch or overlap. */
function joinSpans(spans: readonly TimeSpan[]): Spans {
  const joined: { opens: number; closes: number }[] = [];
  for (const { opens, closes } of [...spans].sort((a, b) => a.opens - b.opens)) {
    const last = joined.at(-1);
    if (last && opens <= last.closes) last.closes = Math.max(last.closes, closes);
    else joined.push({ opens, closes });
  }
  return joined;
}

/**
 * Returns the spans that rules give a weekday at a date, or `undefined` when no rule applies. The rule with the shortest
 * duration decides (a seasonal week overrides the usual one); among equal ones "closed" does.
 */
function spansOf(rules: readonly HoursRule[], date: string, weekday = weekdayOf(date)): Spans | undefined {
  const candidates = rules.filter((rule) => applies(rule, date) && rule.days.includes(weekday));
  if (!candidates.length) return undefined;
  const shortest = Math.min(...candidates.map(duration));
  const deciding = candidates.filter((rule) => duration(rule) === shortest).map(({ spans }) => spans);
  return deciding.every((spans) => spans.length) ? joinSpans(deciding.flat()) : [];
}

/**
 * Returns the spans that begin on a date. Special days override the regular week (schema.org
 * `specialOpeningHoursSpecification`).
 *
 * @param date - `YYYY-MM-DD`
 * @returns spans in order, without overlaps; empty when the practice is closed or its hours are unknown
 */
export const hoursOn = ({ regular, special }: OpeningHours, date: string): Spans =>
  spansOf(special, date) ?? spansOf(regular, date) ?? [];

/**
 * Returns the date at an instant in a time zone.
 *
 * @param timeZone - IANA zone
 * @returns `YYYY-MM-DD`
 * @throws RangeError when the browser does not know the zone
 */
export const zonedDate = (timeZone: string, now: Date): string => dateOf(+now + zoneOffset(timeZone, +now));

/** Whether two IANA zones show the same time, now and in a week. Returns `false` when the browser does not know one of them. */
export function sameClock(first: string, second: string, now: Date): boolean {
  try {
    return [+now, +now + 7 * day].every((time) => zoneOffset(first, time) === zoneOffset(second, time));
  } catch {
    return false;
  }
}

/**
 * Determines whether the practice is open at an instant. A span belongs to the day on which it begins: one that runs past
 * midnight into a special day keeps its end. Its ends are wall-clock times, also across a change to daylight-saving time.
 *
 * @param timeZone - IANA zone of the hours
 * @returns `unknown` without a zone, when hours are incomplete, or when no rule applies on that day (not yet, or no longer)
 * @throws RangeError when the browser does not know the zone
 */
export function openingState(hours: OpeningHours, timeZone: string | undefined, now: Date): OpeningState {
  if (!timeZone || !hours.complete) return { state: 'unknown' };
  const today = zonedDate(timeZone, now);
  if (!spansOf(hours.special, today) && !hours.regular.some((rule) => applies(rule, today)))
    return { state: 'unknown' };
  let until: number | undefined;
  for (let index = -1; index < 366; index++) {
    const date = +new Date(today) + index * day;
    const spans = hoursOn(hours, dateOf(date))
      .map(({ opens, closes }) => [opens, closes].map((time) => zonedInstant(timeZone, date + time * minute)))
      .sort(([a = 0], [b = 0]) => a - b);
    for (const [opens = 0, closes = 0] of spans) {
      if (until !== undefined && opens > until) return { state: 'open', until: new Date(until) };
      // Skips spans that are over, and those within the hour that a clock change skips.
      if (closes <= Math.max(+now, opens)) continue;
      if (until === undefined && opens > +now) return { state: 'closed', next: new Date(opens) };
      until = Math.max(until ?? closes, closes);
    }
    if (until !== undefined && until > +now + 8 * day) return { state: 'open' };
  }
  return until === undefined ? { state: 'closed' } : { state: 'open', until: new Date(until) };
}

/** Neighboring days with the same spans. */
interface DayRange<Day> {
  readonly from: Day;
  readonly to: Day;
  readonly spans: Spans;
}

/** Joins neighboring days with the same spans into ranges. Leaves out days without a value. */
function dayRanges<Day>(days: readonly Day[], spansOn: (day: Day) => Spans | undefined): DayRange<Day>[] {
  const ranges: DayRange<Day>[] = [];
  let previous: string | undefined;
  for (const day of days) {
    const spans = spansOn(day);
    const key = toJson(spans);
    if (spans) {
      const range = key === previous ? ranges.pop() : undefined;
      ranges.push({ from: range?.from ?? day, to: day, spans });
    }
    previous = key;
  }
  return ranges;
}

/**
 * Returns the regular week at a date, Monday to Sunday, with neighboring days of the same hours in one range.
 *
 * @param today - `YYYY-MM-DD`
 * @returns ranges of weekdays, as ISO 8601 numbers; empty when no rule applies. When hours are incomplete, only the days that
 * are known to be open
 */
export const weekTable = ({ regular, complete }: OpeningHours, today: string): readonly DayRange<number>[] =>
  regular.some((rule) => applies(rule, today))
    ? dayRanges([1, 2, 3, 4, 5, 6, 7], (weekday) => spansOf(regular, today, weekday) ?? (complete ? [] : undefined))
    : [];

/**
 * Returns the special days from a date on, with neighboring days of the same hours in one range.
 *
 * @param today - `YYYY-MM-DD`; earlier days are left out
 * @param days - number of days within which a range begins, default 90
 * @returns ranges of dates, `YYYY-MM-DD`, in order
 */
export function upcomingSpecialDays({ special }: OpeningHours, today: string, days = 90): readonly DayRange<string>[] {
  const start = +new Date(today);
  const last = Math.max(...special.map(({ validThrough = today }) => +new Date(validThrough)));
  const length = Math.max(0, Math.min((last - start) / day + 1, 366));
  const dates = [...Array(length).keys()].map((index) => dateOf(start + index * day));
  return dayRanges(dates, (date) => spansOf(special, date)).filter(({ from }) => dates.indexOf(from) <= days);
}
