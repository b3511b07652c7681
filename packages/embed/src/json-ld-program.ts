import type { RawConfiguration } from '@havenkit/elements/foundation';
import { parseProgram } from '@havenkit/elements/signup-form/program';
import { isObject } from './is-object.js';
import { jsonLdScript } from './json-ld.js';
import { silent } from './unknown-page.js';

/** What of a sign-up form's configuration is schema.org data about its program. The rest are settings of the form. */
const properties = ['@id', 'name', 'description', 'inLanguage', 'provider', 'hasCourseInstance'] as const;

/** Says what an object is, unless it says so itself. */
const typed = (type: string, value: unknown): unknown => (isObject(value) ? { '@type': type, ...value } : value);

/**
 * Turns a sign-up form's configuration into the JSON-LD block for a page's head. An invalid value is left out, so that a search engine
 * never reads something that the form would not show.
 *
 * @returns the script element, or `undefined` when the configuration describes no program
 */
export function programJsonLd(raw: RawConfiguration): string | undefined {
  const invalid = new Set<string | undefined>();
  const program = parseProgram(raw, { ...silent, report: (path) => invalid.add(path.split(/[.[]/)[0]) }, 0);
  if (!program?.name || invalid.has('name')) return undefined;
  const data: Record<string, unknown> = { '@context': 'https://schema.org', '@type': 'Course' };
  for (const key of properties)
    if (raw[key] !== undefined && !invalid.has(key))
      data[key] =
        key === 'hasCourseInstance'
          ? [raw[key]].flat().map((session) => typed('CourseInstance', session))
          : key === 'provider'
            ? typed('Organization', raw[key])
            : raw[key];
  return jsonLdScript(data);
}
