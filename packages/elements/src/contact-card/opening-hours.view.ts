import { html, nothing, type TemplateResult } from 'lit';
import { dateFormat, viewerZone } from '../foundation/formats/intl.js';
import type { Localized } from '../foundation/localization/strings.js';
import { heading } from '../foundation/views/heading.js';
import type { ContactCardStrings } from './locales/en.js';
import { specialRows, weekRows, zoneInWords, type HoursRow } from './model/hours-table.js';
import { day, openingState, sameClock, weekdayOf, zonedDate, type OpeningHours } from './model/opening-hours.js';

type Strings = Localized<ContactCardStrings>;

const clock: Intl.DateTimeFormatOptions = { hour: 'numeric', minute: '2-digit' };
const monthDay: Intl.DateTimeFormatOptions = { month: 'long', day: 'numeric' };
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
    <strong>${open ? strings.open : strings.closed}</strong>${detail ? html`, ${detail}` : nothing}
  </p>`;
}

/** A row of the table. */
const rowView = ({ days, times }: HoursRow, strings: Strings, isToday = false): TemplateResult =>
  html`<tr class=${isToday ? 'today' : nothing} aria-current=${isToday ? 'date' : nothing}>
    <th scope="row">${days}</th>
    <td>${times.length ? times.map((time) => html`<span class="span">${time}</span>`) : strings.closedDay}</td>
  </tr>`;

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
  const week = weekRows(hours, today, strings).map((row) =>
    rowView(row, strings, !!timeZone && row.includes(todaysWeekday)),
  );
  const specialDays = specialRows(hours, today, strings).map((row) => rowView(row, strings));
  if (!week.length && !specialDays.length) return undefined;
  // The visitor's clock may show the same time.
  const zone = timeZone && !sameClock(timeZone, viewerZone(), now) && zoneInWords(timeZone, now, strings);
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
