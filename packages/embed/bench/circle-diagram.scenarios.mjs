/** How quickly the circle diagram follows a step, and how smoothly its traveler moves. */
import { median } from '../../../scripts/bench/measure.mjs';

/* global document, requestAnimationFrame -- in functions that run on the page */

/** Milliseconds from a step until it is laid out, in the last of many circles. */
async function stepTime(open) {
  const page = await open({ count: 'many' });
  const times = await page.evaluate(async () => {
    const circle = [...document.querySelectorAll('haven-circle-diagram')].at(-1);
    const results = [];
    for (let step = 0; step < 8; step++) {
      const start = performance.now();
      circle.next();
      await circle.updateComplete;
      circle.getBoundingClientRect();
      results.push(performance.now() - start);
    }
    return results;
  });
  await page.context().close();
  return median(times);
}

/** Milliseconds between two frames while the traveler moves, on a processor that is slowed down four times. */
async function frameTime(open) {
  const page = await open({ viewport: { width: 1000, height: 800 } });
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const times = await page.evaluate(async () => {
    const circle = document.querySelector('haven-circle-diagram');
    const results = [];
    for (let step = 0; step < 8; step++) {
      circle.next();
      await circle.updateComplete;
      const [journey] = circle.shadowRoot.querySelector('.traveller').getAnimations();
      let last = await new Promise(requestAnimationFrame);
      while (journey?.playState === 'running') {
        const now = await new Promise(requestAnimationFrame);
        results.push(now - last);
        last = now;
      }
    }
    return results;
  });
  await page.context().close();
  return median(times);
}

export const measure = async (open) => [
  { title: 'One of 50 circles: from a step to its layout', value: await stepTime(open), limit: 50, unit: 'ms' },
  {
    title: 'Between two frames while the traveler moves, CPU slowed down four times',
    value: await frameTime(open),
    limit: 17,
    unit: 'ms',
  },
];
