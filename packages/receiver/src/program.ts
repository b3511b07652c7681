import { unlimited } from './database.js';
import { clean } from './submission.js';

/** Sessions that can be signed up for, by their `@id`, and how many places each has. */
export interface Program {
  /** Places that this receiver may give out; `undefined` when there is no limit. */
  readonly sessions: ReadonlyMap<string, { readonly places: number | undefined }>;
}

/** A program configuration that says something else than it should; the message names the path. */
export class ProgramError extends Error {
  override name = 'ProgramError';
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value]);

/** A whole number of places, also as a text, which schema.org data often has. */
function places(instance: Record<string, unknown>, key: string, path: string): number | undefined {
  const value = instance[key];
  if (value === undefined) return undefined;
  const number = typeof value === 'string' && value.trim() ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isInteger(number) || number < 0)
    throw new ProgramError(`${path}.${key} is not a whole number of places: ${JSON.stringify(value)}`);
  // What no database can count to is no limit.
  return Math.min(number, unlimited);
}

/**
 * Reads a schema.org `Course`, or a list of them, with its `hasCourseInstance[]`.
 *
 * A session's places are the smaller of `maximumAttendeeCapacity` and `remainingAttendeeCapacity`, where given. The
 * second means places left when the file was written, before any sign-up reached this receiver: it counts them itself,
 * so leave the number as it is while they come in.
 *
 * @param json - parsed JSON; a `@graph` is looked into
 * @throws {ProgramError} at a course instance without `@id`, one `@id` twice, or a capacity that is no whole number
 */
export function parseProgram(json: unknown): Program {
  const courses = isObject(json) && '@graph' in json ? list(json['@graph']) : list(json);
  const sessions = new Map<string, { places: number | undefined }>();
  for (const [index, course] of courses.entries()) {
    const at = courses.length > 1 ? `[${index}]` : '';
    if (!isObject(course) || !list(course['@type']).includes('Course'))
      throw new ProgramError(`Program${at}: this is not a schema.org Course.`);
    for (const [position, instance] of list(course['hasCourseInstance']).entries()) {
      const path = `Program${at}.hasCourseInstance[${position}]`;
      const given = isObject(instance) ? instance['@id'] : undefined;
      // As a sign-up's session is cleaned.
      const id = typeof given === 'string' ? clean(given, 'session') : '';
      if (!isObject(instance) || !id) throw new ProgramError(`${path} has no @id, so nobody could sign up for it.`);
      if (sessions.has(id)) throw new ProgramError(`${path}: the @id ${id} is there twice.`);
      const limits = ['maximumAttendeeCapacity', 'remainingAttendeeCapacity']
        .map((key) => places(instance, key, path))
        .filter((limit) => limit !== undefined);
      sessions.set(id, { places: limits.length ? Math.min(...limits) : undefined });
    }
  }
  return { sessions };
}
