/** Finds programs on the PATH, and installs Debian's packages. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Returns the path if it is executable, otherwise `undefined`. @param {string | undefined} path */
export const executable = (path) => {
  try {
    accessSync(/** @type {string} */ (path), constants.X_OK);
    return path;
  } catch {
    return undefined;
  }
};

/** The path of the first of these commands that is on the PATH. @param {string[]} names */
export const command = (...names) =>
  names
    .flatMap((name) => (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, name)))
    .find((path) => executable(path));

export const isRoot = () => process.getuid?.() === 0;

export const isDebian = () => {
  try {
    return /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
};

/** @param {string} name */
const hasPackage = (name) =>
  spawnSync('dpkg-query', ['-W', '-f=${Status}', name], { encoding: 'utf8' }).stdout?.includes('ok installed') ?? false;

/**
 * Runs a program and prints the command line. The program's output is printed only when it fails.
 *
 * @param {string} program @param {string[]} args
 */
export function run(program, args) {
  console.log(`  $ ${[program, ...args].join(' ')}`);
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (status === 0) return true;
  console.log(`${stdout ?? ''}\n${stderr ?? ''}\n${error?.message ?? ''}`.trim().split('\n').slice(-20).join('\n'));
  return false;
}

/**
 * Installs the packages that are missing. It needs root on Debian.
 *
 * @param {readonly string[]} names
 */
export function installDebianPackages(names) {
  const missing = names.filter((name) => !hasPackage(name));
  // A machine that has just started may be installing packages itself.
  const options = ['-o', 'Acquire::Retries=5', '-o', 'DPkg::Lock::Timeout=120', '-q'];
  const attempt = () => {
    // An update may fail because one of several sources does not respond. The others may be enough.
    run('apt-get', [...options, 'update']);
    return run('apt-get', [...options, 'install', '-y', '--no-install-recommends', ...missing]);
  };
  // A mirror that changes between the two commands responds with 404. A fresh list fixes that.
  return attempt() || attempt();
}
