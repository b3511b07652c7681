import { isObject } from './is-object.js';
import { JsonError, parseJson } from './json-text.js';

const example = 'a JSON object such as { "name": "Riverbend", "telephone": "+1-503-555-0142" }';

/**
 * Parses the JSON text of a configuration. The `$schema` that an editor checks it with is left out.
 *
 * @throws Error that says where it is not a JSON object, and why
 */
export function parseConfiguration(json: string): Record<string, unknown> {
  // Some editors begin a file with a byte order mark.
  const text = json.replace(/^\ufeff/, '');
  if (!text.trim()) throw new Error(`it is empty; expected ${example}`);
  const value = parseJson(text);
  if (!isObject(value)) throw new JsonError(text, text.search(/\S/), `expected ${example}`);
  const { $schema, ...configuration } = value;
  return configuration;
}
