/** A snippet reserves the room for exactly its configuration: nothing below it moves when the widget appears. */
import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import type { Fallback } from '@havenkit/elements/foundation';
import { measure } from '../src/measure.js';
import { render } from '../src/node/render.js';
import { measuredWidths } from '../src/reserved-room.js';
import { snippet, splitConfiguration } from '../src/snippet.js';
import { widgets } from '../src/widgets.js';
import { configurations, files, home, pageWith, serve } from './embedded.page.js';

type Widget = keyof typeof configurations;

/** The heights of a widget, as the command measures them. */
async function heightsOf(page: Page, widget: Widget): Promise<number[]> {
  const { settings, rest } = splitConfiguration(widget, configurations[widget]);
  await page.setContent('<!doctype html><html lang="en"><body style="margin:0">');
  await page.addScriptTag({ content: readFileSync(`packages/embed/dist/${widget}.classic.js`, 'utf8') });
  return page.evaluate(measure, {
    tag: `haven-${widget}`,
    attributes: settings,
    config: rest,
    fonts: ['system-ui'],
    widths: measuredWidths,
    times: [],
  });
}

for (const widget of widgets as Widget[])
  for (const form of ['element', 'frame'] as const)
    test(`nothing moves when the ${widget} appears, as ${form}`, async ({ page, context }) => {
      const { fallback } = (await import(`@havenkit/elements/${widget}/fallback`)) as { fallback: Fallback };
      const heights = await heightsOf(page, widget);
      const configuration = configurations[widget];
      const { html } = snippet({ widget, configuration, heights, language: 'en', form, files, fallback, render });
      for (const width of [320, 390, 768, 1100]) {
        const shown = await context.newPage();
        await shown.setViewportSize({ width, height: 900 });
        await serve(shown, { '/': pageWith(`${html}<p id="below">Below</p>`) });
        await shown.addInitScript(() => {
          const page = window as unknown as { shifts: number };
          page.shifts = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) page.shifts += (entry as unknown as { value: number }).value;
          }).observe({ type: 'layout-shift', buffered: true });
        });
        await shown.goto(home);
        const below = shown.locator('#below');
        const before = await below.boundingBox();
        const inside = form === 'frame' ? shown.frameLocator('[data-haven-frame]') : shown;
        await expect(inside.locator(`haven-${widget}`).getByRole('heading').first()).toBeVisible();
        for (const each of shown.frames().reverse())
          await each.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
        expect(await below.boundingBox(), `${width} px`).toEqual(before);
        expect(await shown.evaluate(() => (window as unknown as { shifts: number }).shifts), `${width} px`).toBe(0);
        // Little room stays empty.
        const target = shown.locator(form === 'frame' ? 'iframe' : `haven-${widget}`);
        const needed = await target.evaluate((element) => {
          element.style.setProperty('min-block-size', '0', 'important');
          return element.getBoundingClientRect().height;
        });
        if (form === 'element') expect(before!.y - needed, `${width} px`).toBeLessThan(70);
        await shown.close();
      }
    });
