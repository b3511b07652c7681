/**
 * Parses the JSON text of a configuration. The `$schema` that an editor checks it with is left out.
 *
 * @throws Error if it is not a JSON object
 */
export function parseConfiguration(json: string): Record<string, unknown> {
  let value: unknown;
  try {
    // Some editors begin a file with a byte order mark.
    value = JSON.parse(json.replace(/^\ufeff/, ''));
  } catch {
    throw new Error('expected a JSON file');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error('expected a JSON object');
  const { $schema, ...configuration } = value as Record<string, unknown>;
  return configuration;
}
