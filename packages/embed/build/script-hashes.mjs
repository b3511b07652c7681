import { globSync, readFileSync } from 'node:fs';
import { hash } from './hash.mjs';

const id = 'havenkit:hashes';

/**
 * A module with the hashes of the scripts that the loader loads, by their names without `.js`. They are built before it. The
 * shorter kind keeps the loader small.
 *
 * @param {readonly string[]} widgets
 * @returns {import('rollup').Plugin}
 */
export const scriptHashes = (widgets) => ({
  name: 'script-hashes',
  resolveId: (source) => (source === id ? id : null),
  load(source) {
    if (source !== id) return null;
    const dist = new URL('../dist/', import.meta.url);
    const names = [...widgets, 'haven', ...globSync('locales/*.js', { cwd: dist }).map((file) => file.slice(0, -3))];
    const hashOf = (name) => hash(readFileSync(new URL(`${name}.js`, dist)), 'sha256');
    const hashes = names.map((name) => [name.replaceAll('\\', '/'), hashOf(name)]);
    return `export default ${JSON.stringify(Object.fromEntries(hashes))}`;
  },
});
