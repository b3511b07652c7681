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

/** The texts of one session: when it meets, in the session's time zone and in the reader's. */
function sessionTexts({ name, startDate, courseSchedule, remainingAttendeeCapacity }) {
  const { repeatCount, startTime, endTime, scheduleTimezone } = courseSchedule;
  const start = Date.parse(startDate);
  const end = start + timeOfDay(endTime) - timeOfDay(startTime);
  const inZone = (timeZone) =>
    dateFormat({
      timeZone,
      weekday: 'long',
      year: 'numeric',
      month: 'long',
      day: 'numeric',
      hour: 'numeric',
      minute: '2-digit',
      timeZoneName: 'short',
    }).formatRange(start, end);
  const { timeZone } = intl('DateTimeFormat').resolvedOptions();
  return [
    name,
    inZone(scheduleTimezone),
    inZone(timeZone),
    `${repeatCount} meetings · ${remainingAttendeeCapacity} places left`,
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
