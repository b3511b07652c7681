/** A snippet reserves the room for exactly its configuration: nothing on the page moves when the widget appears. */
import { readFileSync } from 'node:fs';
import { expect, test, type Browser, type BrowserContext, type Page } from '@playwright/test';
import type { Fallback } from '@havenkit/elements/foundation';
import { measure, type Sample } from '../src/measure.js';
import { render } from '../src/node/render.js';
import { measuredWidths, reservedRoom, type Room } from '../src/reserved-room.js';
import { forms, type Form } from '../src/snippet/forms.js';
import { splitConfiguration } from '../src/snippet/settings.js';
import { snippet } from '../src/snippet/snippet.js';
import { widgets } from '../src/widgets.js';
import { kses } from './bench/wordpress-filters.js';
import { configurations, files, home, pageWith, serve } from './embedded.page.js';
import { SignupForm } from './signup.page.js';

type Widget = keyof typeof configurations;
/** A form, or the loader's placeholder after WordPress has taken its style from an author. */
type Delivered = Form | 'loader of an author';
const delivered: readonly Delivered[] = [...forms, 'loader of an author'];
type Pointer = keyof Room;

const contextWith = (browser: Browser, pointer: Pointer): Promise<BrowserContext> =>
  browser.newContext({ hasTouch: pointer === 'touch', isMobile: pointer === 'touch' });

/** The heights of a widget, as the command measures them. */
async function samples(browser: Browser, widget: Widget, pointer: Pointer): Promise<Sample[]> {
  const { settings, rest } = splitConfiguration(widget, configurations[widget]);
  const context = await contextWith(browser, pointer);
  const page = await context.newPage();
  await page.setContent(pageWith(''));
  await page.addScriptTag({ content: readFileSync(`packages/embed/dist/${widget}.classic.js`, 'utf8') });
  const measured = await page.evaluate(measure, {
    tag: `haven-${widget}`,
    attributes: settings,
    config: rest,
    fonts: ['system-ui'],
    widths: measuredWidths,
    times: [],
  });
  await context.close();
  return measured;
}

/** The snippet of a widget in a form, between two paragraphs. */
async function pageOf(widget: Widget, as: Delivered, room: Room): Promise<string> {
  const byAuthor = as === 'loader of an author';
  const form = byAuthor ? 'loader' : as;
  const { fallback } = (await import(`@havenkit/elements/${widget}/fallback`)) as { fallback: Fallback };
  const configuration = configurations[widget];
  const made = snippet({
    ...{ widget, configuration, room, language: 'en', form, files, fallback, render },
    styleAttributes: form === 'loader',
  });
  const html = byAuthor ? kses(made.markup) + made.scripts.join('') : made.html;
  // What a page's own style would have; the snippet has its font from the page.
  return pageWith(`<style>body{font-family:system-ui}</style><p>Above</p>${html}<p id="below">Below</p>`);
}

/** Records how far the page moves (https://wicg.github.io/layout-instability), and what does. */
const recordShifts = (): void => {
  const moved = ((window as unknown as { moved: string[] }).moved = [] as string[]);
  const rect = ({ x, y, width, height }: DOMRect): string => `${width} x ${height} at ${x}, ${y}`;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { value, sources } = entry as unknown as {
        value: number;
        sources: { node?: Node; previousRect: DOMRect; currentRect: DOMRect }[];
      };
      for (const { node, previousRect, currentRect } of sources)
        moved.push(`${value}: ${node?.nodeName}, from ${rect(previousRect)} to ${rect(currentRect)}`);
    }
  }).observe({ type: 'layout-shift', buffered: true });
};

