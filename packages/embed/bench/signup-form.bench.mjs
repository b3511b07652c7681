/** The sign-up form for a program whose group meets every week. */
import { dateFormat, intl } from './intl.mjs';

export const cases = [
  {
    title: 'Sign-up form: a program with dates',
    copies: 50,
    configuration: {
      name: 'Growing Secure',
      adapter: 'event',
      provider: { name: 'Riverbend Family Center', telephone: '+1-503-555-0142' },
      hasCourseInstance: [
        {
          '@id': '#tuesday',
          name: 'Tuesday evenings',
          startDate: '2027-02-16T18:30:00-08:00',
          courseSchedule: {
            repeatFrequency: 'P1W',
            repeatCount: 8,
            startTime: '18:30',
            endTime: '20:00',
            scheduleTimezone: 'America/Los_Angeles',
          },
          remainingAttendeeCapacity: 3,
        },
      ],
    },
  },
];

const timeOfDay = (clock) => Date.parse(`1970-01-01T${clock}Z`);

/** A range without its dash. */
const words = (range) => range.replace(/\s*–\s*/, ' to ');

/** The texts of one session: when it meets, in the session's time zone and in the reader's. */
function sessionTexts({ name, startDate, courseSchedule, remainingAttendeeCapacity }) {
  const { repeatCount, startTime, endTime, scheduleTimezone } = courseSchedule;
  const start = Date.parse(startDate);
  const end = start + timeOfDay(endTime) - timeOfDay(startTime);
  const last = start + (repeatCount - 1) * 7 * 86_400_000;
  const time = (timeZone) =>
    words(dateFormat({ timeZone, hour: 'numeric', minute: '2-digit' }).formatRange(start, end));
  const dayAndDate = { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' };
  const zone = dateFormat({ timeZone: scheduleTimezone, timeZoneName: 'longGeneric' })
    .formatToParts(start)
    .find(({ type }) => type === 'timeZoneName').value;
  const date = dateFormat({ timeZone: scheduleTimezone, year: 'numeric', month: 'long', day: 'numeric' });
  const { timeZone } = intl('DateTimeFormat').resolvedOptions();
  return [
    name,
    `${dateFormat({ timeZone: scheduleTimezone, weekday: 'long' }).format(start)}s, ${time(scheduleTimezone)} ${zone.replace('Time', 'time')}`,
    // Not every week at the same time, since the clock changes on another date.
    `${dateFormat({ timeZone, ...dayAndDate }).format(start)}, ${time(timeZone)} (your time)`,
    words(date.formatRange(start, last)),
    `${repeatCount} meetings`,
    `${remainingAttendeeCapacity} spots left`,
  ];
}

/** The texts that any page would have to format from the same data. */
export const texts = ({ name, provider, hasCourseInstance }) => [
  name,
  provider.name,
  provider.telephone,
  `tel:${provider.telephone.replaceAll('-', '')}`,
  ...hasCourseInstance.flatMap(sessionTexts),
];
