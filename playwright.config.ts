import { defineConfig } from '@playwright/test';
import { chromiumArgs, requireBrowsers } from './scripts/machine/browsers.mjs';

/**
 * Whole-page tests of the built files, in Chromium. Each test serves its own pages on loopback. One file:
 *
 *   npm test -- --only build,pages reserved-room
 */
const [chromium] = requireBrowsers(['chromium']);

export default defineConfig({
  // Long tests run only in `npm run test:thorough`.
  grepInvert: process.env['THOROUGH'] ? [] : /@thorough/,
  testMatch: ['packages/*/test/**/*.spec.ts', 'stories/**/*.spec.ts'],
  outputDir: 'reports/pages',
  reporter: [['list'], ['./scripts/reporters/playwright.mjs']],
  fullyParallel: true,
  workers: 2,
  // A test that passes only on the second attempt is a bug.
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  use: {
    browserName: 'chromium',
    launchOptions: {
      args: chromiumArgs,
      // Playwright finds its own browser.
      ...(chromium?.source === 'system' ? { executablePath: chromium.executablePath } : undefined),
    },
  },
});
