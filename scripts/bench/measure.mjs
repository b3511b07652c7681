/** Measures one page at a time in Chromium. */
import { fulfill } from './pages.mjs';

/* global requestAnimationFrame -- in a function that runs on the page */

export const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** Opens a page in a new browser context: nothing is cached, stored or compiled yet. */
export async function newPage(browser, options) {
  const context = await browser.newContext({ viewport: { width: 800, height: 800 }, ...options });
  await context.route('**', fulfill);
  return context.newPage();
}

/** Opens a page of the benchmark and waits until everything on it is rendered. */
export async function visit(page, url) {
  await page.goto(url);
  await page.waitForFunction(() => globalThis.rendered);
}

/**
 * Starts to measure the work of a page's main thread. Returns a function that returns it in milliseconds of processor time,
 * which other load on the machine hardly affects.
 */
export async function countWork(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
  };
}

/** Measures the first visit of a page. */
export async function measurePage(browser, url) {
  const page = await newPage(browser);
  const work = await countWork(page);
  await visit(page, url);
  await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => setTimeout(painted))));
  const sample = { work: await work(), shift: await page.evaluate(() => globalThis.shift) };
  await page.context().close();
  return sample;
}
