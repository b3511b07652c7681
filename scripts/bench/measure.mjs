/** Measures one page at a time in Chromium. */

/* global requestAnimationFrame -- in a function that runs on the page */

/** @param {readonly number[]} values */
export const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/**
 * A page in a browser context of its own: nothing is cached, stored or compiled yet.
 *
 * @param {import('@playwright/test').Browser} browser
 * @param {import('@playwright/test').BrowserContextOptions} [options]
 */
export async function newPage(browser, options) {
  const context = await browser.newContext({ viewport: { width: 800, height: 800 }, ...options });
  return context.newPage();
}

/**
 * Opens a page of the benchmark and waits until everything on it is rendered.
 *
 * @param {import('@playwright/test').Page} page
 * @param {string} url
 */
export async function visit(page, url) {
  await page.goto(url);
  await page.waitForFunction(() => globalThis.rendered);
}

/**
 * Milliseconds that the page's main thread has worked so far.
 *
 * @param {import('@playwright/test').CDPSession} session - with `Performance` enabled
 */
export async function mainThreadWork(session) {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
}

/**
 * Visits a page for the first time.
 *
 * @param {import('@playwright/test').Browser} browser
 * @param {string} url
 */
export async function measurePage(browser, url) {
  const page = await newPage(browser);
  const session = await page.context().newCDPSession(page);
  // Processor time, not elapsed time: what else the machine does is not in it.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await visit(page, url);
  await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => setTimeout(painted))));
  const sample = { work: await mainThreadWork(session), shift: await page.evaluate(() => globalThis.shift) };
  await page.context().close();
  return sample;
}
