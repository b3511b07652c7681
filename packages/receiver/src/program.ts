import { unlimited } from './signups/places.js';
import { clean } from './submission/clean.js';

/** The practice that offers a program. */
export interface Provider {
  readonly name?: string | undefined;
  readonly telephone?: string | undefined;
}

/** A session that people can sign up for. */
export interface Session {
  /** How many places this receiver may give out, or `undefined` for no limit. */
  readonly places: number | undefined;
  /** How many places there are in all, if more than this receiver may give out. */
  readonly capacity?: number | undefined;
  /** By language. A name without a language is under the empty text. */
  readonly names?: Readonly<Record<string, string>> | undefined;
  /** The day of the first meeting, as it is written: `2027-02-16`. */
  readonly startDate?: string | undefined;
}

/** The sessions that people can sign up for, by `@id`, and who offers them. */
export interface Program {
  readonly sessions: ReadonlyMap<string, Session>;
  /** By name of the program, in every language that the program has a name in. */
  readonly providers: ReadonlyMap<string, Provider | undefined>;
}

/** A program that is not valid. The message names the path. */
export class ProgramError extends Error {
  override name = 'ProgramError';
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const toList = (value: unknown): unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value]);

/** Reads a capacity: an integer, or a text with one, which is common in schema.org data. */
function readCapacity(instance: Record<string, unknown>, key: string, path: string): number | undefined {
  const value = instance[key];
  if (value === undefined) return undefined;
  const number = typeof value === 'string' && value.trim() ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isInteger(number) || number < 0)
    throw new ProgramError(`${path}.${key} must be a whole number of places, not ${JSON.stringify(value)}.`);
  // A larger number does not fit into the database, so it is no limit.
  return Math.min(number, unlimited);
}

/** A text of the program as a form sends it, or `undefined` for anything else. */
const readText = (value: unknown): string | undefined => (typeof value === 'string' && clean(value, '')) || undefined;

/** The names of a program or a session by language: one under the empty text, or one for each language. */
const readNames = ({ name }: Record<string, unknown>): Map<string, string> =>
  new Map(
    Object.entries(isObject(name) ? name : { '': name }).flatMap(([language, typed]): [string, string][] => {
      const text = readText(typed);
      return text ? [[language, text]] : [];
    }),
  );

function readSession(instance: unknown, path: string): { id: string; session: Session } {
  const typed = isObject(instance) ? instance['@id'] : undefined;
  // Cleaned in the same way as a submission's `session`.
  const id = typeof typed === 'string' ? clean(typed, 'session') : '';
  if (!isObject(instance) || !id) throw new ProgramError(`${path} has no @id, so nobody could sign up for it.`);
  const maximum = readCapacity(instance, 'maximumAttendeeCapacity', path);
  const remaining = readCapacity(instance, 'remainingAttendeeCapacity', path);
  const places = maximum === undefined ? remaining : Math.min(maximum, remaining ?? maximum);
  const names = readNames(instance);
  const [startDate] = /^\d{4}-\d\d-\d\d/.exec(readText(instance['startDate']) ?? '') ?? [];
  return {
    id,
    session: {
      places,
      ...(maximum !== undefined && maximum !== places && { capacity: maximum }),
      ...(names.size > 0 && { names: Object.fromEntries(names) }),
      ...(startDate && { startDate }),
    },
  };
}

function readProvider({ provider: value }: Record<string, unknown>): Provider | undefined {
  const [provider] = toList(value);
  if (!isObject(provider)) return undefined;
  return { name: readText(provider['name']), telephone: readText(provider['telephone']) };
}

/**
 * Returns the provider of a program. Without a name that the file knows, it returns the provider that all programs share.
 *
 * @param name - of the program, as the sign-up has it
 */
export function providerOf({ providers }: Program, name: unknown): Provider | undefined {
  if (typeof name === 'string' && providers.has(name)) return providers.get(name);
  const [first, ...others] = providers.values();
  const same = others.every((other) => other?.name === first?.name && other?.telephone === first?.telephone);
  return same ? first : undefined;
}

/**
 * Reads a schema.org `Course`, or a list of them, with its `hasCourseInstance[]` and its `provider`.
 *
 * A session has as many places as the smaller of `maximumAttendeeCapacity` and `remainingAttendeeCapacity`. The second means
 * the places that were left before any sign-up reached this receiver. Do not lower it later: the receiver counts by itself.
 *
 * @param json - parsed JSON, also with a `@graph`
 * @throws {ProgramError} if a session has no `@id`, an `@id` that is not unique, or a capacity that is not a whole number
 */
export function parseProgram(json: unknown): Program {
  const courses = isObject(json) && '@graph' in json ? toList(json['@graph']) : toList(json);
  const sessions = new Map<string, Session>();
  const providers = new Map<string, Provider | undefined>();
  for (const [index, course] of courses.entries()) {
    const root = courses.length > 1 ? `Program[${index}]` : 'Program';
    if (!isObject(course) || !toList(course['@type']).includes('Course'))
      throw new ProgramError(`${root} is not a schema.org Course.`);
    for (const name of readNames(course).values()) providers.set(name, readProvider(course));
    for (const [position, instance] of toList(course['hasCourseInstance']).entries()) {
      const path = `${root}.hasCourseInstance[${position}]`;
      const { id, session } = readSession(instance, path);
      if (sessions.has(id)) throw new ProgramError(`${path}: the @id ${id} is not unique.`);
      sessions.set(id, session);
    }
  }
  return { sessions, providers };
}
