import { globSync, readFileSync } from 'node:fs';
import { hash } from './hash.mjs';

const dist = new URL('../dist/', import.meta.url);

/** Hash of a script. The shorter kind keeps the loader small. */
const hashOf = (name) => hash(readFileSync(new URL(`${name}.js`, dist)), 'sha256');

/** Hashes by the names of the scripts. */
const hashesOf = (names) => Object.fromEntries(names.map((name) => [name.replaceAll('\\', '/'), hashOf(name)]));

/** What each module exports. */
const modules = {
  'havenkit:hashes': (widgets) => hashesOf([...widgets, 'haven']),
  'havenkit:languages-hash': () => hashOf('languages'),
  'havenkit:locale-hashes': () =>
    hashesOf(globSync('locales/**/*.js', { cwd: dist }).map((file) => file.slice(0, -'.js'.length))),
};

/**
 * Modules with the hashes of the scripts that the loader loads, by their names without `.js`: those of the widgets, and those of the
 * languages. They are built before it.
 *
 * @param {readonly string[]} widgets
 * @returns {import('rollup').Plugin}
 */
export const scriptHashes = (widgets) => ({
  name: 'script-hashes',
  resolveId: (source) => (source in modules ? source : null),
  load(source) {
    if (!(source in modules)) return null;
    return `export default ${JSON.stringify(modules[source](widgets))}`;
  },
});
