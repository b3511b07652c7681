import {
  listOf,
  objectOf,
  oneOf,
  text,
  textAs,
  type RawConfiguration,
  type Reading,
} from '../foundation/configuration.js';
import { safeUrl } from '../foundation/safe-url.js';
import { zonedInstant } from '../foundation/time-zone.js';
import { formatValues } from './submission.js';

/** What can be asked for besides what is needed. */
export const askValues = ['child-age-band', 'message'] as const;
/** Services that a sign-up can be sent to. */
export const adapterValues = [
  ...['json', 'form', 'formspree', 'netlify', 'basin', 'web3forms', 'formspark', 'google-forms', 'hubspot'],
  ...['contact-form-7', 'wix', 'event', 'mailto'],
] as const;

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
  readonly language?: string;
  /** IANA zone that its times are meant in. */
  readonly timeZone?: string;
  /** In order; empty when no dates are known. */
  readonly meetings: readonly Meeting[];
  /** Places left; absent when not known. */
  readonly places?: number;
}

/** A program to sign up for, and how its form is set up. */
export interface Program {
  readonly name: string;
  readonly description?: string;
  /** Name of whoever offers it. */
  readonly provider?: string;
  /** Number that stands in wherever the form cannot. */
  readonly telephone?: string;
  readonly sessions: readonly Session[];
  readonly formats: readonly (typeof formatValues)[number][];
  readonly ask: readonly (typeof askValues)[number][];
  readonly adapter: (typeof adapterValues)[number];
  /** Absolute, scheme checked; absent for `event`. */
  readonly endpoint?: string;
  readonly privacyUrl?: string;
  readonly consentVersion: string;
  /** For how long it is kept, in words; shown beside the button. */
  readonly keeps?: string;
  /** When people hear back, in words; shown when the sign-up has arrived. */
  readonly responseTime?: string;
  /** Names that a service has for fields. */
  readonly fields: Readonly<Record<string, string>>;
}

const number = (value: unknown, path: string, { report }: Reading): number | undefined => {
  if (value == null) return undefined;
  if (typeof value === 'number' && value >= 0 && Number.isInteger(value)) return value;
  report(path, 'a whole number, 0 or more');
  return undefined;
};
const instant = textAs('a date and time with its offset, such as 2027-02-16T18:30:00-08:00', (words) => {
  const time = /T.*(Z|[+-]\d\d:?\d\d)$/.test(words) ? Date.parse(words) : NaN;
  return isNaN(time) ? undefined : { time, local: Date.parse(`${words.slice(0, 16)}Z`) };
});
const zone = textAs('an IANA time zone such as America/New_York', (words) => {
  try {
    return zonedInstant(words, 0) === undefined ? undefined : words;
  } catch {
    return undefined;
  }
});
const link = textAs('an https address', (words, { base }) => {
  const url = safeUrl(words, base);
  return url?.startsWith('http') ? url : undefined;
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
    listOf(oneOf(...allowed))(
      typeof value === 'string' ? value.split(/[\s,]+/).filter(Boolean) : value,
      path,
      reading,
    ) ?? [];

/** Settings of the form that can be written as attributes, in camel case. */
const settings = {
  name: text,
  endpoint: text,
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
  fields: (value: unknown, path: string, { report }: Reading): Record<string, string> =>
    Object.fromEntries(
      Object.entries(value ?? {}).flatMap(([key, name]) => {
        if (typeof name === 'string') return [[key, name]];
        report(`${path}.${key}`, 'a text');
        return [];
      }),
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

/** Minutes since midnight of `18:30`. */
const minutes = (clock = ''): number => {
  const [hours = NaN, rest = NaN] = clock.split(':').map(Number);
  return hours * 60 + rest;
};

function session(raw: unknown, path: string, reading: Reading): Session | undefined {
  const found = instance(raw, path, reading);
  if (!found) return undefined;
  const { name, courseMode = '', inLanguage, startDate, endDate, courseSchedule = {} } = found;
  if (!name) {
    reading.report(`${path}.name`, "the session's name", 'missing-value');
    return undefined;
  }
  const { repeatCount = 1, repeatFrequency = 7, startTime, endTime, scheduleTimezone } = courseSchedule;
  const day = 86_400_000;
  const byClock = (minutes(endTime) - minutes(startTime)) * 60_000;
  const length =
    byClock > 0 ? byClock : startDate && endDate ? (((endDate.local - startDate.local) % day) + day) % day : 0;
  const id = (raw as RawConfiguration)['@id'];
  const places = found.remainingAttendeeCapacity;
  return {
    id: typeof id === 'string' && id ? id : name,
    name,
    online: /online/i.test(courseMode),
    ...(inLanguage && { language: inLanguage }),
    ...(scheduleTimezone && { timeZone: scheduleTimezone }),
    meetings: startDate ? meetings(startDate, length, repeatCount, repeatFrequency, scheduleTimezone) : [],
    ...(places !== undefined && { places }),
  };
}

/**
 * Reads a program, schema.org `Course` with the form's own settings beside it: anything that cannot be read is reported with
 * its path and left out.
 *
 * @returns `undefined` without a name: there would be nothing to sign up for
 */
export function parseProgram(raw: RawConfiguration, reading: Reading): Program | undefined {
  const found = configuration(raw, '', reading) ?? {};
  const {
    name,
    provider,
    adapter = 'json',
    formats = [],
    ask = [],
    description,
    privacyUrl,
    keeps,
    responseTime,
  } = found;
  if (!name) {
    reading.report('name', "the program's name", 'missing-value');
    return undefined;
  }
  const url = safeUrl(found.endpoint, reading.base);
  const needed = adapter !== 'event';
  const fits = adapter === 'mailto' ? /^mailto:/ : /^https?:/;
  const endpoint = url && fits.test(url) ? url : undefined;
  if (needed && !endpoint)
    reading.report(
      'endpoint',
      adapter === 'mailto' ? 'a mailto: address to send to' : 'an https address to send to',
      found.endpoint ? 'invalid-value' : 'missing-value',
    );
  const telephone = found.telephone ?? provider?.telephone;
  const instances = raw['hasCourseInstance'];
  const sessions = listOf(session)(instances, 'hasCourseInstance', reading) ?? [];
  return {
    name,
    ...(description && { description }),
    ...(provider?.name && { provider: provider.name }),
    ...(telephone && { telephone }),
    sessions,
    formats: formats.length ? formats : ['individual', 'group', 'unsure'],
    ask,
    adapter,
    ...(needed && endpoint && { endpoint }),
    ...(privacyUrl && { privacyUrl }),
    consentVersion: found.consentVersion ?? '1',
    ...(keeps && { keeps }),
    ...(responseTime && { responseTime }),
    fields: found.fields ?? {},
  };
}
