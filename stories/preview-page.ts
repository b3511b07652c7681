import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import sirv from 'sirv';
import {
  DOCS_RENDERED,
  SET_CURRENT_STORY,
  STORY_ERRORED,
  STORY_FINISHED,
  STORY_MISSING,
  STORY_THREW_EXCEPTION,
  STORY_UNCHANGED,
  UPDATE_GLOBALS,
} from 'storybook/internal/core-events';

declare global {
  interface Window {
    __STORYBOOK_PREVIEW__: { ready: () => Promise<void> };
    __STORYBOOK_ADDONS_CHANNEL__: {
      once: (event: string, listener: (details: unknown) => void) => void;
      emit: (event: string, details: object) => void;
    };
  }
}

/** An entry of Storybook's index. */
export interface Entry {
  readonly id: string;
  readonly title: string;
  readonly name: string;
  readonly type: string;
  readonly importPath: string;
  readonly tags?: readonly string[];
}

/** Events that end what the preview does after {@link send}. */
const answers = [DOCS_RENDERED, STORY_FINISHED, STORY_UNCHANGED, STORY_ERRORED, STORY_THREW_EXCEPTION, STORY_MISSING];

/** @returns the stories and documentation pages of the built Storybook */
export function readEntries(): Entry[] {
  const index = JSON.parse(readFileSync('storybook-static/index.json', 'utf8')) as { entries: Record<string, Entry> };
  return Object.values(index.entries);
}

/** Serves the built Storybook on loopback. */
export async function serveStorybook(): Promise<{ origin: string; close: () => void }> {
  const server = createServer(sirv('storybook-static', { maxAge: 3600 })).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, close: () => server.close() };
}

/** Opens Storybook's preview, without its toolbar. */
export async function openPreview(browser: Browser, origin: string, options?: BrowserContextOptions): Promise<Page> {
  const page = await browser.newPage(options);
  // Turns off the addon's own axe run, which would conflict with that of a test.
  await page.goto(`${origin}/iframe.html?globals=a11y.manual:!true`);
  await page.evaluate(() => window.__STORYBOOK_PREVIEW__.ready());
  return page;
}

/** Sends an event to the preview, as the sidebar and the controls do. @returns the preview's answer */
export const send = (preview: Page, event: string, details: object): Promise<object> =>
  preview.evaluate(
    ([sent, events, argument]) =>
      new Promise((resolve) => {
        const channel = window.__STORYBOOK_ADDONS_CHANNEL__;
        for (const answer of events) channel.once(answer, (details) => resolve({ answer, ...(details as object) }));
        channel.emit(sent, argument);
      }),
    [event, answers, details] as const,
  );

/** Shows a story, in a browser that remembers nothing from the story before. @returns the preview's answer */
export async function showStory(preview: Page, { id, tags }: Entry): Promise<object> {
  const session = await preview.context().newCDPSession(preview);
  const { origin } = new URL(preview.url());
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
  await session.detach();
  await preview.emulateMedia({ forcedColors: tags?.includes('forced-colors') ? 'active' : null });
  return send(preview, SET_CURRENT_STORY, { storyId: id, viewMode: 'story' });
}

/** Chooses values in the toolbar, for the stories that are shown next. */
export const chooseGlobals = (preview: Page, globals: Record<string, string>): Promise<void> =>
  preview.evaluate(([event, argument]) => window.__STORYBOOK_ADDONS_CHANNEL__.emit(event, argument), [
    UPDATE_GLOBALS,
    { globals },
  ] as const);
