/** Measures one page at a time in Chromium. */
import { answer } from './pages.mjs';

/* global requestAnimationFrame -- in a function that runs on the page */

export const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** A page in a browser context of its own: nothing is cached, stored or compiled yet. */
export async function newPage(browser, options) {
  const context = await browser.newContext({ viewport: { width: 800, height: 800 }, ...options });
  await context.route('**', answer);
  return context.newPage();
}

/** Opens a page of the benchmark and waits until everything on it is rendered. */
export async function visit(page, url) {
  await page.goto(url);
  await page.waitForFunction(() => globalThis.rendered);
}

/**
 * Starts to count the work of a page's main thread, and returns a function that returns it in milliseconds. It is
 * processor time, not elapsed time: what else the machine does is not in it.
 */
export async function countWork(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
  };
}

/** Visits a page for the first time. */
export async function measurePage(browser, url) {
  const page = await newPage(browser);
  const work = await countWork(page);
  await visit(page, url);
  await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => setTimeout(painted))));
  const sample = { work: await work(), shift: await page.evaluate(() => globalThis.shift) };
  await page.context().close();
  return sample;
}
