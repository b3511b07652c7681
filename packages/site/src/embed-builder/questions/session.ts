import { isObject, withOffset } from '@havenkit/embed/snippets';

/** When a group meets, as people say it. A part that is not known is empty. */
export interface Meetings {
  /** Day of the first meeting, such as `2027-02-16`. */
  readonly date: string;
  /** Local times, such as `18:30`. */
  readonly from: string;
  readonly to: string;
  /** Such as `America/New_York`. */
  readonly zone: string;
  /** `P1W`, `P2W`, or empty for a single meeting. */
  readonly every: string;
  /** Number of meetings. */
  readonly count: string;
}

/** The answer about meetings that each setting of a session is made from, by its path in the session. */
export const meetingSettings: Readonly<Record<string, keyof Meetings>> = {
  startDate: 'date',
  'courseSchedule.byDay': 'date',
  'courseSchedule.startTime': 'from',
  endDate: 'to',
  'courseSchedule.endTime': 'to',
  'courseSchedule.scheduleTimezone': 'zone',
  courseSchedule: 'every',
  'courseSchedule.repeatFrequency': 'every',
  'courseSchedule.repeatCount': 'count',
};

/** The answer that a setting of a session is made from, by the setting's path there; none if it is a question of its own. */
export const answerBehind = (setting: string): keyof Meetings | undefined =>
  meetingSettings[setting] ?? meetingSettings[setting.replace(/\..*/s, '')];

type Fields = Readonly<Record<string, unknown>>;

const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const dayLength = 86_400_000;

const textOf = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? `${value}` : '');

/** A local time with the offset of its zone; without one as long as the zone is not known. */
function timeOf(date: string, clock: string, zone: string): string {
  if (!clock) return date;
  try {
    return zone ? withOffset(`${date}T${clock}`, zone) : `${date}T${clock}`;
  } catch {
    return `${date}T${clock}`;
  }
}

const midnightOf = (date: string): number => Date.parse(`${date}T00:00Z`);

const dayAfter = (date: string, days: number): string =>
  new Date(midnightOf(date) + days * dayLength).toISOString().slice(0, 10);

/** The day of the last meeting; empty if that of the first one is not known. */
export function lastMeeting({ date, every, count }: Meetings): string {
  const weeks = every ? (Math.max(1, Math.min(Number(count) || 1, 100)) - 1) * (every === 'P2W' ? 2 : 1) : 0;
  return isNaN(midnightOf(date)) ? '' : dayAfter(date, weeks * 7);
}

/** The day on which the last meeting ends, which may be after midnight. */
const lastDay = (meetings: Meetings): string =>
  dayAfter(lastMeeting(meetings), meetings.from && meetings.to < meetings.from ? 1 : 0);

const withoutEmpty = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '' && value !== undefined));

/** The settings of a schema.org `CourseInstance` that say when it meets. */
function settingsOf(meetings: Meetings): { dates: Fields; schedule: Fields } {
  const { date, from, to, zone, every, count } = meetings;
  const isDay = !isNaN(midnightOf(date));
  return {
    dates: withoutEmpty({
      startDate: date && timeOf(date, from, zone),
      endDate: isDay && to && timeOf(lastDay(meetings), to, zone),
    }),
    schedule: withoutEmpty({
      repeatFrequency: every,
      repeatCount: every && count,
      byDay: every && isDay && `https://schema.org/${days[new Date(midnightOf(date)).getUTCDay()]}`,
      startTime: from,
      endTime: to,
      scheduleTimezone: zone,
    }),
  };
}

/** A session that meets then. Everything else in it stays. */
export function withMeetings(session: Fields, meetings: Meetings): Fields {
  const { dates, schedule } = settingsOf(meetings);
  const drop = (fields: Fields, keys: readonly string[]): Fields =>
    Object.fromEntries(Object.entries(fields).filter(([key]) => !keys.includes(key)));
  const old = isObject(session['courseSchedule']) ? session['courseSchedule'] : {};
  const all = {
    ...drop(
      old,
      Object.keys(old).filter((key) => !key.startsWith('@')),
    ),
    ...schedule,
  };
  return {
    ...drop(session, ['startDate', 'endDate', 'courseSchedule']),
    ...dates,
    ...(Object.keys(schedule).length ? { courseSchedule: all } : {}),
  };
}

/** The same text for the same value, with seconds or without. */
const comparable = (value: unknown): string =>
  (isObject(value) || Array.isArray(value) ? JSON.stringify(value) : textOf(value)).replace(
    /(\d\d:\d\d):00(?!\d)/,
    '$1',
  );

/** Whether what is written says everything that was there. */
const covers = (written: Fields, present: Fields): boolean =>
  Object.entries(present).every(
    ([key, value]) => key.startsWith('@') || comparable(value) === comparable(written[key]),
  );

/** When a session meets, or `undefined` if that is written in a way that `Meetings` cannot say. */
export function meetingsOf(session: Fields): Meetings | undefined {
  const { startDate, endDate, courseSchedule = {} } = session;
  if (!isObject(courseSchedule)) return undefined;
  const clock = (value: unknown): string => {
    const text = comparable(value);
    return text ? text.padStart(5, '0') : '';
  };
  const [, date = '', time = ''] = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d))?/.exec(textOf(startDate)) ?? [];
  const [, end = ''] = /T(\d\d:\d\d)/.exec(textOf(endDate)) ?? [];
  const meetings: Meetings = {
    date,
    from: clock(courseSchedule['startTime']) || time,
    to: clock(courseSchedule['endTime']) || end,
    zone: textOf(courseSchedule['scheduleTimezone']),
    every: textOf(courseSchedule['repeatFrequency']),
    count: textOf(courseSchedule['repeatCount']),
  };
  if (!['', 'P1W', 'P2W'].includes(meetings.every)) return undefined;
  const { dates, schedule } = settingsOf(meetings);
  const isCovered =
    covers(dates, withoutEmpty({ startDate, endDate })) &&
    covers(
      { ...schedule, startTime: meetings.from, endTime: meetings.to },
      { ...courseSchedule, ...pick(courseSchedule, meetings) },
    );
  return isCovered ? meetings : undefined;
}

/** Times of a schedule with two digits for the hour. */
const pick = (schedule: Fields, { from, to }: Meetings): Fields => ({
  ...(schedule['startTime'] === undefined ? {} : { startTime: from }),
  ...(schedule['endTime'] === undefined ? {} : { endTime: to }),
});
