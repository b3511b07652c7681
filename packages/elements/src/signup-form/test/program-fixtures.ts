import { parseProgram, type Program } from '../model/program.js';

export const weekly = {
  '@id': '#tuesday',
  name: 'Tuesday evenings',
  courseMode: 'onsite',
  inLanguage: 'en',
  startDate: '2027-02-16T18:30:00-08:00',
  endDate: '2027-04-06T20:00:00-07:00',
  courseSchedule: {
    repeatFrequency: 'P1W',
    repeatCount: 8,
    startTime: '18:30',
    endTime: '20:00',
    scheduleTimezone: 'America/Los_Angeles',
  },
  remainingAttendeeCapacity: 3,
};
export const course = {
  name: 'Growing Secure',
  endpoint: 'https://receiver.example/signups',
  hasCourseInstance: [weekly],
};

/** Reads a program. Returns it with the paths of errors and warnings. */
export function read(
  raw: object,
  now = Date.UTC(2027, 0, 2),
): { program: Program | undefined; reported: string[]; warned: string[] } {
  const [reported, warned]: [string[], string[]] = [[], []];
  const program = parseProgram(
    raw as Record<string, unknown>,
    {
      report: (path, expected) => reported.push(`${path}: ${expected}`),
      warn: (path) => warned.push(path),
      base: 'https://practice.example/page',
    },
    now,
  );
  return { program, reported, warned };
}

/** Reads a program with these sessions. */
export const dated = (...hasCourseInstance: object[]): ReturnType<typeof read> =>
  read({ ...course, hasCourseInstance });

/** Reads a valid program. */
export const known = (raw: object = course): Program => read(raw).program!;
