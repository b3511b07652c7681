/**
 * Finds PostgreSQL's programs and, as a command, gets them where they are missing and we are root on Debian.
 *
 *   node scripts/postgres.mjs
 */
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { command, executable, installDebianPackages, isDebian, isRoot } from './machine.mjs';

const debianFolder = '/usr/lib/postgresql';

/**
 * The folder with `initdb` and `postgres`: the one that POSTGRES_BIN names, Debian's newest, or the one on the PATH;
 * `undefined` when the machine has none.
 */
export function findPostgres() {
  const versions = existsSync(debianFolder) ? readdirSync(debianFolder) : [];
  const newestFirst = versions.sort((a, b) => Number(b) - Number(a)).map((one) => join(debianFolder, one, 'bin'));
  const onPath = command('initdb');
  const named = process.env['POSTGRES_BIN'];
  return (named ? [named] : [...newestFirst, ...(onPath ? [dirname(onPath)] : [])]).find((folder) =>
    ['initdb', 'postgres'].every((program) => executable(join(folder, program))),
  );
}

/** Finds PostgreSQL or throws with what to do: the tests that need it are never left out in silence. */
export function requirePostgres() {
  const folder = findPostgres();
  if (!folder)
    throw new Error(
      'PostgreSQL was not found: its programs initdb and postgres are missing. ' +
        'Install it (on Debian as root: node scripts/postgres.mjs), or name their folder in POSTGRES_BIN.',
    );
  return folder;
}

/** Gets PostgreSQL if it is missing, and says what it does. @returns whether it is there afterwards */
export function ensurePostgres() {
  if (!findPostgres() && isDebian() && isRoot()) {
    console.log("Getting what the machine does not have, from Debian's packages: postgresql");
    installDebianPackages(['postgresql']);
  }
  const folder = findPostgres();
  if (folder) console.log(`postgres: ${folder}`);
  else
    console.error(
      'postgres: MISSING. It was neither found nor could it be fetched (see above). ' +
        'Install PostgreSQL by hand, or name the folder of initdb and postgres in POSTGRES_BIN, and run this again.',
    );
  return folder !== undefined;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exitCode = ensurePostgres() ? 0 : 1;
