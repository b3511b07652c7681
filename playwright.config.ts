import { defineConfig } from '@playwright/test';
import { chromiumArgs, requireBrowsers } from './scripts/machine/browsers.mjs';

/**
 * Whole-page tests on built files, in Chromium. One file: `npx playwright test packages/embed/test/reserved-room.spec.ts`,
 * after `npm run build`. A test serves its own pages on loopback.
 */
const [chromium] = requireBrowsers(['chromium']);

export default defineConfig({
  testMatch: ['packages/*/test/**/*.spec.ts', 'stories/**/*.spec.ts'],
  outputDir: 'reports/pages',
  reporter: [['list'], ['./scripts/reporters/playwright.mjs']],
  fullyParallel: true,
  workers: 2,
  // A test that passes only the second time is a failure to look at.
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  use: {
    browserName: 'chromium',
    trace: 'retain-on-failure',
    launchOptions: {
      args: chromiumArgs,
      // Playwright knows best where its own is.
      ...(chromium?.source === 'system' ? { executablePath: chromium.executablePath } : undefined),
    },
  },
});
