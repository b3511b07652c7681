import { html, nothing, type TemplateResult } from 'lit';
import { dateFormat, viewerZone } from '../foundation/formats/intl.js';
import { zoneName } from '../foundation/formats/time-zone.js';
import type { Localized } from '../foundation/localization/strings.js';
import { heading } from '../foundation/views/heading.js';
import type { ContactCardStrings } from './locales/en.js';
import {
  day,
  openingState,
  sameClock,
  upcomingSpecialDays,
  weekTable,
  weekdayOf,
  zonedDate,
  type OpeningHours,
  type TimeSpan,
} from './model/opening-hours.js';

type Strings = Localized<ContactCardStrings>;

const minute = 60_000;
const minutesPerDay = 24 * 60;

const clock: Intl.DateTimeFormatOptions = { hour: 'numeric', minute: '2-digit' };
const monthDay: Intl.DateTimeFormatOptions = { month: 'long', day: 'numeric' };
/** A date with a weekday, by its ISO 8601 number: January 5, 1970, was a Monday. */
const dateWithWeekday = (weekday: number): number => (weekday + 3) * day;

/** Whether the practice is open, and until when. Returns `undefined` when that is unknown. */
function stateView(
  hours: OpeningHours,
  timeZone: string | undefined,
  now: Date,
  strings: Strings,
): TemplateResult | undefined {
  const state = openingState(hours, timeZone, now);
  if (state.state === 'unknown' || !timeZone) return undefined;
  const time = (instant: Date): string => dateFormat(strings.$locale, clock, timeZone).format(instant);
  const opens = (instant: Date): string => {
    const days = (+new Date(zonedDate(timeZone, instant)) - +new Date(zonedDate(timeZone, now))) / day;
    if (days === 0) return strings.opensToday(time(instant));
    if (days === 1) return strings.opensTomorrow(time(instant));
    const format = dateFormat(strings.$locale, days < 7 ? { weekday: 'long' } : monthDay, timeZone);
    return strings.opensOn(format.format(instant), time(instant));
  };
  const open = state.state === 'open';
  // When it stays open for more than a day, a time alone would mislead.
  const detail = open
    ? state.until && +state.until - +now <= day && strings.until(time(state.until))
    : state.next && opens(state.next);
  return html`<p class=${state.state}>
    <strong>${open ? strings.open : strings.closed}${detail && ','}</strong> ${detail}
  </p>`;
}

/** The hours of a day in words. */
export function spanTexts(spans: readonly TimeSpan[], strings: Strings): string[] {
  const times = dateFormat(strings.$locale, clock);
  return spans.map(({ opens, closes }) => {
    const from = opens * minute;
    const to = (closes % minutesPerDay) * minute;
    if (closes - opens >= minutesPerDay) return strings.allDay;
    return from < to ? times.formatRange(from, to) : `${times.format(from)} – ${times.format(to)}`;
  });
}

/** A row of the table: some days, and their hours. */
function rowView(days: string, spans: readonly TimeSpan[], strings: Strings, isToday = false): TemplateResult {
  return html`<tr class=${isToday ? 'today' : nothing} aria-current=${isToday ? 'date' : nothing}>
    <th scope="row">${days}</th>
    <td>
      ${
        spans.length
          ? spanTexts(spans, strings).map((text) => html`<span class="span">${text}</span>`)
          : strings.closedDay
      }
    </td>
  </tr>`;
}

/** The name of a day, or of neighboring days, by their ISO 8601 numbers. */
export function dayTexts(from: number, to: number, strings: Strings): string {
  const names = dateFormat(strings.$locale, { weekday: from === to ? 'long' : 'short' });
  const [first, last] = [from, to].map((weekday) => names.format(dateWithWeekday(weekday))) as [string, string];
  const days = to - from;
  const text = days > 1 ? strings.daysTo(first, last) : days ? strings.daysAnd(first, last) : first;
  // A style for the first letter would make a screen reader spell it out.
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/**
 * Opening hours: whether the practice is open now, the week, special days, and the time zone when the visitor's clock
 * differs. Returns `undefined` when no day is known.
 *
 * @param timeZone - IANA zone of the practice; without one the view does not say whether it is open
 * @param level - level of the heading, 1 to 6
 */
export function openingHoursView(
  hours: OpeningHours,
  timeZone: string | undefined,
  now: Date,
  strings: Strings,
  level: number,
): TemplateResult | undefined {
  const today = zonedDate(timeZone ?? 'UTC', now);
  const todaysWeekday = weekdayOf(today);
  const week = weekTable(hours, today).map(({ from, to, spans }) => {
    const isToday = !!timeZone && from <= todaysWeekday && todaysWeekday <= to;
    return rowView(dayTexts(from, to, strings), spans, strings, isToday);
  });
  const dates = dateFormat(strings.$locale, { month: 'short', day: 'numeric' });
  const specialDays = upcomingSpecialDays(hours, today).map(({ from, to, spans }) =>
    // Within months, the year of a range over New Year's Eve only takes room.
    rowView([...new Set([from, to])].map((date) => dates.format(new Date(date))).join(' – '), spans, strings),
  );
  if (!week.length && !specialDays.length) return undefined;
  // Named when the visitor's clock shows another time.
  const zone =
    timeZone && !sameClock(timeZone, viewerZone(), now) ? zoneName(timeZone, +now, strings.$locale) : undefined;
  return html`<div class="hours" part="hours">
    ${heading(level, strings.hours, 'hours')} ${stateView(hours, timeZone, now, strings)}
    <table>
      <tbody>
        ${week}
      </tbody>
      ${
        specialDays.length
          ? html`<tbody>
              <tr>
                <th scope="rowgroup" colspan="2">${strings.specialDays}</th>
              </tr>
              ${specialDays}
            </tbody>`
          : nothing
      }
    </table>
    ${zone && html`<p class="small">${strings.zone(zone)}</p>`}
  </div>`;
}
