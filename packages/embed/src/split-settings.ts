/** A configuration in the two ways in which a widget takes it. */
export interface SplitSettings {
  /** Those that are attributes, by the names of these. */
  readonly settings: Record<string, string>;
  /** What can be no attribute. */
  readonly rest: Record<string, unknown>;
}

/**
 * Makes attributes of those settings of a widget that can be: what has no attribute, and lists and objects, can not. An attribute that
 * is off is absent.
 *
 * @param attributeOf - name of the attribute of a setting, if it has one
 */
export function splitSettings(
  configuration: Readonly<Record<string, unknown>>,
  attributeOf: (key: string) => string | undefined,
): SplitSettings {
  const settings: Record<string, string> = {};
  const rest: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(configuration)) {
    const name = attributeOf(key);
    if (name && (typeof value === 'string' || typeof value === 'number')) settings[name] = `${value}`;
    else if (name && value === true) settings[name] = '';
    else if (!name || value !== false) rest[key] = value;
  }
  return { settings, rest };
}
