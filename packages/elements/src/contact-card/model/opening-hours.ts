import { zoneOffset, zonedInstant } from '../../foundation/formats/time-zone.js';

/** A span of time in minutes since local midnight of the day on which it begins. */
export interface TimeSpan {
  /** 0 to 1439. */
  readonly opens: number;
  /** More than `opens`; more than 1440 when the span ends on the next day. */
  readonly closes: number;
}

/** Hours that some days have in common. */
export interface HoursRule {
  /** Days of the week, ISO 8601: 1 is Monday, 7 is Sunday. */
  readonly days: readonly number[];
  /** None: closed. */
  readonly spans: readonly TimeSpan[];
  /** First day on which the rule holds, `YYYY-MM-DD`; default: ever since. */
  readonly validFrom?: string | undefined;
  /** Last day on which the rule holds, `YYYY-MM-DD`; default: for ever. */
  readonly validThrough?: string | undefined;
}

/** Opening hours, as schema.org has them. */
export interface OpeningHours {
  /** The week. */
  readonly regular: readonly HoursRule[];
  /** Days that differ; each has both dates. */
  readonly special: readonly HoursRule[];
  /** Whether everything could be read. If not, nothing is said about now. */
  readonly complete: boolean;
}

/** What can be said about an instant; `unknown` rather than half a truth. */
export type OpeningState =
  /** `until` is absent when it stays open for more than a week. */
  | { readonly state: 'open'; readonly until?: Date }
  /** `next` is absent when it does not open within a year. */
  | { readonly state: 'closed'; readonly next?: Date }
  | { readonly state: 'unknown' };

type Spans = readonly TimeSpan[];

const minute = 60_000;
/** Milliseconds of a day. */
export const day = 1440 * minute;

const dateOf = (time: number): string => new Date(time).toISOString().slice(0, 10);
/** Day of the week of a date, as an ISO 8601 number. */
export const weekdayOf = (date: string): number => new Date(date).getUTCDay() || 7;

const holds = ({ validFrom = '0001', validThrough = '9999' }: HoursRule, date: string): boolean =>
  validFrom <= date && date <= validThrough;

/** For how many milliseconds a rule holds. */
const extent = ({ validFrom = '0001', validThrough = '9999' }: HoursRule): number =>
  Date.parse(validThrough) - Date.parse(validFrom);

/**
 * The spans that rules give a weekday at a date, sorted, those that touch joined; `undefined` when no rule speaks of it.
 * The rule that holds for the shortest time decides (a seasonal week over the usual one); among equals, "closed" does.
 */
function spansOf(rules: readonly HoursRule[], date: string, weekday = weekdayOf(date)): Spans | undefined {
  const found = rules.filter((rule) => holds(rule, date) && rule.days.includes(weekday));
  if (!found[0]) return undefined;
  const shortest = Math.min(...found.map(extent));
  const deciding = found.filter((rule) => extent(rule) === shortest);
  const spans: { opens: number; closes: number }[] = [];
  if (deciding.every((rule) => rule.spans[0]))
    for (const { opens, closes } of deciding.flatMap((rule) => rule.spans).sort((a, b) => a.opens - b.opens)) {
      const last = spans.at(-1);
      if (last && opens <= last.closes) last.closes = Math.max(last.closes, closes);
      else spans.push({ opens, closes });
    }
  return spans;
}

/**
 * The spans that begin on a date. Special days override the regular week for their dates (schema.org
 * `specialOpeningHoursSpecification`).
 *
 * @param date - `YYYY-MM-DD`
 * @returns in order, not overlapping; none when closed or not known
 */
export const hoursOn = ({ regular, special }: OpeningHours, date: string): Spans =>
  spansOf(special, date) ?? spansOf(regular, date) ?? [];

/**
 * The date that a zone's calendar shows.
 *
 * @param timeZone - IANA zone
 * @returns `YYYY-MM-DD`
 * @throws RangeError when the browser does not know the zone
 */
export const zonedDate = (timeZone: string, now: Date): string => dateOf(+now + zoneOffset(timeZone, +now));

