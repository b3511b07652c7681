import { html, nothing } from 'lit';
import { dateFormat } from '../foundation/formats/intl.js';
import { heading } from '../foundation/views/heading.js';
import type { Localized } from '../foundation/localization/strings.js';
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

const allDay = 24 * 60;

const clock: Intl.DateTimeFormatOptions = { hour: 'numeric', minute: '2-digit' };
const monthDay: Intl.DateTimeFormatOptions = { month: 'long', day: 'numeric' };
// 5 January 1970 was a Monday.
const weekday = (iso: number): number => (iso + 3) * day;

/** Open until when, or when it opens, in the reader's words; nothing when it is not known. */
function stateView(
  hours: OpeningHours,
  timeZone: string | undefined,
  now: Date,
  words: Localized<ContactCardStrings>,
): unknown {
  const state = openingState(hours, timeZone, now);
  if (state.state === 'unknown' || !timeZone) return undefined;
  const time = (at: Date): string => dateFormat(words.$locale, clock, timeZone).format(at);
  const opens = (at: Date): string => {
    const days = (Date.parse(zonedDate(timeZone, at)) - Date.parse(zonedDate(timeZone, now))) / day;
    if (days === 0) return words.opensToday(time(at));
    if (days === 1) return words.opensTomorrow(time(at));
    return words.opensOn(
      dateFormat(words.$locale, days < 7 ? { weekday: 'long' } : monthDay, timeZone).format(at),
      time(at),
    );
  };
  const open = state.state === 'open';
  // When it stays open for more than a day, a time alone would mislead.
  const detail = open
    ? state.until && +state.until - +now <= day && words.until(time(state.until))
    : state.next && opens(state.next);
  return html`<p class=${state.state}>
    <strong>${open ? words.open : words.closed}</strong>${detail ? html`, ${detail}` : nothing}
  </p>`;
}

function spansView(spans: readonly TimeSpan[], words: Localized<ContactCardStrings>): unknown {
  if (!spans.length) return words.closedDay;
  return spans.map(({ opens, closes }) => {
    const from = opens * 60_000;
    const to = (closes % allDay) * 60_000;
    const times = dateFormat(words.$locale, clock);
    const range =
      closes - opens >= allDay
        ? words.allDay
        : from < to
          ? times.formatRange(from, to)
          : `${times.format(from)} – ${times.format(to)}`;
    return html`<span class="span">${range}</span>`;
  });
}

/**
 * Opening hours: whether it is open now, the week, changed days to come, and the zone when the reader's clock is
 * another one. Nothing when no day is known.
 *
 * @param timeZone - IANA zone of the practice; without one nothing is said about now
 * @param viewerZone - IANA zone of the reader
 */
export function openingHoursView(
  hours: OpeningHours,
  timeZone: string | undefined,
  viewerZone: string,
  now: Date,
  words: Localized<ContactCardStrings>,
  level: number,
): unknown {
  const today = zonedDate(timeZone ?? 'UTC', now);
  const isToday = weekdayOf(today);
  const rows = weekTable(hours, today).map(({ from, to, spans }) => {
    const name = dateFormat(words.$locale, { weekday: from === to ? 'long' : 'short' });
    const first = name.format(weekday(from));
    return html`<tr class=${timeZone && from <= isToday && isToday <= to ? 'today' : nothing}>
      <th scope="row">${from === to ? first : words.daysTo(first, name.format(weekday(to)))}</th>
      <td>${spansView(spans, words)}</td>
    </tr>`;
  });
  const dates = dateFormat(words.$locale, { month: 'short', day: 'numeric' });
  const special = upcomingSpecialDays(hours, today).map(
    ({ from, through, spans }) =>
      html`<tr>
        <th scope="row">${dates.formatRange(Date.parse(from), Date.parse(through))}</th>
        <td>${spansView(spans, words)}</td>
      </tr>`,
  );
  if (!rows[0] && !special[0]) return undefined;
  const zoneName =
    timeZone && !sameClock(timeZone, viewerZone, now)
      ? dateFormat(words.$locale, { timeZoneName: 'longGeneric' }, timeZone)
          .formatToParts(now)
          .find(({ type }) => type === 'timeZoneName')?.value
      : undefined;
  return html`<section class="hours" part="hours" aria-labelledby="hours">
    ${heading(level, words.hours, 'hours')} ${stateView(hours, timeZone, now, words)}
    <table>
      <tbody>
        ${rows}
      </tbody>
      ${
        special[0] &&
        html`<tbody>
          <tr>
            <th scope="rowgroup" colspan="2">${words.specialDays}</th>
          </tr>
          ${special}
        </tbody>`
      }
    </table>
    ${zoneName && html`<p class="small">${words.zone(zoneName)}</p>`}
  </section>`;
}
