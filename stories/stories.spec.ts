import { createServer, type Server } from 'node:http';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import AxeBuilder from '@axe-core/playwright';
import { expect, test as base, type BrowserContext } from '@playwright/test';
import sirv from 'sirv';
import manifest from '@havenkit/elements/custom-elements.json' with { type: 'json' };

/** The index of the built stories. */
const index = JSON.parse(readFileSync('storybook-static/index.json', 'utf8')) as {
  entries: Record<
    string,
    { id: string; title: string; name: string; type: string; importPath: string; tags?: string[] }
  >;
};
const stories = Object.values(index.entries).filter(({ type }) => type === 'story');

let server: Server;
let origin: string;

/** Every page of a worker is in one context, so that Storybook's scripts are loaded and compiled only once. */
const test = base.extend<object, { sharedContext: BrowserContext }>({
  sharedContext: [
    async ({ browser }, use) => {
      const context = await browser.newContext();
      await use(context);
      await context.close();
    },
    { scope: 'worker' },
  ],
  page: async ({ sharedContext }, use) => {
    const page = await sharedContext.newPage();
    const session = await sharedContext.newCDPSession(page);
    await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
    await use(page);
    await page.close();
  },
});

test.beforeAll(async () => {
  server = createServer(sirv('storybook-static', { maxAge: 3600 })).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
test.afterAll(() => server.close());

test('every widget has stories and documentation', () => {
  expect(stories.length).toBeGreaterThan(15);
  const documented = Object.values(index.entries)
    .filter(({ type }) => type === 'docs')
    .map(({ importPath }) => importPath);
  const { modules } = manifest as { modules: { declarations: { tagName?: string }[] }[] };
  const widgets = modules.flatMap(({ declarations }) => declarations).flatMap(({ tagName }) => tagName ?? []);
  expect(widgets.length).toBeGreaterThanOrEqual(4);
  for (const widget of widgets) expect(documented).toContain(`./stories/${widget.replace('haven-', '')}.stories.ts`);
});

for (const { id, title, name, tags } of stories)
  test(`${title}: ${name} renders and is accessible`, async ({ page }) => {
    if (tags?.includes('forced-colors')) await page.emulateMedia({ forcedColors: 'active' });
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    // Includes errors of play functions, but not the missing favicon.
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.location().url.endsWith('.ico')) errors.push(message.text());
    });
    // Turns off the addon's own axe run, which would conflict with this one.
    await page.goto(`${origin}/iframe.html?id=${id}&viewMode=story&globals=a11y.manual:!true`);
    await expect(page.locator('#storybook-root > *').first()).toBeAttached();
    await expect(page.locator('body.sb-show-main')).toBeAttached();
    await page.waitForFunction(
      () =>
        (window as unknown as { __STORYBOOK_PREVIEW__?: { currentRender?: { phase?: string } } }).__STORYBOOK_PREVIEW__
          ?.currentRender?.phase === 'finished',
    );
    // Includes only the story: rules about a whole page do not apply.
    const { violations } = await new AxeBuilder({ page })
      .include('#storybook-root')
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      // A story has no frames, for which axe would open a page of its own.
      .setLegacyMode()
      .analyze();
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`),
    ).toEqual([]);
    expect(errors).toEqual([]);
  });

test('the documentation of the contact card has a row for every attribute', async ({ page }) => {
  await page.goto(`${origin}/iframe.html?id=widgets-contact-card--docs&viewMode=docs`);
  const table = page.locator('.docblock-argstable').first();
  for (const row of ['telephone', 'openingHours', 'accepting', 'haven-contact', '--haven-brand', 'card'])
    await expect(table.getByText(row, { exact: true }).first()).toBeVisible();
});

for (const brand of ['ffd400', '0b5fff', '888888', '000000'])
  test(`the brand lab measures enough contrast for #${brand}`, async ({ page }) => {
    await page.goto(`${origin}/iframe.html?id=design-system-brand-lab--lab&viewMode=story&args=brand:!hex(${brand})`);
    await expect(page.getByRole('cell', { name: 'at least 4.5' }).first()).toBeVisible();
    await expect(page.getByRole('cell', { name: /^below/ })).toHaveCount(0);
    await expect(page.getByRole('cell', { name: '1.00', exact: true })).toHaveCount(0);
  });
