import { globSync } from 'node:fs';

/** Files that name the version of a package, as in a URL of a CDN. */
export const versionedFiles = globSync([
  'README.md',
  'packages/*/{Dockerfile,README.md}',
  'packages/*/src/*/README.md',
]);

/** `@havenkit/embed@1.2.3`: the name with `@`, and the version. */
export const namedVersions = /(@havenkit\/[a-z]+@)(\d+\.\d+\.\d+)/g;
