/** Runs after `changeset version`: updates the places outside package.json that name the version. */
import { globSync, readFileSync, writeFileSync } from 'node:fs';

const { version } = JSON.parse(readFileSync('packages/elements/package.json', 'utf8'));
const versionPattern = /(@havenkit\/[a-z]+@|version = ')\d+\.\d+\.\d+/g;
for (const file of globSync(['packages/elements/src/**/version.ts', 'packages/*/{Dockerfile,README.md}', 'README.md']))
  writeFileSync(file, readFileSync(file, 'utf8').replace(versionPattern, `$1${version}`));
