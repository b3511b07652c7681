/**
 * Finds WordPress, PHP and MariaDB for `npm run test:wordpress`. As a command it also installs them when they are missing and it
 * runs as root on Debian.
 *
 *   node scripts/machine/wordpress.mjs
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { command, installDebianPackages, isDebian, isRoot } from './programs.mjs';

/** A block theme and a classic one. */
export const themes = ['twentytwentythree', 'twentytwentyone'];

const packages = [
  'wordpress',
  ...themes.map((theme) => `wordpress-theme-${theme}`),
  'php-cli',
  'php-mysql',
  'php-xml',
  'php-codesniffer',
  'mariadb-server',
];

const named = process.env['WORDPRESS_FOLDER'];
/** Where Debian has WordPress. WORDPRESS_FOLDER names another one. */
const folder = named ?? '/usr/share/wordpress';

/** Lists what is not on this machine. @returns {string[]} */
function missing() {
  const php = command('php');
  const modules = php ? spawnSync(php, ['-m'], { encoding: 'utf8' }).stdout : '';
  return [
    ...(existsSync(`${folder}/wp-settings.php`)
      ? themes
          .filter((theme) => !existsSync(`${folder}/wp-content/themes/${theme}`))
          .map((theme) => `its theme ${theme}`)
      : [`WordPress in ${folder}`]),
    ...['php', 'phpcs', 'mariadb', 'mariadbd', 'mariadb-install-db'].filter((program) => !command(program)),
    ...(php && !/^mysqli$/m.test(modules) ? ["PHP's module mysqli"] : []),
  ];
}

const advice = () =>
  `Missing: ${missing().join(', ')}. Install WordPress, PHP, PHP_CodeSniffer and MariaDB by hand ` +
  `(Debian, Ubuntu: sudo apt-get install ${packages.join(' ')}), or name the folder of WordPress in WORDPRESS_FOLDER.`;

/** Finds WordPress. @returns its folder @throws if it, PHP or MariaDB is missing, so that no test is skipped silently */
export function requireWordPress() {
  if (missing().length) throw new Error(advice());
  return folder;
}

/** Installs what is missing, and prints what it does. @returns whether everything is installed afterwards */
function ensureWordPress() {
  const mayInstall = isDebian() && isRoot() && !named;
  if (missing().length && mayInstall) {
    console.log(
      `Installing ${packages.join(', ')} from Debian's packages.\n` +
        '  (Debian may also start a database. The tests do not use it: they start their own in a temporary folder.)',
    );
    installDebianPackages(packages);
  }
  const isComplete = !missing().length;
  const reason = mayInstall
    ? 'Installing it failed, see above.'
    : named
      ? `WORDPRESS_FOLDER names ${named}.`
      : 'It is installed automatically only as root on Debian.';
  if (isComplete) console.log(`wordpress: ${folder}`);
  else console.error(`wordpress: MISSING. ${reason} ${advice()}`);
  return isComplete;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exitCode = ensureWordPress() ? 0 : 1;
