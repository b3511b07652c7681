/**
 * Finds PostgreSQL's programs and, as a command, gets them where they are missing and we are root on Debian.
 *
 *   node scripts/machine/postgres.mjs
 */
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { command, executable, installDebianPackages, isDebian, isRoot } from './programs.mjs';

const debianFolder = '/usr/lib/postgresql';

/**
 * The folder with `initdb` and `postgres`: the one that POSTGRES_BIN names, Debian's newest, or the one on the PATH;
 * `undefined` when the machine has none.
 *
 * @param {string} [debian] - where Debian puts its versions
 */
export function findPostgres(debian = debianFolder) {
  const versions = existsSync(debian) ? readdirSync(debian) : [];
  const newestFirst = versions.sort((a, b) => Number(b) - Number(a)).map((one) => join(debian, one, 'bin'));
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
        'Install it (on Debian as root: node scripts/machine/postgres.mjs), or name their folder in POSTGRES_BIN.',
    );
  return folder;
}

/**
 * Gets PostgreSQL if it is missing, and says what it does.
 *
 * @param {{ debian?: string, own?: boolean }} [machine] - where Debian puts its versions, and whether we may install there:
 *   default as this machine is
 * @returns whether it is there afterwards
 */
export function ensurePostgres({ debian, own = isDebian() && isRoot() } = {}) {
  const named = process.env['POSTGRES_BIN'];
  if (!findPostgres(debian) && !named && own) {
    console.log(
      "Getting what the machine does not have, from Debian's packages: postgresql\n" +
        '  (With it Debian starts a server of its own. The tests leave that alone, and start theirs in a temporary folder.)',
    );
    installDebianPackages(['postgresql']);
  }
  const folder = findPostgres(debian);
  const why = named
    ? `POSTGRES_BIN names ${named}, which has no initdb and postgres.`
    : own
      ? "It could not be fetched from Debian's packages: see above."
      : 'It is fetched by itself only for root on Debian.';
  if (folder) console.log(`postgres: ${folder}`);
  else
    console.error(
      `postgres: MISSING. ${why} Install PostgreSQL by hand (Debian, Ubuntu: sudo apt-get install postgresql), ` +
        'or name the folder of initdb and postgres in POSTGRES_BIN, and run this again.',
    );
  return folder !== undefined;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exitCode = ensurePostgres() ? 0 : 1;
