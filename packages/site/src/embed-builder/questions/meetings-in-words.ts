import { strings } from '../words/strings.js';
import { lastMeeting, type Meetings } from './session.js';
import { spanInWords } from './times-in-words.js';

const locale = `${strings.code}-US`;
const dayIn = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
const wholeDay = dayIn({ dateStyle: 'full' });
const weekday = dayIn({ weekday: 'long' });
const date = dayIn({ dateStyle: 'long' });
const dateOfYear = dayIn({ month: 'long', day: 'numeric' });

/** A time zone as people call it, such as "Pacific Time"; empty if it is none. */
function zoneName(timeZone: string): string {
  try {
    const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'longGeneric' }).formatToParts();
    return (timeZone && parts.find(({ type }) => type === 'timeZoneName')?.value) || '';
  } catch {
    return '';
  }
}

/** From which day to which, with the year once if it is the same. */
function datesInWords(first: Date, last: Date): string {
  const words = strings.understood.meetings;
  if (+last <= +first) return words.starting(date.format(first));
  const isSameYear = first.getUTCFullYear() === last.getUTCFullYear();
  return words.dates((isSameYear ? dateOfYear : date).format(first), date.format(last));
}

/** When a group meets, as it is understood; empty as long as the first day is not known. */
export function meetingsInWords(meetings: Meetings): string {
  const words = strings.understood.meetings;
  const { from, to, zone, every } = meetings;
  const [first, last] = [meetings.date, lastMeeting(meetings)].map((day) => new Date(`${day}T00:00Z`));
  if (!first || !last || isNaN(+first)) return '';
  const times = from && to ? spanInWords(from, to) : '';
  const name = zoneName(zone);
  const timesThere = times && name ? words.inZone(times, name) : times;
  const day = weekday.format(first);
  const all = every
    ? [every === 'P2W' ? words.everyTwoWeeks(day) : words.weekly(day), timesThere, datesInWords(first, last)]
    : [wholeDay.format(first), timesThere];
  return words.sentence(all.filter(Boolean).join(', '));
}
