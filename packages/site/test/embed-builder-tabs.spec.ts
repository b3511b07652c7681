/** The embed builder in several tabs, without storage, and in pages of other sites. */
import { expect, type Page } from '@playwright/test';
import { BuilderPage, test } from './embed-builder.page.js';

/** What a browser does for "duplicate tab": the same address, and a copy of the tab's storage. */
async function duplicate(builder: BuilderPage): Promise<BuilderPage> {
  const popup = builder.page.waitForEvent('popup');
  await builder.page.evaluate(() => void window.open(location.href));
  return new BuilderPage(await popup, builder.origin);
}

const name = (builder: BuilderPage) => builder.field('Name of the practice');

test('keeps the answers of a tab and of its copy apart', async ({ builder }) => {
  await builder.open();
  await name(builder).fill('Riverbend');
  await builder.reload();
  const copy = await duplicate(builder);
  await expect(name(copy)).toHaveValue('Riverbend');
  await name(copy).fill('Oak');
  await name(builder).fill('Cedar');
  await builder.reload();
  await copy.reload();
  await expect(name(builder)).toHaveValue('Cedar');
  await expect(name(copy)).toHaveValue('Oak');
});

test('does not take answers that a copied tab brought along from another address', async ({ builder, page }) => {
  await builder.open();
  await name(builder).fill('Riverbend');
  // Leaves the page, and what it stored for a reload.
  await page.goto(`${builder.origin}/build/preview.html`);
  const popup = page.waitForEvent('popup');
  await page.evaluate(() => void window.open('about:blank'));
  const copy = new BuilderPage(await popup, builder.origin);
  const oak = { widget: 'contact-card', configurations: { 'contact-card': { name: 'Oak' } } };
  await copy.page.goto(`${builder.origin}/build/preview.html#${encodeURIComponent(JSON.stringify(oak))}`);
  // The first page of the copy that the browser loads as a reload, with the answers of the other tab.
  await copy.page.route('**/preview.html', (route) => route.fulfill({ path: 'packages/site/dist/build/index.html' }));
  await copy.page.reload();
  await expect(name(copy)).toHaveValue('Oak');
});

test('works where the browser refuses storage', async ({ builder, page }) => {
  const errors: Error[] = [];
  page.on('pageerror', (error) => errors.push(error));
  await page.addInitScript(() =>
    Object.defineProperty(window, 'sessionStorage', {
      get: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    }),
  );
  await builder.open();
  await name(builder).fill('Riverbend');
  await expect(builder.preview.getByRole('heading', { name: 'Riverbend' })).toBeVisible();
  await builder.reload();
  await expect(name(builder)).toHaveValue('Riverbend');
  expect(errors).toEqual([]);
});

test('works where the storage is full', async ({ builder, page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await builder.open();
  await name(builder).fill('Riverbend');
  await builder.reload();
  await expect(name(builder)).toHaveValue('Riverbend');
});

/** A page of another site that shows a page of the builder, from a server that allows it. */
async function openForeignParent(page: Page, file: string, origin: string): Promise<void> {
  await page.route(`${origin}/build/**`, async (route) => {
    const response = await route.fetch();
    const { 'content-security-policy': _, ...headers } = response.headers();
    await route.fulfill({ response, headers });
  });
  const body = `<!doctype html><title>Other</title><iframe src="${origin}/build/${file}"></iframe>
<script>window.answers = []; addEventListener('message', ({ data }) => answers.push(data));</script>`;
  await page.route('https://other.example/', (route) => route.fulfill({ contentType: 'text/html', body }));
  await page.goto('https://other.example/');
}

const request = {
  key: 'a',
  widget: 'contact-card',
  language: 'en',
  attributes: { name: 'Mallory' },
  config: {},
  configuration: { name: 'Mallory' },
  colorScheme: 'light',
};

/** Sends a message to the frame of a page. Returns how many elements it shows when it has got it. */
async function send(page: Page): Promise<number> {
  const [, frame] = page.frames();
  if (!frame) throw new Error('The page has no frame.');
  await frame.waitForLoadState();
  // After the listener of the page itself.
  const shown = await frame.evaluateHandle(() => {
    const count = new Promise<number>((resolve) => {
      addEventListener('message', () => resolve(document.body.childElementCount));
    });
    return { count };
  });
  await page.evaluate((message) => document.querySelector('iframe')?.contentWindow?.postMessage(message, '*'), request);
  return shown.evaluate(({ count }) => count);
}

test('shows nothing in the preview that a page of another site sends', async ({ page, origin }) => {
  await openForeignParent(page, 'preview.html', origin);
  expect(await send(page)).toBe(0);
});

test('shows nothing in the preview that it or another frame sends', async ({ builder, page }) => {
  await builder.open();
  await builder.fillCard();
  await expect(builder.preview.getByRole('heading', { name: 'Riverbend' })).toBeVisible();
  const preview = page.frames().find((frame) => frame.url().endsWith('preview.html'));
  await preview?.evaluate((message) => postMessage(message, '*'), request);
  await page
    .frames()
    .find((frame) => frame.url().endsWith('measure.html'))
    ?.evaluate((message) => parent.frames[0]?.postMessage(message, '*'), request);
  await preview?.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  await expect(builder.preview.getByRole('heading', { name: 'Mallory' })).toHaveCount(0);
});

test('measures nothing for a page of another site', async ({ page, origin }) => {
  await openForeignParent(page, 'measure.html', origin);
  expect(await send(page)).toBe(0);
  expect(await page.evaluate(() => (window as { answers?: unknown[] }).answers)).toEqual([]);
});
