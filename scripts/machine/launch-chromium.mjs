import { chromium } from '@playwright/test';
import { chromiumArgs, requireBrowsers } from './browsers.mjs';

/** Starts the Chromium that the tests use. @returns {Promise<import('@playwright/test').Browser>} */
export function launchChromium() {
  const [found] = requireBrowsers(['chromium']);
  // Playwright finds its own browser.
  const program = found?.source === 'system' ? { executablePath: found.executablePath } : {};
  return chromium.launch({ args: chromiumArgs, ...program });
}
