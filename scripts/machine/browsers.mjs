/**
 * Finds the three browsers that the tests run in and, as a command, gets those that are missing.
 *
 *   node scripts/machine/browsers.mjs            find or get all three
 *   node scripts/machine/browsers.mjs webkit     only these
 *
 * A browser that the machine has is used as it is. What is missing comes from Debian's own packages when we are
 * root on Debian, and from Playwright's download everywhere else.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium, firefox, webkit } from '@playwright/test';
import { command, executable, installDebianPackages, isDebian, isRoot, run } from './programs.mjs';

/** The engines every component test runs in. */
export const engines = /** @type {const} */ (['chromium', 'firefox', 'webkit']);

/** @typedef {(typeof engines)[number]} Engine */

/**
 * A browser that was found.
 *
 * @typedef {object} Browser
 * @property {Engine} engine
 * @property {'system' | 'playwright'} source - whose build it is; it decides by which protocol it is driven
 * @property {string} executablePath
 * @property {string} [driver] - WebDriver server, only for the system's WebKit
 * @property {string} [display] - X server that gives it a screen, only for the system's WebKit
 */

/** Chromium's arguments: nothing in the background, so that a test sees only the requests of its page. */
export const chromiumArgs = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  // Chromium's sandbox refuses to start as root, which is what a container usually is.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

/**
 * A program that an environment variable names. @param {string} variable
 * @throws when it names something else
 */
const named = (variable) => {
  const path = process.env[variable];
  if (path && !executable(path)) throw new Error(`${variable} names ${path}, which is no program.`);
  return path;
};

/** @type {Record<Engine, () => Omit<Browser, 'engine' | 'source'> | undefined>} */
const system = {
  chromium() {
    const executablePath = named('CHROME_PATH') ?? command('chromium', 'google-chrome-stable', 'google-chrome');
    return executablePath ? { executablePath } : undefined;
  },
  firefox() {
    // Not `firefox`: on Ubuntu that is a snap, which cannot read the profile that a driver makes for it.
    const executablePath = named('FIREFOX_PATH') ?? command('firefox-esr');
    return executablePath ? { executablePath } : undefined;
  },
  webkit() {
    const driver = command('WebKitWebDriver');
    const display = command('Xvfb');
    // WebKitGTK's own browser lies beside its library, in a folder named by the machine's architecture.
    const executablePath = (driver ? ['', ...readdirSync('/usr/lib')] : [])
      .flatMap((folder) =>
        ['webkit2gtk-4.1', 'webkitgtk-6.0', 'webkit2gtk-4.0'].map((one) => join('/usr/lib', folder, one)),
      )
      .map((folder) => join(folder, 'MiniBrowser'))
      .find((path) => executable(path));
    return driver && display && executablePath ? { driver, display, executablePath } : undefined;
  },
};

const downloaded = { chromium, firefox, webkit };

/**
 * Finds a browser of one engine; `undefined` when the machine has none.
 *
 * @param {Engine} engine
 * @returns {Browser | undefined}
 */
export function findBrowser(engine) {
  const own = system[engine]();
  if (own) return { engine, source: 'system', ...own };
  const executablePath = executable(downloaded[engine].executablePath());
  return executablePath ? { engine, source: 'playwright', executablePath } : undefined;
}

/**
 * The engines named in a list such as `firefox,webkit`; all of them when there is none.
 *
 * @param {string | undefined} names - default the environment variable ENGINES
 * @returns {Engine[]}
 */
export function chosenEngines(names = process.env['ENGINES']) {
  if (!names) return [...engines];
  return names.split(',').map((name) => {
    const engine = engines.find((one) => one === name.trim());
    if (!engine) throw new Error(`There is no engine "${name}": use ${engines.join(', ')}.`);
    return engine;
  });
}

/**
 * Finds a browser of each engine, or throws with the command that gets what is missing: a test run never leaves an
 * engine out in silence.
 *
 * @param {readonly Engine[]} wanted
 */
export function requireBrowsers(wanted) {
  return wanted.map((engine) => {
    const browser = findBrowser(engine);
    if (!browser)
      throw new Error(`No browser for ${engine} was found. To get it: node scripts/machine/browsers.mjs ${engine}`);
    return browser;
  });
}

const debianPackages = {
  chromium: ['chromium'],
  firefox: ['firefox-esr'],
  webkit: ['webkit2gtk-driver', 'xvfb'],
};

/** Text in scripts that a bare machine has no glyphs for would be measured in another font, or as empty boxes. */
const debianFonts = ['fonts-noto-core', 'fonts-noto-cjk'];

/** @param {readonly Engine[]} missing */
const getFromDebian = (missing) =>
  installDebianPackages([...missing.flatMap((engine) => debianPackages[engine]), ...debianFonts]);

/** @param {readonly Engine[]} missing */
function getFromPlaywright(missing) {
  const cli = fileURLToPath(import.meta.resolve('@playwright/test/cli'));
  const dependencies = isRoot() && process.platform === 'linux' ? ['--with-deps'] : [];
  const attempt = () => run(process.execPath, [cli, 'install', ...dependencies, ...missing]);
  return attempt() || attempt();
}

/**
 * Gets the browsers that are missing, and says what it does.
 *
 * @param {readonly Engine[]} wanted - default all
 * @returns {{ found: Browser[], missing: Engine[] }} what is there afterwards
 */
export function ensureBrowsers(wanted = engines) {
  const absent = wanted.filter((engine) => !findBrowser(engine));
  if (absent.length) {
    const debian = isDebian() && isRoot();
    console.log(
      `Getting what the machine does not have, ${debian ? "from Debian's packages" : "by Playwright's download"}: ${absent.join(', ')}`,
    );
    if (debian) getFromDebian(absent);
    const rest = absent.filter((engine) => !findBrowser(engine));
    if (rest.length) getFromPlaywright(rest);
  }
  const found = wanted.flatMap((engine) => findBrowser(engine) ?? []);
  for (const { engine, source, executablePath } of found) console.log(`${engine}: ${executablePath} (${source})`);
  const missing = wanted.filter((engine) => !found.some((browser) => browser.engine === engine));
  for (const engine of missing)
    console.error(
      `${engine}: MISSING. It was neither found nor could it be fetched (see above). ` +
        `Install it by hand, for example with "npx playwright install --with-deps ${engine}", and run this again.`,
    );
  return { found, missing };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    const { missing } = ensureBrowsers(chosenEngines(process.argv.slice(2).join(',')));
    process.exitCode = missing.length ? 1 : 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
