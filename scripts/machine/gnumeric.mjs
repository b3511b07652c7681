/**
 * Finds Gnumeric, in which a test opens exported sign-ups. As a command it also installs it when it is missing and it runs as
 * root on Debian.
 *
 *   node scripts/machine/gnumeric.mjs
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { command, installDebianPackages, isDebian, isRoot } from './programs.mjs';

/** Where Linux has the sources of locales, which `localedef` compiles. Debian has them in the package `locales`. */
const localeSources = '/usr/share/i18n/locales';

/** The path of Gnumeric's converter, `undefined` when the machine has none. */
const findGnumeric = () => command('ssconvert');

/** Finds Gnumeric's converter. @throws if it is missing, so that no test is skipped silently */
export function requireGnumeric() {
  const program = findGnumeric();
  if (!program)
    throw new Error(
      'Gnumeric is missing: its program ssconvert was not found. ' +
        'Install it (on Debian as root: node scripts/machine/gnumeric.mjs).',
    );
  return program;
}

/**
 * The environment variables that run a program in a locale such as `de_DE`. Compiles the locale where its source is installed,
 * since Debian's images have only `C`.
 *
 * @param {string} name
 * @param {string} folder - where to put the compiled locale
 */
export function localeEnvironment(name, folder) {
  const env = { LC_ALL: `${name}.UTF-8` };
  if (!existsSync(join(localeSources, name))) return env;
  execFileSync('localedef', ['-i', name, '-f', 'UTF-8', join(folder, env.LC_ALL)]);
  return { ...env, LOCPATH: folder };
}

/**
 * Installs Gnumeric if it is missing, and prints what it does.
 *
 * @param {object} [machine] - for tests; default this machine
 * @param {boolean} [machine.mayInstall] - whether Debian's packages may be installed
 * @returns whether Gnumeric is installed afterwards
 */
export function ensureGnumeric({ mayInstall = isDebian() && isRoot() } = {}) {
  if (mayInstall && !(findGnumeric() && existsSync(localeSources))) {
    console.log("Installing gnumeric from Debian's packages.");
    installDebianPackages(['gnumeric', 'locales']);
  }
  const program = findGnumeric();
  if (program) console.log(`gnumeric: ${program}`);
  else
    console.error(
      `gnumeric: MISSING. ${mayInstall ? 'Installing it failed, see above.' : 'It is installed automatically only as root on Debian.'} ` +
        'Install Gnumeric by hand (Debian, Ubuntu: sudo apt-get install gnumeric; macOS: brew install gnumeric), and run this again.',
    );
  return program !== undefined;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exitCode = ensureGnumeric() ? 0 : 1;
