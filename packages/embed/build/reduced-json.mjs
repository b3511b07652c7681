/** Keys of the custom elements manifest that the bundled code reads. */
const manifestKeys = ['modules', 'declarations', 'tagName', 'attributes', 'name', 'fieldName'];

/** What the bundled code reads of the manifest: the names of the widgets and of their attributes. */
function reducedManifest({ modules }) {
  const widgets = modules.flatMap(({ declarations = [] }) => declarations.filter(({ tagName }) => tagName));
  return JSON.stringify({ modules: [{ declarations: widgets }] }, manifestKeys);
}

/** What the bundled code reads of a JSON Schema: the names of the settings, and of what is in them. */
function reducedSchema({ properties, items, anyOf = [] }) {
  const choices = anyOf.map(reducedSchema).filter((schema) => Object.keys(schema).length);
  return {
    ...(properties && { properties: mapValues(properties, reducedSchema) }),
    ...(items && { items: reducedSchema(items) }),
    ...(choices.length && { anyOf: choices }),
  };
}

const mapValues = (object, change) =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));

/** The schemas of all widgets, with the names of the widgets in words. */
const reducedSchemas = (schemas) =>
  JSON.stringify(mapValues(schemas, (schema) => ({ title: schema.title, ...reducedSchema(schema) })));

/**
 * Bundles of the manifest and the JSON Schemas only what the code reads, which is little.
 *
 * @returns {import('rollup').Plugin}
 */
export const reducedJson = () => ({
  name: 'reduced-json',
  transform(code, id) {
    const reduce = [
      ['custom-elements.json', reducedManifest],
      ['schemas.json', reducedSchemas],
    ].find(([name]) => id.endsWith(name))?.[1];
    if (!id.endsWith('.json')) return null;
    if (!reduce) throw new Error(`${id} is bundled whole: say what of it is read`);
    return { code: `export default ${reduce(JSON.parse(code))}`, map: { mappings: '' } };
  },
});
