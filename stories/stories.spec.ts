import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { expect, test as base, type ConsoleMessage, type Page } from '@playwright/test';
import sirv from 'sirv';
import {
  DOCS_RENDERED,
  SET_CURRENT_STORY,
  STORY_ERRORED,
  STORY_FINISHED,
  STORY_MISSING,
  STORY_THREW_EXCEPTION,
  STORY_UNCHANGED,
  UPDATE_STORY_ARGS,
} from 'storybook/internal/core-events';
import { findPageViolations } from '../packages/elements/test-support/page-accessibility.js';
import manifest from '@havenkit/elements/custom-elements.json' with { type: 'json' };

declare global {
  interface Window {
    __STORYBOOK_PREVIEW__: { ready: () => Promise<void> };
    __STORYBOOK_ADDONS_CHANNEL__: {
      once: (event: string, listener: (details: unknown) => void) => void;
      emit: (event: string, details: object) => void;
    };
  }
}

/** The index of the built stories. */
const index = JSON.parse(readFileSync('storybook-static/index.json', 'utf8')) as {
  entries: Record<
    string,
    { id: string; title: string; name: string; type: string; importPath: string; tags?: string[] }
  >;
};
const stories = Object.values(index.entries).filter(({ type }) => type === 'story');

/** Events that end what the preview does after {@link send}. */
const answers = [DOCS_RENDERED, STORY_FINISHED, STORY_UNCHANGED, STORY_ERRORED, STORY_THREW_EXCEPTION, STORY_MISSING];

const test = base.extend<object, { origin: string; preview: Page }>({
  origin: [
    // eslint-disable-next-line no-empty-pattern -- Playwright finds out what a fixture needs from this pattern.
    async ({}, use) => {
      const server = createServer(sirv('storybook-static', { maxAge: 3600 })).listen(0, '127.0.0.1');
      await new Promise((resolve) => server.once('listening', resolve));
      await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
      server.close();
    },
    { scope: 'worker' },
  ],
  /** Storybook's preview. It is loaded once, because that takes much longer than to show a story. */
  preview: [
    async ({ browser, origin }, use) => {
      const page = await browser.newPage();
      // Turns off the addon's own axe run, which would conflict with the test's.
      await page.goto(`${origin}/iframe.html?globals=a11y.manual:!true`);
      await page.evaluate(() => window.__STORYBOOK_PREVIEW__.ready());
      await use(page);
      await page.close();
    },
    { scope: 'worker' },
  ],
});

/** Sends an event to the preview, as the sidebar and the controls do. @returns the preview's answer */
const send = (preview: Page, event: string, details: object): Promise<object> =>
  preview.evaluate(
    ([sent, events, argument]) =>
      new Promise((resolve) => {
        const channel = window.__STORYBOOK_ADDONS_CHANNEL__;
        for (const answer of events) channel.once(answer, (result) => resolve({ answer, ...Object(result) }));
        channel.emit(sent, argument);
      }),
    [event, answers, details] as const,
  );

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
  test(`${title}: ${name} renders and is accessible`, async ({ preview, origin }) => {
    const errors: string[] = [];
    const onError = ({ message }: Error): void => void errors.push(message);
    // Includes errors of play functions, but not the missing favicon.
    const onMessage = (message: ConsoleMessage): void => {
      if (message.type() === 'error' && !message.location().url.endsWith('.ico')) errors.push(message.text());
    };
    preview.on('pageerror', onError).on('console', onMessage);
    const session = await preview.context().newCDPSession(preview);
    await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
    await preview.emulateMedia({ forcedColors: tags?.includes('forced-colors') ? 'active' : null });

    const answer = await send(preview, SET_CURRENT_STORY, { storyId: id, viewMode: 'story' });
    expect(answer).toMatchObject({ answer: STORY_FINISHED, status: 'success' });
    await expect(preview.locator('#storybook-root > *').first()).toBeAttached();
    // Only the story: rules about a whole page do not apply.
    expect(await findPageViolations(preview, '#storybook-root')).toEqual([]);
    expect(errors).toEqual([]);
    preview.off('pageerror', onError).off('console', onMessage);
  });

test('the documentation of the contact card has a row for every attribute', async ({ preview }) => {
  await send(preview, SET_CURRENT_STORY, { storyId: 'widgets-contact-card--docs', viewMode: 'docs' });
  const table = preview.locator('.docblock-argstable').first();
  for (const row of ['telephone', 'openingHours', 'accepting', 'haven-contact', '--haven-brand', 'card'])
    await expect(table.getByText(row, { exact: true }).first()).toBeVisible();
});

for (const brand of ['#ffd400', '#0b5fff', '#888888', '#000000'])
  test(`the brand lab measures enough contrast for ${brand}`, async ({ preview }) => {
    const storyId = 'design-system-brand-lab--lab';
    await send(preview, SET_CURRENT_STORY, { storyId, viewMode: 'story' });
    await send(preview, UPDATE_STORY_ARGS, { storyId, updatedArgs: { brand } });
    await expect(preview.locator('#storybook-root .haven-native')).toHaveAttribute('style', `--haven-brand: ${brand};`);
    await expect(preview.getByRole('cell', { name: 'at least 4.5' }).first()).toBeVisible();
    await expect(preview.getByRole('cell', { name: /^below/ })).toHaveCount(0);
    await expect(preview.getByRole('cell', { name: '1.00', exact: true })).toHaveCount(0);
  });
