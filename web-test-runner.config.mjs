/**
 * Component tests, in three engines. One file in one engine:
 *
 *   npm test -- --only unit --engines webkit safe-url
 *   ENGINES=webkit npx wtr --watch --files <file>
 *
 * Build once before: `npm run build`. It writes the tokens, and some sources.
 */
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { playwrightLauncher } from '@web/test-runner-playwright';
import { puppeteerLauncher } from '@web/test-runner-puppeteer';
import { chosenEngines, chromiumArgs, requireBrowsers } from './scripts/machine/browsers.mjs';
import { jsonReporter } from './scripts/reporters/web-test-runner.mjs';
import { testPages } from './packages/elements/test-support/test-pages.mjs';
import { webkitLauncher } from './scripts/machine/webkit-launcher.mjs';

/**
 * Gives every test file a new page. The launcher reuses pages, and a page remembers the last file: after a click, for
 * example, `:focus-visible` no longer matches.
 *
 * @param {any} launcher
 */
function freshPages(launcher) {
  const stopSession = launcher.stopSession.bind(launcher);
  launcher.stopSession = async (/** @type {string} */ id) => {
    const result = await stopSession(id);
    for (const { puppeteerPage } of launcher.inactivePages.splice(0)) await puppeteerPage.close();
    return result;
  };
  return launcher;
}

/**
 * @param {import('./scripts/machine/browsers.mjs').Browser} browser
 * @returns {import('@web/test-runner').BrowserLauncher}
 */
function launcher(browser) {
  const { engine, source, executablePath } = browser;
  const args = engine === 'chromium' ? chromiumArgs : [];
  // One page at a time: two would take the focus from each other.
  if (source === 'playwright') return playwrightLauncher({ product: engine, concurrency: 1, launchOptions: { args } });
  if (engine === 'webkit') return webkitLauncher(browser);
  // As root, Firefox does not start with another user's home folder, which is common in CI containers.
  const env = { ...process.env, HOME: userInfo().homedir };
  return freshPages(
    puppeteerLauncher({
      concurrency: 1,
      launchOptions: { browser: engine === 'firefox' ? 'firefox' : 'chrome', executablePath, args, env },
    }),
  );
}

/** @type {import('@web/test-runner').TestRunnerConfig} */
export default {
  files: ['packages/*/{src,test,test-support}/**/*.test.ts'],
  nodeResolve: true,
  browsers: requireBrowsers(chosenEngines()).map(launcher),
  concurrentBrowsers: 3,
  plugins: [
    esbuildPlugin({
      ts: true,
      target: 'es2022',
      tsconfig: join(import.meta.dirname, 'tsconfig.json'),
      // See test-support/runs.ts.
      define: { 'process.env.THOROUGH': JSON.stringify(process.env['THOROUGH'] ?? '') },
    }),
  ],
  middleware: [testPages],
  // WebKitGTK starts slowly on a busy machine.
  browserStartTimeout: 180_000,
  testsStartTimeout: 120_000,
  testsFinishTimeout: 300_000,
  testFramework: { config: { timeout: 60_000 } },
  filterBrowserLogs: ({ args }) => !/Lit is in dev mode/.test(`${args[0]}`),
  reporters: [defaultReporter({ reportTestProgress: process.stdout.isTTY }), jsonReporter],
};
