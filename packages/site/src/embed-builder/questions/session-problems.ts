import { isObject, type Problem } from '@havenkit/embed/snippets';
import type { RawConfiguration } from '@havenkit/elements/foundation';
import { meetingsOf, type Meetings } from './session.js';
import { itemsOf } from './values.js';

/** What follows from a time zone that is not known: no other time has an offset from UTC then. */
const needZone = ['startDate', 'endDate', 'courseSchedule'];

/** Without a number of meetings, a weekly session is shown as a single meeting. */
const missingCount = (session: string, { every, count }: Meetings): Problem[] =>
  every && !count
    ? [{ path: `${session}.courseSchedule.repeatCount`, text: 'expected a number of meetings', severe: false }]
    : [];

/** Families tell sessions apart by their names. */
function sameNames(sessions: readonly unknown[]): Problem[] {
  const names = sessions.map((session) =>
    isObject(session) && typeof session['name'] === 'string' ? session['name'].trim() : '',
  );
  return names.flatMap((name, index) =>
    name && names.indexOf(name) < index
      ? [{ path: `hasCourseInstance[${index}].name`, text: 'expected a name of its own', severe: false }]
      : [],
  );
}

function mended(problems: readonly Problem[], session: string, { date, from, to, zone }: Meetings): Problem[] {
  const at = (key: string): string => `${session}.${key}`;
  const find = (key: string): Problem | undefined => problems.find(({ path }) => path === at(key));
  const followUp = needZone.map(find).find((each) => each !== undefined);
  const start = find('startDate');
  const wrongZone = find('courseSchedule.scheduleTimezone') ?? ((from || to) && !zone ? followUp : undefined);
  if (wrongZone) {
    const path = at('courseSchedule.scheduleTimezone');
    const text = zone ? 'expected a time zone such as America/New_York' : 'expected a zone such as America/New_York';
    const others = problems.filter((each) => each.path !== path && !needZone.map(at).includes(each.path));
    return [...others, { path, text, severe: wrongZone.severe }];
  }
  if (!start || !date || from) return [...problems];
  const path = at('courseSchedule.startTime');
  return problems.map((each) => (each === start ? { ...each, path, text: 'expected a time such as 09:00' } : each));
}

/**
 * What is wrong with sessions, by the answers about their meetings that it comes from. A person who is asked for a time zone and a time
 * need not know that both are missing in an instant of schema.org.
 */
export function sessionProblems(
  problems: readonly Problem[],
  { hasCourseInstance }: RawConfiguration,
): readonly Problem[] {
  const sessions = itemsOf(hasCourseInstance);
  const named = [...problems, ...sameNames(sessions)];
  return sessions.reduce<readonly Problem[]>((all, session, index) => {
    const meetings = isObject(session) ? meetingsOf(session) : undefined;
    if (!isObject(session) || !meetings) return all;
    const path = `hasCourseInstance[${index}]`;
    return [...mended(all, path, meetings), ...missingCount(path, meetings)];
  }, named);
}
