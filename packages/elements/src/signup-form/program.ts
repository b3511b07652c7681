import {
  link,
  listOf,
  objectOf,
  oneOf,
  text,
  textAs,
  type RawConfiguration,
  type Reading,
} from '../foundation/configuration.js';
import { adapters, type AdapterName } from './adapters/index.js';
import { safeUrl } from '../foundation/safe-url.js';
import { dateFormat } from '../foundation/intl.js';
import { zonedInstant } from '../foundation/time-zone.js';
import { formatValues } from './submission.js';

/** What can be asked for besides what is needed. */
export const askValues = ['child-age-band', 'message'] as const;
/** Services that a sign-up can be sent to. */
export const adapterValues = [...(Object.keys(adapters) as AdapterName[]), ...(['event', 'mailto'] as const)] as const;

/** One meeting, as instants in milliseconds. */
export interface Meeting {
  readonly start: number;
  readonly end: number;
}

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
  /** Names that a service has for fields. */
  readonly fields: Readonly<Record<string, string>>;
}

// Also as a text, which schema.org data often has.
const number = textAs('a number from 0 up', (words) => (/^\d+$/.test(words) ? +words : undefined));
const instant = textAs('a time such as 2027-02-16T18:30-08:00', (words) => {
  const time = /T.*(Z|[+-]\d\d:?\d\d)$/.test(words) ? Date.parse(words) : NaN;
  return isNaN(time) ? undefined : { time, local: Date.parse(`${words.slice(0, 16)}Z`) };
});
const zone = textAs('an IANA time zone such as America/New_York', (words) => {
  try {
    // Throws where the browser does not know the zone.
    return dateFormat('en', {}, words) && words;
  } catch {
    return undefined;
  }
});
/** `P1W`, `P2W`, `P7D` … (ISO 8601) as days. */
const frequency = textAs('a rhythm such as P1W', (words) => {
  const [, count = '', unit] = /^P(\d+)([DW])$/.exec(words) ?? [];
  return count ? +count * (unit === 'W' ? 7 : 1) : undefined;
});

const schedule = objectOf({
  repeatFrequency: frequency,
  repeatCount: number,
  byDay: (value: unknown): unknown => value,
  startTime: text,
  endTime: text,
  scheduleTimezone: zone,
});
const instance = objectOf({
  name: text,
  courseMode: text,
  inLanguage: text,
  startDate: instant,
  endDate: instant,
  courseSchedule: schedule,
  maximumAttendeeCapacity: number,
  remainingAttendeeCapacity: number,
});

const words =
  <const Value extends string>(allowed: readonly Value[]) =>
  (value: unknown, path: string, reading: Reading): readonly Value[] =>
    listOf(oneOf(...allowed))(typeof value === 'string' ? value.match(/[^\s,]+/g) : value, path, reading) ?? [];

/** Settings of the form that can be written as attributes, in camel case. */
const settings = {
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
};

/** Names of the settings that can be written as attributes. */
export const settingKeys = Object.keys(settings);

const configuration = objectOf({
  ...settings,
  description: text,
  provider: objectOf({ name: text, telephone: text, url: link }),
  fields: (value: unknown, path: string, reading: Reading): Record<string, string> =>
    Object.fromEntries(
      Object.entries(value ?? {}).map(([key, name]) => [key, text(name, `${path}.${key}`, reading) ?? '']),
    ),
  hasCourseInstance: (value: unknown): unknown => value,
});

/**
 * The meetings of a session: its first one from `startDate`, as long as from `startTime` to `endTime` (or to the time of day
 * of `endDate`), and again in its rhythm at the same time of the zone's clock, whatever the clock does in between.
 */
function meetings(
  { time, local }: { time: number; local: number },
  length: number,
  count: number,
  days: number,
  timeZone: string | undefined,
): Meeting[] {
  return Array.from({ length: Math.min(count, 100) }, (_, index) => {
    const shifted = index * days * 86_400_000;
    const start = timeZone && index ? zonedInstant(timeZone, local + shifted) : time + shifted;
    return { start, end: start + length };
  });
}

/** Milliseconds since midnight of `18:30`. */
const sinceMidnight = (clock = ''): number => Date.parse(`1970-01-01T${clock.padStart(5, '0')}Z`);

function session(raw: unknown, path: string, reading: Reading): Session | undefined {
  const found = instance(raw, path, reading);
  if (!found) return undefined;
  const { name, courseMode = '', inLanguage, startDate, endDate, courseSchedule = {} } = found;
  if (!name) {
    reading.report(`${path}.name`, "the session's name", 'missing-value');
    return undefined;
  }
  const { repeatCount = 1, repeatFrequency = 7, startTime, endTime, scheduleTimezone } = courseSchedule;
  const byClock = sinceMidnight(endTime) - sinceMidnight(startTime);
  const length = byClock > 0 ? byClock : startDate && endDate ? (endDate.local - startDate.local) % 86_400_000 : 0;
  const id = (raw as RawConfiguration)['@id'];
  return {
    id: typeof id === 'string' && id ? id : name,
    name,
    online: /online/i.test(courseMode),
    language: inLanguage,
    timeZone: scheduleTimezone,
    meetings: startDate ? meetings(startDate, length, repeatCount, repeatFrequency, scheduleTimezone) : [],
    places: found.remainingAttendeeCapacity,
  };
}

/**
 * Reads a program, schema.org `Course` with the form's own settings beside it: anything that cannot be read is reported with
 * its path and left out.
 *
 * @param secure - whether the page's context is secure: without, a browser solves no challenge, and none is asked for
 * @returns `undefined` without a name: there would be nothing to sign up for
 */
export function parseProgram(raw: RawConfiguration, reading: Reading, secure = true): Program | undefined {
  const found = configuration(raw, '', reading) ?? {};
  const { name, provider, adapter = 'json', formats = [], ask = [] } = found;
  if (!name) {
    reading.report('name', "the program's name", 'missing-value');
    return undefined;
  }
  const url = safeUrl(found.endpoint, reading.base);
  const scheme = adapter === 'mailto' ? 'mailto:' : 'http';
  const needed = adapter !== 'event';
  const endpoint = needed && url?.startsWith(scheme) ? url : undefined;
  if (needed && !endpoint)
    reading.report(
      'endpoint',
      scheme === 'http' ? 'an https address' : 'a mailto: address',
      found.endpoint ? 'invalid-value' : 'missing-value',
    );
  const { challenge } = found;
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
    sessions: listOf(session)(found.hasCourseInstance, 'hasCourseInstance', reading) ?? [],
    formats: formats.length ? formats : formatValues,
    ask,
    adapter,
    endpoint,
    challenge: proves ? challenge : undefined,
    consentVersion: found.consentVersion ?? '1',
    fields: found.fields ?? {},
  };
}
