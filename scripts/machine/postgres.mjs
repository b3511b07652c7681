/**
 * Finds PostgreSQL's programs. As a command it also installs them when they are missing and it runs as root on Debian.
 *
 *   node scripts/machine/postgres.mjs
 */
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { command, executable, installDebianPackages, isDebian, isRoot } from './programs.mjs';

const debianFolder = '/usr/lib/postgresql';

/**
 * Finds the folder with `initdb` and `postgres`: the one that POSTGRES_BIN names, or else Debian's newest version, or
 * else the one on the PATH.
 *
 * @param {string} [debian] - the folder in which Debian has a folder per version
 * @returns {string | undefined} `undefined` when the machine has no PostgreSQL
 */
export function findPostgres(debian = debianFolder) {
  const versions = existsSync(debian) ? readdirSync(debian) : [];
  const newestFirst = versions.sort((a, b) => Number(b) - Number(a)).map((version) => join(debian, version, 'bin'));
  const onPath = command('initdb');
  const named = process.env['POSTGRES_BIN'];
  return (named ? [named] : [...newestFirst, ...(onPath ? [dirname(onPath)] : [])]).find((folder) =>
    ['initdb', 'postgres'].every((program) => executable(join(folder, program))),
  );
}

/** Finds PostgreSQL. @throws if it is missing, so that no test is skipped silently */
export function requirePostgres() {
  const folder = findPostgres();
  if (!folder)
    throw new Error(
      'PostgreSQL is missing: its programs initdb and postgres were not found. ' +
        'Install it (on Debian as root: node scripts/machine/postgres.mjs), or name their folder in POSTGRES_BIN.',
    );
  return folder;
}

/**
 * Installs PostgreSQL if it is missing, and prints what it does.
 *
 * @param {object} [machine] - for tests; default this machine
 * @param {string} [machine.debian] - as in `findPostgres`
 * @param {boolean} [machine.mayInstall] - whether Debian's packages may be installed
 * @returns whether PostgreSQL is installed afterwards
 */
export function ensurePostgres({ debian, mayInstall = isDebian() && isRoot() } = {}) {
  const named = process.env['POSTGRES_BIN'];
  if (!findPostgres(debian) && !named && mayInstall) {
    console.log(
      "Installing postgresql from Debian's packages.\n" +
        '  (Debian also starts a server. The tests do not use it: they start their own in a temporary folder.)',
    );
    installDebianPackages(['postgresql']);
  }
  const folder = findPostgres(debian);
  const reason = named
    ? `POSTGRES_BIN names ${named}, which has no initdb and postgres.`
    : mayInstall
      ? "Installing it from Debian's packages failed, see above."
      : 'It is installed automatically only as root on Debian.';
  if (folder) console.log(`postgres: ${folder}`);
  else
    console.error(
      `postgres: MISSING. ${reason} Install PostgreSQL by hand (Debian, Ubuntu: sudo apt-get install postgresql), ` +
        'or name the folder of initdb and postgres in POSTGRES_BIN, and run this again.',
    );
  return folder !== undefined;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exitCode = ensurePostgres() ? 0 : 1;
