import { globSync, readFileSync } from 'node:fs';
import { hash } from './hash.mjs';

/** Scripts whose hashes a module has, by its name. */
const modules = {
  'havenkit:hashes': (widgets) => [...widgets, 'haven', 'languages'],
  'havenkit:locale-hashes': (_, dist) => globSync('locales/**/*.js', { cwd: dist }).map((file) => file.slice(0, -3)),
};

/**
 * Modules with the hashes of the scripts that the loader loads, by their names without `.js`: those that it knows, and those of the
 * languages. They are built before it. The shorter kind of hash keeps the loader small.
 *
 * @param {readonly string[]} widgets
 * @returns {import('rollup').Plugin}
 */
export const scriptHashes = (widgets) => ({
  name: 'script-hashes',
  resolveId: (source) => (source in modules ? source : null),
  load(source) {
    if (!(source in modules)) return null;
    const dist = new URL('../dist/', import.meta.url);
    const hashOf = (name) => hash(readFileSync(new URL(`${name}.js`, dist)), 'sha256');
    const hashes = modules[source](widgets, dist).map((name) => [name.replaceAll('\\', '/'), hashOf(name)]);
    return `export default ${JSON.stringify(Object.fromEntries(hashes))}`;
  },
});
