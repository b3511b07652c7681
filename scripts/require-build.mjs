/**
 * Runs in a package's folder before npm packs or publishes it. Fails if the package has not been built, or has changed since.
 */
import { globSync, readFileSync, statSync } from 'node:fs';

const newest = (...patterns) => {
  const files = globSync(patterns, { exclude: ['**/*.test.ts'] });
  return Math.max(0, ...files.map((file) => statSync(file).mtimeMs));
};

const { name } = JSON.parse(readFileSync('package.json', 'utf8'));
const built = newest('dist/**');
// The embed package is built from the elements, too.
const sources = newest('src/**/*.{ts,css,json}', ...(name === '@havenkit/embed' ? ['../elements/dist/**'] : []));
if (!built || built < sources) {
  console.error(`${name}: dist is ${built ? 'older than its sources' : 'missing'}. Run \`npm run build\` first.`);
  process.exitCode = 1;
}
