import { list, listOf, objectOf, text, textAs, type Reading } from '../../foundation/configuration/readers.js';
import type { HoursRule, OpeningHours, TimeSpan } from './opening-hours.js';

const names = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ');
const everyDay = [1, 2, 3, 4, 5, 6, 7];
const allDay: TimeSpan = { opens: 0, closes: 1440 };

/**
 * The weekdays of a name or of a range, such as `mo`, `Mon`, `Monday`, `Mo-Th` or `Sa-Mo`.
 *
 * @returns ISO 8601 numbers; none when it cannot be read, `PublicHolidays` included: which days those are is not known
 */
function weekdays(words: string): number[] {
  const [from = -1, to = from, more] = words
    .toLowerCase()
    .split('-')
    .map((word) => names.findIndex((name) => word[1] && name.startsWith(word)));
  return from < 0 || to < 0 || more !== undefined
    ? []
    : everyDay.map((day) => ((from + day - 1) % 7) + 1).slice(0, ((to - from + 7) % 7) + 1);
}

/** Minutes since midnight of `9:00`, `09:00` or `09:00:00`; `NaN` for anything else. */
function minutes(time = ''): number {
  const [, hours = NaN, rest = NaN] = /^(\d\d?):([0-5]\d)(:[0-5]\d)?$/.exec(time) ?? [];
  return +hours * 60 + +rest;
}

/**
 * The span between two times of day, `09:00-17:30`. Closing before opening means the next day (schema.org
 * `OpeningHoursSpecification`); 23:59 means midnight (Google's way to write open all day).
 *
 * @returns none when a time cannot be read, or when both are the same: all day or not at all, who knows
 */
function span(words: string): TimeSpan[] {
  const [opens = NaN, closes = NaN, ...more] = words.split('-').map(minutes);
  return opens < 1440 && closes <= 1440 && opens !== closes && !more.length
    ? [{ opens, closes: (closes === 1439 ? 1440 : closes) + (closes < opens ? 1440 : 0) }]
    : [];
}

/** A reading that knows whether all was clear so far. */
interface Watched extends Reading {
  clear: boolean;
}

function watch(reading: Reading): Watched {
  const watched: Watched = {
    ...reading,
    clear: true,
    report: (...problem) => {
      watched.clear = false;
      reading.report(...problem);
    },
  };
  return watched;
}

/**
 * Reads schema.org `openingHours` text: `Mo-Th 09:00-17:30, Fr 09:00-13:00`, in one text or in several.
 *
 * Commas, semicolons and spaces may part days, times and entries. Days may be ranges (also `Sa-Mo`), two letters or
 * more, in any case; several times may follow them (`Mo-Fr 09:00-12:00 13:00-17:00`); days alone are open all day, times
 * alone hold every day, and `Su closed` is understood. What cannot be read is left out with all up to the next semicolon,
 * whose meaning it may change; it is reported and makes the hours incomplete.
 *
 * @param value - a text or an array of texts
 * @param path - where it comes from, for the report
 * @returns `undefined` when the value is absent or empty
 */
export function parseOpeningHoursText(value: unknown, path: string, reading: Reading): OpeningHours | undefined {
  const regular: HoursRule[] = [];
  const watched = watch(reading);
  list(value).forEach((item, index) => {
    const at = Array.isArray(value) ? `${path}[${index}]` : path;
    const words = (text(item, at, watched) ?? '').toLowerCase().replace(/\s*[\u2010-\u2015-]\s*/g, '-');
    for (const part of words.split(';')) {
      // Days after times begin another entry.
      const entries = part.replace(/(\d|closed)[\s,]+(?=[a-z])/g, '$1;').split(';');
      const rules = entries.flatMap((entry): HoursRule[] => {
        const words: string[] = entry.match(/[^\s,]+/g) ?? [];
        const closed = words.includes('closed');
        const times = words.filter((word) => /\d/.test(word)).map(span);
        const days = words.filter((word) => !/\d|^closed$/.test(word)).map(weekdays);
        // Times before days could be meant for them.
        const clear = days[0] ? !closed || !times[0] : times[0] && !entries[1];
        return clear && [...times, ...days].every((found) => found[0])
          ? [{ days: days[0] ? days.flat() : everyDay, spans: closed || times[0] ? times.flat() : [allDay] }]
          : [];
      });
      if (rules.length === entries.length) regular.push(...rules);
      else if (part.trim()) watched.report(at, 'hours such as Mo-Th 09:00-17:30');
    }
  });
  const complete = watched.clear;
  return regular[0] || !complete ? { regular, special: [], complete } : undefined;
}

const time = textAs('a time such as 09:00', (words) => (minutes(words) <= 1440 ? words : undefined));
const date = textAs('a day such as 2027-01-31', (words) => {
  const day = words.slice(0, 10);
  // February 30 comes back as another day, and what is no date as null.
  return new Date(day).toJSON()?.slice(0, 10) === day ? day : undefined;
});
const specification = objectOf({
  dayOfWeek: listOf(
    textAs('days such as Monday; for others specialOpeningHoursSpecification', (words) => {
      const days = weekdays(words.replace(/^https?:\/\/schema\.org\//, ''));
      return days[0] && days;
    }),
  ),
  opens: time,
  closes: time,
  validFrom: date,
  validThrough: date,
});

/**
 * Reads schema.org `OpeningHoursSpecification`: one or an array, for the regular week and for special days.
 *
 * Without `opens` and `closes`, or with both 00:00, a day is closed; 00:00 to 23:59 or 24:00 is all day. Of a date with a
 * time the day counts. Without `dayOfWeek` every day is meant; such an entry with both dates is a special one even in
 * the regular list (Google's form for a closure in a season). An entry that cannot be read is left out and reported,
 * and makes the hours incomplete.
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
  const read = listOf((raw, path) => {
    const isSpecial = path.startsWith('specialOpeningHours');
    const watched = watch(reading);
    const rule = specification(raw, path, watched) ?? {};
    const { dayOfWeek, opens, closes, validFrom, validThrough } = rule;
    const dated = validFrom && validThrough;
    const spans = span(`${opens}-${closes}`);
    const need = (key: keyof typeof rule, expected: string, wrong: unknown): void => {
      if (watched.clear && wrong) watched.report(`${path}.${key}`, expected);
    };
    const halfOpen = !spans[0] && (opens ?? closes) && minutes(opens) + minutes(closes) !== 0;
    need('closes', 'a time other than opens', halfOpen);
    need('validThrough', 'the last day, after validFrom', dated ? validFrom > validThrough : isSpecial);
    need('dayOfWeek', 'days such as Monday', dayOfWeek ? !dayOfWeek[0] : !opens && !dated);
    hours.complete &&= watched.clear;
    if (watched.clear)
      (isSpecial || (dated && !dayOfWeek) ? hours.special : hours.regular).push({
        days: dayOfWeek?.flat() ?? everyDay,
        spans,
        validFrom,
        validThrough,
      });
    return undefined;
  });
  read(regular, 'openingHoursSpecification', reading);
  read(special, 'specialOpeningHoursSpecification', reading);
  return hours.regular[0] || hours.special[0] || !hours.complete ? hours : undefined;
}
