import { html, nothing, type TemplateResult } from 'lit';
import { dateFormat } from '../foundation/formats/intl.js';
import type { Localized } from '../foundation/localization/strings.js';
import type { SignupFormStrings } from './locales/en.js';
import type { Session } from './model/program.js';

const when: Intl.DateTimeFormatOptions = {
  weekday: 'long',
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  timeZoneName: 'short',
};

/** The times of a session's meetings in its own time zone, a line each. */
export const meetingTimes = ({ meetings, timeZone }: Session, viewerZone: string, locale: string): string =>
  meetings
    .map(({ start, end }) => dateFormat(locale, when, timeZone ?? viewerZone).formatRange(start, Math.max(end, start)))
    .join('\n');

/**
 * The start of a session, its number of meetings, whether it is online, and the places left.
 *
 * @param viewerZone - IANA zone of the visitor, whose own time is also shown if it differs
 */
export function sessionView(
  { meetings, timeZone, online, places }: Session,
  viewerZone: string,
  strings: Localized<SignupFormStrings>,
): TemplateResult {
  const [first] = meetings;
  const time = (zone: string): string | undefined =>
    first && dateFormat(strings.$locale, when, zone).formatRange(first.start, Math.max(first.end, first.start));
  const own = time(timeZone ?? viewerZone);
  const theirs = timeZone && time(viewerZone);
  return html`${own}${theirs && theirs !== own ? html`<br />${strings.yourTime(theirs)}` : nothing}${
    own ? html`<br />` : nothing
  }${[
    meetings.length > 1 && strings.meetings(meetings.length),
    online && strings.online,
    places ? strings.places(places) : places === 0 && strings.fullSession,
  ]
    .filter(Boolean)
    .join(' · ')}`;
}
