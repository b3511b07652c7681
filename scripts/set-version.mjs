/** Runs after `changeset version`: updates the places outside package.json that name the version. */
import { readFileSync, writeFileSync } from 'node:fs';
import { namedVersions, versionedFiles } from './named-versions.mjs';

const { version } = JSON.parse(readFileSync('packages/elements/package.json', 'utf8'));
for (const file of versionedFiles)
  writeFileSync(file, readFileSync(file, 'utf8').replace(namedVersions, `$1${version}`));
