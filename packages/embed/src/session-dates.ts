import type { RawConfiguration } from '@havenkit/elements/foundation';
import { parseProgram } from '@havenkit/elements/signup-form/program';
import { isObject } from './is-object.js';
import { silent } from './unknown-page.js';

/** Something about a value of a configuration. */
interface Note {
  /** JSON path of the value. */
  readonly path: string;
  readonly text: string;
}

/** A local time, and its offset from UTC if it has one. */
const written = /^(\d{4}-\d\d-\d\dT\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?$/;

const format = (time: number, timeZone: string, options: Intl.DateTimeFormatOptions): string =>
  // A narrow space before AM and PM is not shown everywhere.
  new Intl.DateTimeFormat('en', { timeZone, ...options }).format(time).replaceAll('\u202f', ' ');
const clock = { hour: 'numeric', minute: '2-digit' } as const;
const day = { month: 'long', day: 'numeric' } as const;

/** The offset of a zone at an instant, such as `-05:00`. */
const offsetAt = (time: number, timeZone: string): string =>
  /[+-]\d\d:\d\d/.exec(format(time, timeZone, { timeZoneName: 'longOffset' }))?.[0] ?? '+00:00';

/** A local time with the offset that its zone has then. */
export function withOffset(local: string, timeZone: string): string {
  const guess = offsetAt(Date.parse(`${local}Z`), timeZone);
  return local + offsetAt(Date.parse(local + guess), timeZone);
}

function checkTime(value: unknown, path: string, timeZone: string): Note[] {
  const [, local, offset] = written.exec(typeof value === 'string' ? value.trim() : '') ?? [];
  if (!local || isNaN(Date.parse(`${local}Z`))) return [];
  const correct = withOffset(local, timeZone);
  if (!offset) return [{ path, text: `expected an offset from UTC; for ${timeZone} write ${correct}` }];
  const time = Date.parse(local + offset);
  // Another one may be right in the hour that a clock change repeats.
  if (format(time, timeZone, { ...day, ...clock }) === format(Date.parse(`${local}Z`), 'UTC', { ...day, ...clock }))
    return [];
  const isOtherDay = format(time, timeZone, day) !== format(Date.parse(`${local}Z`), 'UTC', day);
  const shown = format(time, timeZone, isOtherDay ? { ...day, ...clock } : clock);
  return [
    {
      path,
      text: `${local}${offset} is ${shown} in ${timeZone}; for ${format(Date.parse(`${local}Z`), 'UTC', clock)} write ${correct}`,
    },
  ];
}

/**
 * What is unexpected about the dates of a program's sessions, although a form can show them: a time that is another one in the
 * session's zone, a session without a zone, and one that is over.
 *
 * @param now - the current time in milliseconds
 */
export function sessionNotes({ hasCourseInstance }: RawConfiguration, now = Date.now()): Note[] {
  return [hasCourseInstance ?? []].flat().flatMap((raw: unknown, index): Note[] => {
    if (!isObject(raw) || !raw['startDate']) return [];
    const path = `hasCourseInstance[${index}]`;
    const configuration = { name: 'Program', adapter: 'event', hasCourseInstance: [raw] };
    const session = parseProgram(configuration, silent, 0)?.sessions[0];
    if (!session) return [];
    const last = Math.max(session.meetings.at(-1)?.end ?? 0, Date.parse(`${raw['endDate']}`) || 0);
    const isShown = parseProgram(configuration, silent, now)?.sessions.length;
    if (!isShown) {
      const date = format(last, session.timeZone ?? 'UTC', { ...day, year: 'numeric' });
      return [{ path, text: `is not shown, because it was over on ${date}` }];
    }
    const { timeZone } = session;
    if (timeZone) return ['startDate', 'endDate'].flatMap((key) => checkTime(raw[key], `${path}.${key}`, timeZone));
    return [
      {
        path: `${path}.courseSchedule.scheduleTimezone`,
        text: "expected a zone such as America/New_York; without it, visitors see the times in their own device's zone, and in UTC where scripts do not run",
      },
    ];
  });
}
