/**
 * Finds WordPress, PHP and MariaDB for `npm run test:wordpress`. As a command it also installs them when they are missing and it
 * runs as root on Debian.
 *
 *   node scripts/machine/wordpress.mjs
 */
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { command, installDebianPackages, isDebian, isRoot } from './programs.mjs';

const packages = [
  'wordpress',
  'wordpress-theme-twentytwentyone',
  'wordpress-theme-twentytwentythree',
  'php-cli',
  'php-mysql',
  'php-xml',
  'mariadb-server',
];

/** Where Debian has WordPress. WORDPRESS_FOLDER names another one. */
const folder = process.env['WORDPRESS_FOLDER'] ?? '/usr/share/wordpress';

const missing = () => [
  ...(existsSync(`${folder}/wp-settings.php`) ? [] : [`WordPress in ${folder}`]),
  ...['php', 'mariadbd', 'mariadb-install-db'].filter((program) => !command(program)),
];

/** Finds WordPress. @returns its folder @throws if it, PHP or MariaDB is missing */
export function requireWordPress() {
  if (missing().length)
    throw new Error(
      `Missing: ${missing().join(', ')}. On Debian as root, install them with "node scripts/machine/wordpress.mjs". ` +
        'Elsewhere, install PHP and MariaDB, and name the folder of WordPress in WORDPRESS_FOLDER.',
    );
  return folder;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  if (missing().length && isDebian() && isRoot()) {
    console.log(`Installing ${packages.join(', ')} from Debian's packages.`);
    installDebianPackages(packages);
  }
  console.log(`wordpress: ${requireWordPress()}`);
}
