import { isoDate, list, listOf, objectOf, text, textAs, type Reading } from '../../foundation/configuration/readers.js';
import type { HoursRule, OpeningHours, TimeSpan } from './opening-hours.js';

const names = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ');
const everyDay = [1, 2, 3, 4, 5, 6, 7];
const allDay: TimeSpan = { opens: 0, closes: 1440 };

/**
 * Parses a weekday or a range: `mo`, `Mon`, `Monday`, `Mo-Th` or `Sa-Mo`.
 *
 * @returns ISO 8601 numbers; empty when the text cannot be parsed. That includes `PublicHolidays`,
 * whose dates are unknown
 */
function weekdays(range: string): number[] {
  const [from = -1, to = from, more] = range
    .toLowerCase()
    .split('-')
    .map((word) => names.findIndex((name) => word[1] && name.startsWith(word)));
  return from < 0 || to < 0 || more !== undefined
    ? []
    : everyDay.map((day) => ((from + day - 1) % 7) + 1).slice(0, ((to - from + 7) % 7) + 1);
}

/** Returns minutes since midnight for `9:00`, `09:00` or `09:00:00`, and `NaN` for anything else. */
function minutes(time = ''): number {
  const [, hours = NaN, rest = NaN] = /^(\d\d?):([0-5]\d)(:[0-5]\d)?$/.exec(time) ?? [];
  return +hours * 60 + +rest;
}

/**
 * Parses the span between two times of day, `09:00-17:30`. Closing before opening means the next day (schema.org
 * `OpeningHoursSpecification`). 23:59 means midnight (Google's way to write "open all day").
 *
 * @returns one span; empty when a time cannot be parsed, or when both are equal, which could mean all day or closed
 */
function span(times: string): TimeSpan[] {
  const [opens = NaN, closes = NaN, ...more] = times.split('-').map(minutes);
  return opens < 1440 && closes <= 1440 && opens !== closes && !more.length
    ? [{ opens, closes: (closes === 1439 ? 1440 : closes) + (closes < opens ? 1440 : 0) }]
    : [];
}

/** A reading that remembers whether anything was reported. */
interface CheckedReading extends Reading {
  valid: boolean;
}

function checkedReading(reading: Reading): CheckedReading {
  const checked: CheckedReading = {
    ...reading,
    valid: true,
    report: (...problem) => {
      checked.valid = false;
      reading.report(...problem);
    },
  };
  return checked;
}

/** An entry of opening hours. */
interface Entry {
  /** As it was written, on one line. */
  readonly text: string;
  /** The days that it is about; none when it does not begin with a day, so that it may be about all. */
  readonly days: readonly number[];
  /** Absent when it cannot be parsed. */
  readonly spans?: readonly TimeSpan[] | false;
}

/** Parses one entry of opening hours, `Mo-Fr 09:00-12:00 13:00-17:00`. */
function parseEntry(entry: string, onlyEntry: boolean): Entry {
  const spelled = entry.toLowerCase().replace(/\s*[\u2010-\u2015-]\s*/g, '-');
  const tokens: string[] = spelled.match(/[^\s,]+/g) ?? [];
  const closed = tokens.includes('closed');
  const times = tokens.filter((token) => /\d/.test(token)).map(span);
  const days = tokens.filter((token) => !/\d|^closed$/.test(token)).map(weekdays);
  // Times without days, before an entry with days, could be meant for those days.
  const unambiguous = days.length ? !closed || !times.length : onlyEntry && times.length > 0;
  const isValid = unambiguous && [...times, ...days].every((parsed) => parsed.length);
  return {
    text: entry.replace(/\s+/g, ' ').replace(/^[ ,]+|[ ,]+$/g, ''),
    days: days.length || !isValid ? (days[0]?.length ? days.flat() : []) : everyDay,
    spans: isValid && (closed || times.length ? times.flat() : [allDay]),
  };
}

/**
 * Parses schema.org `openingHours` text: `Mo-Th 09:00-17:30, Fr 09:00-13:00`, as one text or several.
 *
 * Commas, semicolons and spaces may separate days, times and entries. Days have two letters or more, in any case, and may be
 * ranges (also `Sa-Mo`). Several times may follow them (`Mo-Fr 09:00-12:00 13:00-17:00`). Days alone are open all day, times
 * alone apply to every day, and `Su closed` is accepted. An entry that cannot be parsed is reported as it
 * is, and makes the hours incomplete. Its days are left out of all other entries, too. If it does not begin with a day, everything
 * up to the next semicolon is left out, whose meaning it could change. Separators with nothing between them are ignored: site
 * builders write `, , ,` for a week that nobody filled in.
 *
 * @param value - a text or an array of texts
 * @param path - JSON path of the value
 * @returns `undefined` when the value is absent or empty
 */
