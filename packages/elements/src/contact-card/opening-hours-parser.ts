import { list, own, text, type Report } from '../foundation/configuration.js';
import type { HoursRule, OpeningHours, TimeSpan } from './opening-hours.js';

const names = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ');
const everyDay: readonly number[] = [1, 2, 3, 4, 5, 6, 7];

const allDay: TimeSpan = { opens: 0, closes: 1440 };

/**
 * The weekdays of a name or of a range, such as `mo`, `Mon`, `Monday`, `Mo-Th` or `Sa-Mo`.
 *
 * @returns ISO 8601 numbers; none when it cannot be read (`PublicHolidays` neither: nobody knows here which days those are)
 */
function weekdays(words: string): number[] {
  const [from, to = from, ...rest] = words
    .toLowerCase()
    .split('-')
    .map((word) => (word.length > 1 ? names.findIndex((name) => name.startsWith(word)) : -1));
  const days: number[] = [];
  if (from === undefined || to === undefined || from < 0 || to < 0 || rest.length) return days;
  for (let day = from; days.push(day + 1) && day !== to;) day = (day + 1) % 7;
  return days;
}

/** Minutes since midnight of `9:00`, `09:00`, `09:00:00`, up to `24:00`; `NaN` for anything else. */
function minutes(time: string): number {
  const [, hours = NaN, rest = 0] = /^(\d\d?):([0-5]\d)(?::[0-5]\d)?$/.exec(time) ?? [];
  const all = +hours * 60 + +rest;
  return all > 1440 ? NaN : all;
}

/**
 * The span between two times of day. Closing before opening means the next day (schema.org
 * `OpeningHoursSpecification`); 23:59 means midnight (Google's way to write open all day).
 *
 * @returns `undefined` when a time is `NaN`, or when both are the same: all day or not at all, nobody knows
 */
function span(opens: number, closes: number): TimeSpan | undefined {
  const end = (closes === 1439 ? 1440 : closes) + (closes < opens ? 1440 : 0);
  return opens < 1440 && closes !== opens && end > opens ? { opens, closes: end } : undefined;
}

/**
 * Reads schema.org `openingHours` text: `Mo-Th 09:00-17:30, Fr 09:00-13:00`, in one text or in several.
 *
 * Commas, semicolons and spaces may part days, times and entries. Days may be ranges (also `Sa-Mo`), two letters or
 * more, in any case; several times may follow them (`Mo-Fr 09:00-12:00 13:00-17:00`); days alone are open all day, times
 * alone hold every day, and `Su closed` and `24/7` are understood. An entry that cannot be read is left out and
 * reported, and makes the hours incomplete.
 *
 * @param value - a text or an array of texts
 * @param path - where it comes from, for the report
 * @returns `undefined` when the value is absent or empty
 */
export function parseOpeningHoursText(value: unknown, path: string, report: Report): OpeningHours | undefined {
  const regular: HoursRule[] = [];
  let complete = true;
  list(value).forEach((item, index) => {
    const at = Array.isArray(value) ? `${path}[${index}]` : path;
    let days: number[] = [];
    let spans: TimeSpan[] = [];
    let closed = false;
    let clear = true;
    let allClear = true;
    const endEntry = (): void => {
      allClear &&= clear;
      if (clear && (days.length || spans.length))
        regular.push({ days: days.length ? days : everyDay, spans: spans.length || closed ? spans : [allDay] });
      days = [];
      spans = [];
      closed = false;
      clear = true;
    };
    const words = text(item, at, (...problem) => {
      complete = false;
      report(...problem);
    });
    const plain = (words ?? '')
      .toLowerCase()
      .replace('24/7', '00:00-24:00')
      .replace(/\s*[\u2010-\u2015-]\s*/g, '-');
    for (const [token, opens, closes, word] of plain.matchAll(/([\d:]+)-([\d:]+)|([a-z]+(?:-[a-z]+)?)|./gs)) {
      if (opens && closes) {
        const found = span(minutes(opens), minutes(closes));
        if (found && !closed) spans.push(found);
        else clear = false;
      } else if (word === 'closed' || word === 'off') {
        if (!days.length || spans.length) clear = false;
        closed = true;
      } else if (word) {
        // Times that come before days could be meant for them.
        if (spans.length && !days.length) clear = false;
        else if (spans.length || closed) endEntry();
        const found = weekdays(word);
        if (!found.length) clear = false;
        days.push(...found);
      } else if (token === ';') endEntry();
      else if (!/[\s,]/.test(token)) clear = false;
    }
    endEntry();
    if (!allClear) {
      complete = false;
      report(at, 'hours such as Mo-Th 09:00-17:30, Fr 09:00-13:00');
    }
  });
  return regular.length || !complete ? { regular, special: [], complete } : undefined;
}

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
  report: Report,
): OpeningHours | undefined {
  const hours = { regular: [] as HoursRule[], special: [] as HoursRule[], complete: true };
  const read = (raw: unknown, at: string, isSpecial: boolean): void => {
    let clear = true;
    const bad: Report = (key, ...problem) => {
      clear = hours.complete = false;
      report(key ? `${at}.${key}` : at, ...problem);
    };
    const field = (key: string): string | undefined => text(own(raw, key), key, bad);
    const time = (key: string): number | undefined => {
      const words = field(key);
      const found = minutes(words ?? '');
      if (words && isNaN(found)) bad(key, 'a local time such as 09:00');
      return words ? found : undefined;
    };
    const date = (key: string): string | undefined => {
      const words = field(key);
      const found = /^(\d{4}-\d\d-\d\d)(T.*)?$/.exec(words ?? '')?.[1];
      const day = new Date(`${found}T00:00Z`);
      // A day such as February 30 comes back as another one.
      if (words && (isNaN(+day) || day.toISOString().slice(0, 10) !== found)) bad(key, 'a day such as 2027-01-31');
      return found;
    };
    const [opens, closes, validFrom, validThrough] = [
      time('opens'),
      time('closes'),
      date('validFrom'),
      date('validThrough'),
    ];
    const closed = opens === closes && !opens;
    const open = span(opens ?? NaN, closes ?? NaN);
    if (!closed && !open && clear) bad('closes', 'a time other than opens, and both of them');
    const named = own(raw, 'dayOfWeek') ?? undefined;
    const days = list(named).map((name) =>
      weekdays((text(name, 'dayOfWeek', bad) ?? '').replace(/^https?:\/\/schema\.org\//, '')),
    );
    if (named !== undefined && !(days.length && days.every(({ length }) => length)))
      bad('dayOfWeek', 'days such as Monday; holidays go into specialOpeningHoursSpecification');
    const dated = validFrom && validThrough;
    if (named === undefined && opens === undefined && !dated)
      bad('', 'dayOfWeek with opens and closes', 'missing-value');
    if (isSpecial && !dated) bad('validFrom', 'this and validThrough', 'missing-value');
    if (dated && validFrom > validThrough) bad('validThrough', 'no day before validFrom');
    if (clear)
      (isSpecial || (dated && named === undefined) ? hours.special : hours.regular).push({
        days: named === undefined ? everyDay : days.flat(),
        spans: open ? [open] : [],
        validFrom,
        validThrough,
      });
  };
  list(regular).forEach((raw, index) => read(raw, `openingHoursSpecification[${index}]`, false));
  list(special).forEach((raw, index) => read(raw, `specialOpeningHoursSpecification[${index}]`, true));
  return hours.regular.length || hours.special.length || !hours.complete ? hours : undefined;
}
