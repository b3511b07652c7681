import schemas from '@havenkit/elements/schemas.json' with { type: 'json' };
import { attributesOf } from './widgets.js';

/** What is used of a JSON Schema. */
interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
}

const all = schemas as unknown as Readonly<Record<string, Schema>>;

/** Follows a key into an object, or into the objects of a list. */
const below = (schema: Schema, key: string): Schema[] => [
  ...(schema.properties?.[key] ? [schema.properties[key]] : []),
  ...[...(schema.anyOf ?? []), ...(schema.items ? [schema.items] : [])].flatMap((each) => below(each, key)),
];

const keysOf = (schema: Schema): string[] => [
  ...Object.keys(schema.properties ?? {}),
  ...[...(schema.anyOf ?? []), ...(schema.items ? [schema.items] : [])].flatMap(keysOf),
];

/**
 * The keys that a widget knows in an object of its configuration.
 *
 * @param path - of the object, such as `hasCourseInstance[0].courseSchedule`; empty for the configuration itself
 */
export function knownKeys(widget: string, path: string): string[] {
  const keys = path
    .replaceAll(/\[\d+\]/g, '')
    .split('.')
    .filter(Boolean);
  const found = keys.reduce<Schema[]>(
    (parents, key) => parents.flatMap((schema) => below(schema, key)),
    [all[widget] ?? {}],
  );
  const settings = keys.length ? [] : attributesOf(widget).keys();
  return [...new Set([...found.flatMap(keysOf), ...settings])];
}