export function parseOpeningHoursText(value: unknown, path: string, reading: Reading): OpeningHours | undefined {
  const rules: HoursRule[] = [];
  const unknown: number[] = [];
  const checked = checkedReading(reading);
  list(value).forEach((item, index) => {
    const itemPath = Array.isArray(value) ? `${path}[${index}]` : path;
    for (const part of (text(item, itemPath, checked) ?? '').split(';')) {
      // Days after times begin another entry.
      const entries = part.replace(/(\d|closed)[\s,]+(?=[a-z])/gi, '$1;').split(';');
      const parsed = entries.map((entry) => parseEntry(entry, entries.length === 1));
      const hasDays = parsed.every(({ days }) => days.length);
      for (const { text, days, spans } of parsed)
        if (spans) rules.push({ days: hasDays ? days : [], spans });
        else if (text) {
          unknown.push(...days);
          checked.report(itemPath, `hours such as Mo-Th 09:00-17:30, found ${text}`);
        }
    }
  });
  const regular = rules.map(({ days, spans }) => ({ days: days.filter((day) => !unknown.includes(day)), spans }));
  const complete = checked.valid;
  return regular.length || !complete ? { regular, special: [], complete } : undefined;
}

const time = textAs('a time such as 09:00', (input) => (minutes(input) <= 1440 ? input : undefined));
const specification = objectOf({
  dayOfWeek: listOf(
    textAs('days such as Monday; for others specialOpeningHoursSpecification', (input) => {
      const days = weekdays(input.replace(/^https?:\/\/schema\.org\//, ''));
      return days.length ? days : undefined;
    }),
  ),
  opens: time,
  closes: time,
  validFrom: isoDate,
  validThrough: isoDate,
});

/**
 * Parses schema.org `OpeningHoursSpecification`, one or an array, for the regular week and for special days.
 *
 * Without `opens` and `closes`, or with both 00:00, a day is closed; 00:00 to 23:59 or 24:00 is all day. The time of a date is
 * ignored. Without `dayOfWeek` an entry applies to every day; with both dates it is then a special day even in the
 * regular list (Google's form for a seasonal closure). An entry that cannot be parsed is reported, left out, and makes the
 * hours incomplete.
 *
 * @param regular - `openingHoursSpecification`
 * @param special - `specialOpeningHoursSpecification`; each needs both dates
 * @returns `undefined` when both are absent or empty
 */
export function parseOpeningHoursSpecification(
  regular: unknown,
  special: unknown,
  reading: Reading,
): OpeningHours | undefined {
  const hours = { regular: [] as HoursRule[], special: [] as HoursRule[], complete: true };
  const readAll = listOf((raw, path) => {
    const isSpecial = path.startsWith('specialOpeningHours');
    const checked = checkedReading(reading);
    const fields = specification(raw, path, checked) ?? {};
    const { dayOfWeek, opens, closes, validFrom, validThrough } = fields;
    const dated = validFrom && validThrough;
    const spans = span(`${opens}-${closes}`);
    /** Reports the first mistake only. */
    const reportIf = (mistake: unknown, key: keyof typeof fields, expected: string): void => {
      if (checked.valid && mistake) checked.report(`${path}.${key}`, expected);
    };
    const halfOpen = !spans.length && (opens ?? closes) && minutes(opens) + minutes(closes) !== 0;
    reportIf(halfOpen, 'closes', 'a time other than opens');
    reportIf(dated ? validFrom > validThrough : isSpecial, 'validThrough', 'the last day, after validFrom');
    reportIf(dayOfWeek ? !dayOfWeek.length : !opens && !dated, 'dayOfWeek', 'days such as Monday');
    hours.complete &&= checked.valid;
    if (checked.valid)
      (isSpecial || (dated && !dayOfWeek) ? hours.special : hours.regular).push({
        days: dayOfWeek?.flat() ?? everyDay,
        spans,
        validFrom,
        validThrough,
      });
    return undefined;
  });
  readAll(regular, 'openingHoursSpecification', reading);
  readAll(special, 'specialOpeningHoursSpecification', reading);
  return hours.regular.length || hours.special.length || !hours.complete ? hours : undefined;
}
