// Reports unknown token names anywhere in the monorepo. Browsers ignore a misspelled custom property silently.
//
//   node check-tokens.mjs [folder]     default: the monorepo
import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { tokenNames } from './dist/tokens.js';

const root = resolve(process.argv[2] ?? join(import.meta.dirname, '../..'));
const files = globSync(
  ['packages/*/{src,lib,bin,public,pages}/**', 'packages/*/*.html', 'stories/**', '.storybook/**'],
  {
    cwd: root,
    exclude: (path) => /(^|[\\/])(node_modules|dist)([\\/]|$)/.test(path),
  },
).filter((path) => /\.(css|html|js|mjs|ts|mdx)$/.test(path) && !/\.(test|spec)\.ts$/.test(path));

const known = new Set(tokenNames);
/** A complete name: `--haven-space-1`, but not the prefix in `--haven-space-${step}`. */
const mention = /--haven(?:-[a-z\d]+)+(?![-\w])/gi;

let count = 0;
for (const path of files.sort()) {
  const lines = readFileSync(join(root, path), 'utf8').split('\n');
  for (const [index, line] of lines.entries())
    for (const [name] of line.matchAll(mention))
      if (!known.has(name)) {
        count++;
        console.error(`${path}:${index + 1} unknown token ${name}`);
      }
}
if (count) process.exitCode = 1;
else console.log(`No unknown tokens in ${files.length} files.`);
