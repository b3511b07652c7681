import { escapeText, fold, utcTime } from '../../foundation/formats/content-line.js';
import type { Session } from './program.js';

/**
 * The meetings of a session as an iCalendar file (RFC 5545): one event each, in UTC, so that it needs no rules of daylight
 * saving time. It contains the title and the times, and nothing about the person.
 *
 * @param title - title of every event
 * @param stamp - creation time of the file, in milliseconds
 */
export function calendar({ id, meetings }: Session, title: string, stamp: number): string {
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Havenkit//Sign-up//EN',
    ...meetings.flatMap(({ start, end }, index) => [
      'BEGIN:VEVENT',
      `UID:${escapeText(id.replace(/\s/g, '-'))}-${index}-${start}@havenkit`,
      `DTSTAMP:${utcTime(stamp)}`,
      `DTSTART:${utcTime(start)}`,
      // An unknown end is left out, since the end must be later than the start.
      ...(end > start ? [`DTEND:${utcTime(end)}`] : []),
      `SUMMARY:${escapeText(title)}`,
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]
    .map(fold)
    .join('');
}