/** Waits until every frame, and then the page, has painted twice. */
async function painted(page: Page): Promise<void> {
  for (const each of page.frames().reverse())
    await each.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/** Opens a page whose files arrive only after its fallback content was painted; returns what moves then. */
async function shiftsOf(page: Page, html: string, widget: Widget, form: Delivered): Promise<string[]> {
  await serve(page, { '/': html });
  let arrive = (): void => undefined;
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  await page.route(`${files}**`, async (route) => {
    await arrived;
    await route.fallback();
  });
  await page.addInitScript(recordShifts);
  await page.goto(home, { waitUntil: 'commit' });
  const below = page.locator('#below');
  await below.waitFor();
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const before = await below.boundingBox();
  arrive();
  await page.waitForLoadState('load');
  if (form !== 'html') {
    const inside = form === 'frame' ? page.frameLocator('[data-haven-frame]') : page;
    await expect(inside.locator(`haven-${widget} .card`).first()).toBeVisible();
  }
  await painted(page);
  expect(await below.boundingBox()).toEqual(before);
  const moved = page.frames().map((frame) => frame.evaluate(() => (window as unknown as { moved: string[] }).moved));
  return (await Promise.all(moved)).flat();
}

/** In the page: the widths at which a widget needs more room than is reserved, and the room that stays empty on average. */
async function compareRoom(element: HTMLElement, columns: number[]): Promise<{ missing: string[]; empty: number }> {
  const missing: string[] = [];
  let empty = 0;
  for (const width of columns) {
    element.closest<HTMLElement>('[class^=havenkit-]')!.style.width = `${width}px`;
    // The widget observes its size, and then renders.
    for (let frames = 0; frames < 2; frames++) await new Promise(requestAnimationFrame);
    await new Promise((resolve) => setTimeout(resolve));
    const reserved = parseFloat(getComputedStyle(element).minBlockSize);
    element.style.setProperty('min-block-size', '0');
    const needed = element.getBoundingClientRect().height;
    element.style.removeProperty('min-block-size');
    if (needed > reserved) missing.push(`${width} px: ${needed} of ${reserved} px`);
    empty += (reserved - needed) / columns.length;
  }
  return { missing, empty };
}

for (const widget of widgets as Widget[])
  test.describe(`the ${widget}`, () => {
    // All forms reserve the same room, so it is measured once.
    test.describe.configure({ mode: 'default' });
    let room: Room;
    test.beforeAll(async ({ browser }) => {
      // Hundreds of widgets are laid out, on a busy machine.
      test.setTimeout(300_000);
      room = { mouse: await samples(browser, widget, 'mouse'), touch: await samples(browser, widget, 'touch') };
    });

    for (const form of delivered)
      for (const pointer of ['mouse', 'touch'] as const)
        test(
          `moves nothing when it appears, as ${form}, with a ${pointer}`,
          {
            tag: pointer === 'touch' && form !== 'element' ? '@thorough' : [],
          },
          async ({ browser }) => {
            const html = await pageOf(widget, form, room);
            const context = await contextWith(browser, pointer);
            const shifts = [320, 390, 768, 1100].map(async (width) => {
              const page = await context.newPage();
              await page.setViewportSize({ width, height: 900 });
              return [width, await shiftsOf(page, html, widget, form)];
            });
            expect(Object.fromEntries(await Promise.all(shifts))).toEqual({ 320: [], 390: [], 768: [], 1100: [] });
            await context.close();
          },
        );

    for (const pointer of ['mouse', 'touch'] as const)
      test(`needs no more room than is reserved, and not much less, with a ${pointer}`, async ({ browser }) => {
        const context = await contextWith(browser, pointer);
        const page = await context.newPage();
        await page.setViewportSize({ width: 1300, height: 900 });
        await serve(page, { '/': await pageOf(widget, 'element', room) });
        await page.goto(home);
        const shown = page.locator(`haven-${widget}`);
        await expect(shown.locator('.card').first()).toBeVisible();
        // From a narrow phone to a wide page, and so that no measured width is met.
        const widths = Array.from({ length: 82 }, (_, index) => 224.5 + index * 11.3);
        const { missing, empty } = await shown.evaluate(compareRoom, widths);
        expect(missing).toEqual([]);
        // About one line of text.
        expect(empty).toBeLessThan(24);
        await context.close();
      });
  });

test('a touch screen has a table of its own where it needs more room', () => {
  const samples = (height: number): Sample[] => [14, 20, 30].map((width) => ({ width, height: height - width }));
  const css = (touch: number): string =>
    reservedRoom('a', 'haven-contact-card', { mouse: samples(50), touch: samples(touch) });
  expect(css(50.5)).not.toContain('coarse');
  expect(css(50.5)).toContain('.a haven-contact-card{--havenkit-room:36.75em}');
  expect(css(50.5)).toContain('@container(min-width:20em){.a haven-contact-card{--havenkit-room:30.75em}}');
  expect(css(54)).toContain('.a haven-contact-card{--havenkit-room:36.25em}');
  expect(css(54)).toContain('@media(pointer:coarse){.a haven-contact-card{--havenkit-room:40.25em}');
});

/** Room that is less than any widget needs. */
const little = { mouse: [{ width: 14, height: 10 }], touch: [{ width: 14, height: 10 }] };

for (const [form, place, file] of [
  ['element', 'haven-circle-diagram', 'circle-diagram.classic.js'],
  ['loader', '[data-haven=circle-diagram]', 'loader.classic.js'],
] as const)
  test(`without scripts, all of the fallback content is shown, as ${form}`, async ({ browser }) => {
    const html = await pageOf('circle-diagram', form, little);
    for (const javaScriptEnabled of [true, false]) {
      const context = await browser.newContext({ javaScriptEnabled });
      const page = await context.newPage();
      await serve(page, { '/': html }, { broken: [file] });
      await page.goto(home);
      const { height } = (await page.locator(place).boundingBox())!;
      if (javaScriptEnabled) expect(height).toBe(164);
      else expect(height).toBeGreaterThan(500);
      const last = page.getByText('Time to fill up');
      await last.scrollIntoViewIfNeeded();
      await expect(last).toBeInViewport();
      await context.close();
    }
  });

test('a sent form leaves no empty room', async ({ page }) => {
  const much = { mouse: [{ width: 14, height: 500 }], touch: [{ width: 14, height: 500 }] };
  for (const form of ['element', 'loader'] as const) {
    await serve(page, { '/': await pageOf('signup-form', form, much) });
    await page.goto(home);
    const signupForm = new SignupForm(page);
    await signupForm.fill();
    const place = page.locator('[class^=havenkit-]').first();
    expect((await place.boundingBox())!.height).toBeGreaterThan(8000);
    await signupForm.send();
    await expect.poll(async () => (await place.boundingBox())!.height, form).toBeLessThan(2000);
  }
});