/** Whether the clocks of two IANA zones show the same, now and in a week; not, when the browser does not know one. */
export function sameClock(one: string, other: string, now: Date): boolean {
  try {
    return [+now, +now + 7 * day].every((time) => zoneOffset(one, time) === zoneOffset(other, time));
  } catch {
    return false;
  }
}

/**
 * Whether it is open at an instant. A span belongs to the day on which it begins: what runs past midnight into a
 * special day still ends at its own time. Its ends are times on the wall clock, whatever the clock does in between.
 *
 * @param timeZone - IANA zone of the hours; without one, nothing is known
 * @returns `unknown` also when hours are incomplete, or when no rule holds on that day (not yet, or no more)
 * @throws RangeError when the browser does not know the zone
 */
export function openingState(hours: OpeningHours, timeZone: string | undefined, now: Date): OpeningState {
  if (!timeZone || !hours.complete) return { state: 'unknown' };
  const today = zonedDate(timeZone, now);
  if (!spansOf(hours.special, today) && !hours.regular.some((rule) => holds(rule, today))) return { state: 'unknown' };
  let until: number | undefined;
  for (let index = -1; index < 366; index++) {
    const date = Date.parse(today) + index * day;
    const spans = hoursOn(hours, dateOf(date))
      .map(({ opens, closes }) => [opens, closes].map((time) => zonedInstant(timeZone, date + time * minute)))
      .sort(([a = 0], [b = 0]) => a - b);
    for (const [opens = 0, closes = 0] of spans) {
      if (until !== undefined && opens > until) return { state: 'open', until: new Date(until) };
      // What is over is passed by, and so is a span within the time that a clock change leaves out.
      if (closes <= Math.max(+now, opens)) continue;
      if (until === undefined && opens > +now) return { state: 'closed', next: new Date(opens) };
      until = Math.max(until ?? closes, closes);
    }
    if (until !== undefined && until > +now + 8 * day) return { state: 'open' };
  }
  return until === undefined ? { state: 'closed' } : { state: 'open', until: new Date(until) };
}

/** Puts days in a row that have the same spans together, and leaves out days without any value. */
function ranges<Day>(
  days: readonly Day[],
  spansOn: (day: Day) => Spans | undefined,
): { from: Day; to: Day; spans: Spans }[] {
  const found: { from: Day; to: Day; spans: Spans }[] = [];
  let last: string | undefined;
  for (const to of days) {
    const spans = spansOn(to);
    const key = JSON.stringify(spans);
    const range = found.at(-1);
    if (range && spans && key === last) range.to = to;
    else if (spans) found.push({ from: to, to, spans });
    last = key;
  }
  return found;
}

/**
 * The regular week as it is at a date, Monday to Sunday, days in a row with the same hours together.
 *
 * @param today - `YYYY-MM-DD`
 * @returns weekdays as ISO 8601 numbers, first and last; nothing when no rule holds; when hours are incomplete, only the
 * days that are known to be open
 */
export function weekTable(
  { regular, complete }: OpeningHours,
  today: string,
): readonly { readonly from: number; readonly to: number; readonly spans: Spans }[] {
  const known = regular.some((rule) => holds(rule, today));
  return ranges(
    known ? [1, 2, 3, 4, 5, 6, 7] : [],
    (weekday) => spansOf(regular, today, weekday) ?? (complete ? [] : undefined),
  );
}

/**
 * Special days from a date on, days in a row with the same hours together.
 *
 * @param today - `YYYY-MM-DD`; days before it are left out
 * @param days - within how many days they begin, default 90
 * @returns dates `YYYY-MM-DD`, first and last, in order
 */
export function upcomingSpecialDays(
  { special }: OpeningHours,
  today: string,
  days = 90,
): readonly { readonly from: string; readonly through: string; readonly spans: Spans }[] {
  const start = Date.parse(today);
  const last = Math.max(...special.map(({ validThrough = today }) => Date.parse(validThrough)));
  const length = Math.min((last - start) / day + 1, 366);
  const dates = Array.from({ length }, (_, index) => dateOf(start + index * day));
  return ranges(dates, (date) => spansOf(special, date))
    .filter(({ from }) => dates.indexOf(from) <= days)
    .map(({ from, to, spans }) => ({ from, through: to, spans }));
}
