import { attributesOf, widgets } from './widgets.js';

/** What is used of a JSON Schema. */
interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
}

const schemas = new Map<string, Schema>(
  await Promise.all(
    widgets.map(async (widget): Promise<[string, Schema]> => {
      const module = (await import(`@havenkit/elements/${widget}/schema.json`, { with: { type: 'json' } })) as {
        default: Schema;
      };
      return [widget, module.default];
    }),
  ),
);

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
    [schemas.get(widget) ?? {}],
  );
  const settings = keys.length ? [] : attributesOf(widget).keys();
  return [...new Set([...found.flatMap(keysOf), ...settings])];
}
