/**
 * Finds the three browsers that the tests run in. As a command it also installs those that are missing.
 *
 *   node scripts/machine/browsers.mjs            all three
 *   node scripts/machine/browsers.mjs webkit     only WebKit
 *
 * An installed browser is used as it is. A missing one comes from Debian's packages when this runs as root
 * on Debian, and from Playwright's downloads everywhere else.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium, firefox, webkit } from '@playwright/test';
import { command, executable, installDebianPackages, isDebian, isRoot, run } from './programs.mjs';

/** The engines that every component test runs in. */
export const engines = /** @type {const} */ (['chromium', 'firefox', 'webkit']);

/** @typedef {(typeof engines)[number]} Engine */

/**
 * @typedef {object} Browser
 * @property {Engine} engine
 * @property {'system' | 'playwright'} source - where its build comes from, which decides the protocol that drives it
 * @property {string} executablePath
 * @property {string} [driver] - the WebDriver server of the system's WebKit
 * @property {string} [display] - the X server for the system's WebKit
 */

/** Arguments for Chromium: no requests in the background, so that a test sees only those of its page. */
export const chromiumArgs = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  // Chromium's sandbox does not start as root, the usual user in a container.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

/**
 * The program that an environment variable names.
 *
 * @param {string} variable
 * @throws if it is not executable
 */
const fromEnvironment = (variable) => {
  const path = process.env[variable];
  if (path && !executable(path)) throw new Error(`${variable} is ${path}, which is not a program.`);
  return path;
};

/** @type {Record<Engine, () => Omit<Browser, 'engine' | 'source'> | undefined>} */
const system = {
  chromium() {
    // The shell is the same engine without the browser's windows, as in Playwright's download, and opens a page twice as fast.
    const executablePath =
      fromEnvironment('CHROME_PATH') ??
      command('chromium-headless-shell', 'chromium', 'google-chrome-stable', 'google-chrome');
    return executablePath ? { executablePath } : undefined;
  },
  firefox() {
    // Not `firefox`: on Ubuntu that is a snap, which cannot read the profile folder of a driver.
    const executablePath = fromEnvironment('FIREFOX_PATH') ?? command('firefox-esr');
    return executablePath ? { executablePath } : undefined;
  },
  webkit() {
    const driver = command('WebKitWebDriver');
    const display = command('Xvfb');
    // WebKitGTK's browser is beside its library, in a folder named after the machine's architecture.
    const executablePath = (driver ? ['', ...readdirSync('/usr/lib')] : [])
      .flatMap((folder) =>
        ['webkit2gtk-4.1', 'webkitgtk-6.0', 'webkit2gtk-4.0'].map((library) =>
          join('/usr/lib', folder, library, 'MiniBrowser'),
        ),
      )
      .find((path) => executable(path));
    return driver && display && executablePath ? { driver, display, executablePath } : undefined;
  },
};

const playwrightBrowsers = { chromium, firefox, webkit };

/**
 * Finds a browser of one engine.
 *
 * @param {Engine} engine
 * @returns {Browser | undefined} `undefined` when the machine has none
 */
export function findBrowser(engine) {
  const installed = system[engine]();
  if (installed) return { engine, source: 'system', ...installed };
  const executablePath = executable(playwrightBrowsers[engine].executablePath());
  return executablePath ? { engine, source: 'playwright', executablePath } : undefined;
}

/**
 * Reads a list of engines such as `firefox,webkit`.
 *
 * @param {string | undefined} names - default the environment variable ENGINES; without either, all engines
 * @returns {Engine[]}
 */
export function chosenEngines(names = process.env['ENGINES']) {
  if (!names) return [...engines];
  return names.split(',').map((name) => {
    const engine = engines.find((known) => known === name.trim());
    if (!engine) throw new Error(`Unknown engine "${name}". The engines are ${engines.join(', ')}.`);
    return engine;
  });
}

/**
 * Finds a browser of each engine.
 *
 * @param {readonly Engine[]} wanted
 * @throws if one is missing, so that no test run skips an engine silently. The message has the command that installs it
 */
export function requireBrowsers(wanted) {
  return wanted.map((engine) => {
    const browser = findBrowser(engine);
    if (!browser)
      throw new Error(`There is no browser for ${engine}. Install it: node scripts/machine/browsers.mjs ${engine}`);
    return browser;
  });
}

const debianPackages = {
  chromium: ['chromium-headless-shell'],
  firefox: ['firefox-esr'],
  webkit: ['webkit2gtk-driver', 'xvfb'],
};

/** Without these fonts, some scripts are rendered in a fallback font or as empty boxes. */
const debianFonts = ['fonts-noto-core', 'fonts-noto-cjk'];

/** @param {readonly Engine[]} missing */
const installFromDebian = (missing) =>
  installDebianPackages([...missing.flatMap((engine) => debianPackages[engine]), ...debianFonts]);

/** @param {readonly Engine[]} missing */
function installFromPlaywright(missing) {
  const cli = fileURLToPath(import.meta.resolve('@playwright/test/cli'));
  const dependencies = isRoot() && process.platform === 'linux' ? ['--with-deps'] : [];
  const attempt = () => run(process.execPath, [cli, 'install', ...dependencies, ...missing]);
  return attempt() || attempt();
}

/**
 * Installs the browsers that are missing, and prints what it does.
 *
 * @param {readonly Engine[]} wanted - default all
 * @returns {{ found: Browser[], missing: Engine[] }} the state afterwards
 */
export function ensureBrowsers(wanted = engines) {
  const absent = wanted.filter((engine) => !findBrowser(engine));
  if (absent.length) {
    const debian = isDebian() && isRoot();
    console.log(`Installing ${absent.join(', ')} from ${debian ? "Debian's packages" : "Playwright's downloads"}.`);
    if (debian) installFromDebian(absent);
    const rest = absent.filter((engine) => !findBrowser(engine));
    if (rest.length) installFromPlaywright(rest);
  }
  const found = wanted.flatMap((engine) => findBrowser(engine) ?? []);
  for (const { engine, source, executablePath } of found) console.log(`${engine}: ${executablePath} (${source})`);
  const missing = wanted.filter((engine) => !found.some((browser) => browser.engine === engine));
  for (const engine of missing)
    console.error(
      `${engine}: MISSING. There is no browser, and installing one failed (see above). ` +
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
