import { globSync, readFileSync } from 'node:fs';
import { hash } from './hash.mjs';

const all = 'havenkit:hashes';
const single = 'havenkit:hash/';

const dist = new URL('../dist/', import.meta.url);
const hashOf = (name) => hash(readFileSync(new URL(`${name}.js`, dist)), 'sha256');

/**
 * Modules with the hashes of scripts that other scripts load, by their names without `.js`, which are built before them:
 * `havenkit:hashes` has those that the loader loads, and `havenkit:hash/doctor` that of one file. The shorter kind keeps the files small.
 *
 * @param {readonly string[]} widgets
 * @returns {import('rollup').Plugin}
 */
export const scriptHashes = (widgets) => ({
  name: 'script-hashes',
  resolveId: (source) => (source === all || source.startsWith(single) ? source : null),
  load(id) {
    if (id.startsWith(single)) return `export default ${JSON.stringify(hashOf(id.slice(single.length)))}`;
    if (id !== all) return null;
    const names = [...widgets, 'haven', ...globSync('locales/*.js', { cwd: dist }).map((file) => file.slice(0, -3))];
    const hashes = names.map((name) => [name.replaceAll('\\', '/'), hashOf(name)]);
    return `export default ${JSON.stringify(Object.fromEntries(hashes))}`;
  },
});
