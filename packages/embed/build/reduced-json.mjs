/** Keys of the custom elements manifest that the bundled code reads. */
const manifestKeys = ['modules', 'path', 'declarations', 'tagName', 'attributes', 'events', 'name', 'fieldName'];

/** Keys of a JSON Schema that only people read, or that say nothing about the names of settings. */
const words = new Set(['$schema', '$id', 'title', 'description', 'examples', 'pattern', 'format', 'enum', 'required']);

/** Leaves out what a setting of the same name has not: in `properties`, a key is a setting, and its value an object. */
const isWords = (key, value) => words.has(key) && (typeof value !== 'object' || Array.isArray(value));

/**
 * Bundles the manifest and the JSON Schemas without their descriptions, which are most of them.
 *
 * @returns {import('rollup').Plugin}
 */
export const reducedJson = () => ({
  name: 'reduced-json',
  transform(code, id) {
    if (!id.endsWith('.json')) return null;
    const value = JSON.parse(code);
    const json = id.endsWith('custom-elements.json')
      ? JSON.stringify(value, manifestKeys)
      : JSON.stringify(value, (key, item) => (isWords(key, item) ? undefined : item));
    return { code: `export default ${json}`, map: { mappings: '' } };
  },
});
