import { fold } from '../../foundation/formats/content-line.js';
import type { Session } from './program.js';

/** Escapes a text value (RFC 5545, section 3.3.11). */
const escape = (text: string): string => text.replace(/[\\,;]/g, '\\$&').replace(/\r\n?|\n/g, '\\n');

const utc = (time: number): string => new Date(time).toISOString().replace(/[-:]|\.\d+/g, '');

/**
 * The meetings of a session as an iCalendar file (RFC 5545): one event each, in UTC, so that no calendar has to know when a
 * zone changes its clock. It holds what and when, and nothing about the person.
 *
 * @param title - title of every event
 * @param stamp - when the file is made, in milliseconds
 */
export function calendar({ id, meetings }: Session, title: string, stamp: number): string {
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Havenkit//Sign-up//EN',
    ...meetings.flatMap(({ start, end }, index) => [
      'BEGIN:VEVENT',
      `UID:${escape(id.replace(/\s/g, '-'))}-${index}-${start}@havenkit`,
      `DTSTAMP:${utc(stamp)}`,
      `DTSTART:${utc(start)}`,
      // Left out if it is not known: it has to be later than the start.
      ...(end > start ? [`DTEND:${utc(end)}`] : []),
      `SUMMARY:${escape(title)}`,
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]
    .map(fold)
    .join('');
}
