import {
  link,
  listOf,
  objectOf,
  oneOf,
  text,
  type RawConfiguration,
  type Reader,
  type Reading,
} from '../../foundation/configuration/readers.js';
import { adapters, type AdapterName } from '../adapters/index.js';
import { safeUrl } from '../../foundation/configuration/safe-url.js';
import { meetings, number, offsetTime, schedule, type Meeting } from './schedule.js';
import { formatValues } from './submission.js';

/** What can be asked for besides what is needed. */
export const askValues = ['child-age-band', 'message'] as const;
/** Services that a sign-up can be sent to. */
export const adapterValues = [...(Object.keys(adapters) as AdapterName[]), ...(['event', 'mailto'] as const)] as const;

/** A group that meets at certain times: schema.org `CourseInstance`. */
export interface Session {
  readonly id: string;
  readonly name: string;
  readonly online: boolean;
  /** BCP 47. */
  readonly language: string | undefined;
  /** IANA zone that its times are meant in. */
  readonly timeZone: string | undefined;
  /** In order; empty when no dates are known. */
  readonly meetings: readonly Meeting[];
  /** Places left; absent when not known. */
  readonly places: number | undefined;
}

/** A program to sign up for, and how its form is set up. */
export interface Program {
  readonly name: string;
  readonly description?: string | undefined;
  /** Name of whoever offers it. */
  readonly provider: string | undefined;
  /** Number that stands in wherever the form cannot. */
  readonly telephone: string | undefined;
  readonly sessions: readonly Session[];
  readonly formats: readonly (typeof formatValues)[number][];
  readonly ask: readonly (typeof askValues)[number][];
  readonly adapter: (typeof adapterValues)[number];
  /** Absolute, scheme checked; absent for `event`. */
  readonly endpoint: string | undefined;
  /** URL that gives out challenges, of the endpoint's origin or the page's. */
  readonly challenge: string | undefined;
  readonly privacyUrl?: string | undefined;
  readonly consentVersion: string;
  /** For how long it is kept, in words; shown beside the button. */
  readonly keeps?: string | undefined;
  /** When people hear back, in words; shown when the sign-up has arrived. */
  readonly responseTime?: string | undefined;
  /** Whether what is written is kept in the tab. */
  readonly draft?: 'session' | undefined;
  /** Names that a service has for fields. */
  readonly fields: Readonly<Record<string, string>>;
}

const instance = objectOf({
  '@id': text,
  name: text,
  courseMode: text,
  inLanguage: text,
  startDate: offsetTime,
  endDate: offsetTime,
  courseSchedule: schedule,
  maximumAttendeeCapacity: number,
  remainingAttendeeCapacity: number,
});

const words =
  <const Value extends string>(allowed: readonly Value[]) =>
  (value: unknown, path: string, reading: Reading): readonly Value[] => [
    ...new Set(listOf(oneOf(...allowed))(typeof value === 'string' ? value.match(/[^\s,]+/g) : value, path, reading)),
  ];

/** Settings of the form that can be written as attributes, in camel case. */
export const programSettings = {
  name: text,
  endpoint: text,
  challenge: link,
  adapter: oneOf(...adapterValues),
  formats: words(formatValues),
  ask: words(askValues),
  privacyUrl: link,
  consentVersion: text,
  telephone: text,
  keeps: text,
  responseTime: text,
  draft: oneOf('session'),
};

const fieldName: Reader<string> = (...args) => text(...args) ?? '';

/**
 * Reads a session.
 *
 * @param now - a session that is over by then is left out
 * @param ids - those that are taken
 */
const session =
  (now: number, ids: Set<string>): Reader<Session> =>
  (raw, path, reading) => {
    const found = instance(raw, path, reading);
    if (!found) return undefined;
    const { name, courseMode = '', inLanguage, startDate, endDate, courseSchedule = {} } = found;
    if (!name) {
      reading.report(`${path}.name`, "the session's name", 'missing-value');
      return undefined;
    }
    const dates = startDate ? meetings(startDate, endDate, courseSchedule, `${path}.courseSchedule`, reading) : [];
    if ((Math.max(dates.at(-1)?.end ?? 0, endDate?.time ?? 0) || now) < now) return undefined;
    let { '@id': id = name } = found;
    if (ids.has(id)) {
      reading.report(`${path}.@id`, 'an id of its own');
      id += path.slice(17);
    }
    ids.add(id);
    return {
      id,
      name,
      online: /online/i.test(courseMode),
      language: inLanguage,
      timeZone: courseSchedule.scheduleTimezone,
      meetings: dates,
      places: found.remainingAttendeeCapacity,
    };
  };

/** All that a program is read from; see `session`. */
const configuration = (now: number) =>
  objectOf({
    ...programSettings,
    description: text,
    provider: objectOf({ name: text, telephone: text, url: link }),
    // A text for every key that there is.
    fields: (value: unknown = {}, path: string, reading: Reading) =>
      objectOf(Object.fromEntries(Object.keys(Object(value) as object).map((key) => [key, fieldName])))(
        value,
        path,
        reading,
      ),
    hasCourseInstance: listOf(session(now, new Set(['unsure']))),
  });

/**
 * Reads a program, schema.org `Course` with the form's own settings beside it: anything that cannot be read is reported with
 * its path and left out.
 *
 * @param now - sessions that are over by then are left out
 * @param secure - whether the page's context is secure: without, a browser solves no challenge, and none is asked for
 * @returns `undefined` without a name: there would be nothing to sign up for
 */
export function parseProgram(raw: RawConfiguration, reading: Reading, now: number, secure = true): Program | undefined {
  const found = configuration(now)(raw, '', reading) ?? {};
  const { name, provider, adapter = 'json', formats = [], ask = [] } = found;
  if (!name) {
    reading.report('name', "the program's name", 'missing-value');
    return undefined;
  }
  const { fields = {}, challenge } = found;
  const url = safeUrl(found.endpoint, reading.base) ?? '';
  const byMail = adapter === 'mailto';
  // What is in the way of sending. Google drops what it has no name for, and says nothing; `fetch` takes no password.
  const [path, expected = ''] =
    adapter === 'event'
      ? []
      : !(byMail ? /^mailto:[^?#]+$/ : /^https?:\/\/[^/@]+\//).test(url)
        ? (['endpoint', byMail ? 'a mailto: address alone' : 'an https address without a password'] as const)
        : adapter === 'google-forms' && !Object.keys(fields)[0]
          ? (['fields', 'the names of its questions'] as const)
          : [];
  if (path) reading.report(path, expected, found[path] ? 'invalid-value' : 'missing-value');
  const endpoint = path || adapter === 'event' ? undefined : url;
  const proves =
    secure &&
    /^(json|form|wix)$/.test(adapter) &&
    [endpoint, reading.base].some((one) => one && challenge?.startsWith(`${new URL(one).origin}/`));
  if (challenge && !proves)
    reading.report('challenge', "https, the endpoint's origin or the page's, for json, form or wix");
  return {
    ...found,
    name,
    provider: provider?.name,
    telephone: found.telephone ?? provider?.telephone,
    sessions: found.hasCourseInstance ?? [],
    formats: formats.length ? formats : formatValues,
    ask,
    adapter,
    endpoint,
    challenge: proves ? challenge : undefined,
    consentVersion: found.consentVersion ?? '1',
    fields: fields as Program['fields'],
  };
}
