import {
  link,
  listOf,
  objectOf,
  oneOf,
  text,
  textAs,
  type RawConfiguration,
  type Reader,
  type Reading,
} from '../../foundation/configuration/readers.js';
import { readEndpoint } from './endpoint.js';
import { meetings, readCount, readOffsetTime, readSchedule, type Meeting } from './schedule.js';
import { formatValues } from './submission.js';

/** Optional questions. */
export const askValues = ['child-age-band', 'message'] as const;
/** Kinds of endpoint that a sign-up can be sent to. */
export const adapterValues = [
  'json',
  'form',
  'formspree',
  'netlify',
  'basin',
  'web3forms',
  'formspark',
  'google-forms',
  'hubspot',
  'contact-form-7',
  'wix',
  'event',
  'mailto',
] as const;

/** A group that meets at certain times: schema.org `CourseInstance`. */
export interface Session {
  readonly id: string;
  readonly name: string;
  readonly online: boolean;
  /** BCP 47. */
  readonly language: string | undefined;
  /** IANA zone of its times. */
  readonly timeZone: string | undefined;
  /** In order; empty if no dates are known. */
  readonly meetings: readonly Meeting[];
  /** Places left; absent if unknown. */
  readonly places: number | undefined;
}

/** A program to sign up for, and the settings of its form. */
export interface Program {
  readonly name: string;
  readonly description?: string | undefined;
  /** Language of the name and the description: BCP 47. */
  readonly inLanguage?: string | undefined;
  /** Name of the provider. */
  readonly provider: string | undefined;
  /** Telephone number that is shown if the form cannot help. */
  readonly telephone: string | undefined;
  readonly sessions: readonly Session[];
  readonly formats: readonly (typeof formatValues)[number][];
  readonly ask: readonly (typeof askValues)[number][];
  readonly adapter: (typeof adapterValues)[number];
  /** Absolute, scheme checked; absent for `event`. */
  readonly endpoint: string | undefined;
  /** URL that issues challenges, of the endpoint's origin or the page's. */
  readonly challenge: string | undefined;
  readonly privacyUrl?: string | undefined;
  readonly consentVersion: string;
  /** How long submissions are stored, as text; part of the consent text. */
  readonly keeps?: string | undefined;
  /** When people hear back, as a sentence. */
  readonly responseTime?: string | undefined;
  /** Whether a draft is stored in the tab. */
  readonly draft?: 'session' | undefined;
  /** A service's names for the fields. */
  readonly fields: Readonly<Record<string, string>>;
}

/** Reads a text that an endpoint accepts only up to a length. */
const textUpTo = (maxLength: number): Reader<string> =>
  textAs(`at most ${maxLength} characters`, (input) => ([...input].length <= maxLength ? input : undefined));

const instance = objectOf({
  '@id': textUpTo(500),
  name: text,
  courseMode: text,
  inLanguage: text,
  startDate: readOffsetTime,
  endDate: readOffsetTime,
  courseSchedule: readSchedule,
  maximumAttendeeCapacity: readCount,
  remainingAttendeeCapacity: readCount,
});

/** Reads a list of allowed values: an array, or a text with spaces or commas between them. */
const setOf =
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
  formats: setOf(formatValues),
  ask: setOf(askValues),
  privacyUrl: link,
  consentVersion: textUpTo(100),
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
 * @param ids - ids of earlier sessions
 */
const session =
  (now: number, ids: Set<string>): Reader<Session> =>
  (raw, path, reading) => {
    const course = instance(raw, path, reading);
    if (!course) return undefined;
    const { name, courseMode = '', inLanguage, startDate, endDate, courseSchedule = {} } = course;
    if (!name) {
      reading.report(`${path}.name`, "the session's name", 'missing-value');
      return undefined;
    }
    const dates = startDate ? meetings(startDate, endDate, courseSchedule, `${path}.courseSchedule`, reading) : [];
    if ((Math.max(dates.at(-1)?.end ?? 0, endDate?.time ?? 0) || now) < now) return undefined;
    let { '@id': id = name } = course;
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
      places: course.remainingAttendeeCapacity,
    };
  };

/** Reads the whole configuration; see `session`. */
const configuration = (now: number) =>
  objectOf({
    ...programSettings,
    description: text,
    inLanguage: text,
    provider: objectOf({ name: text, telephone: text, url: link }),
    // A text for every key.
    fields: (value: unknown = {}, path: string, reading: Reading) =>
      objectOf(Object.fromEntries(Object.keys(Object(value) as object).map((key) => [key, fieldName])))(
        value,
        path,
        reading,
      ),
    hasCourseInstance: listOf(session(now, new Set(['unsure']))),
  });

/**
 * Reads a program: schema.org `Course` with the form's own settings. An invalid value is reported with its path and left out.
 *
 * @param now - sessions that are over by then are left out
 * @param secure - whether the page is a secure context; only there can a browser solve a challenge
 * @returns `undefined` without a name
 */
export function parseProgram(raw: RawConfiguration, reading: Reading, now: number, secure = true): Program | undefined {
  const settings = configuration(now)(raw, '', reading) ?? {};
  const {
    name,
    provider,
    telephone = provider?.telephone,
    hasCourseInstance: sessions = [],
    formats = [],
    ask = [],
    adapter = 'json',
    challenge,
    consentVersion = '2',
    fields = {},
  } = settings;
  if (!name) {
    reading.report('name', "the program's name", 'missing-value');
    return undefined;
  }
  const endpoint = readEndpoint(settings.endpoint, adapter, fields as Program['fields'], reading);
  const isSolvable =
    secure &&
    /^(json|form|wix)$/.test(adapter) &&
    [endpoint, reading.base].some((url) => url && challenge?.startsWith(`${new URL(url).origin}/`));
  if (challenge && !isSolvable)
    reading.report('challenge', "https, the endpoint's origin or the page's, for json, form or wix");
  return {
    ...settings,
    name,
    provider: provider?.name,
    telephone,
    sessions,
    formats: formats.length ? formats : formatValues,
    ask,
    adapter,
    endpoint,
    challenge: isSolvable ? challenge : undefined,
    consentVersion,
    fields: fields as Program['fields'],
  };
}
