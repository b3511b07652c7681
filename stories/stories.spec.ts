import { expect, test as base, type ConsoleMessage, type Page } from '@playwright/test';
import { SET_CURRENT_STORY, STORY_FINISHED, UPDATE_STORY_ARGS } from 'storybook/internal/core-events';
import { findPageViolations } from '../packages/elements/test-support/page-accessibility.js';
import manifest from '@havenkit/elements/custom-elements.json' with { type: 'json' };
import { openPreview, readEntries, send, serveStorybook, showStory } from './preview-page.js';

const entries = readEntries();
const stories = entries.filter(({ type }) => type === 'story');

const test = base.extend<object, { preview: Page }>({
  /** Storybook's preview. It is loaded once, because that takes much longer than to show a story. */
  preview: [
    async ({ browser }, use) => {
      const { origin, close } = await serveStorybook();
      const page = await openPreview(browser, origin);
      await use(page);
      await page.close();
      close();
    },
    { scope: 'worker' },
  ],
});

test('every widget has stories and documentation', () => {
  expect(stories.length).toBeGreaterThan(15);
  const documented = entries.filter(({ type }) => type === 'docs').map(({ importPath }) => importPath);
  const { modules } = manifest as { modules: { declarations: { tagName?: string }[] }[] };
  const widgets = modules.flatMap(({ declarations }) => declarations).flatMap(({ tagName }) => tagName ?? []);
  expect(widgets.length).toBeGreaterThanOrEqual(4);
  for (const widget of widgets) expect(documented).toContain(`./stories/${widget.replace('haven-', '')}.stories.ts`);
});

for (const story of stories)
  test(`${story.title}: ${story.name} renders and is accessible`, async ({ preview }) => {
    const errors: string[] = [];
    const onError = ({ message }: Error): void => void errors.push(message);
    // Includes errors of play functions, but not the missing favicon.
    const onMessage = (message: ConsoleMessage): void => {
      if (message.type() === 'error' && !message.location().url.endsWith('.ico')) errors.push(message.text());
    };
    preview.on('pageerror', onError).on('console', onMessage);
    const answer = await showStory(preview, story);
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
