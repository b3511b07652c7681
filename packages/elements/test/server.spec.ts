/** The built modules where there is no browser: on a server, and in jsdom. */
import { globSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { build } from 'esbuild';
import { JSDOM, VirtualConsole } from 'jsdom';
import { html, unsafeStatic } from 'lit/static-html.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** What each widget is given, and a text that it renders. */
const widgets: Record<string, { attributes: Record<string, string>; config?: string; shows: string }> = {
  'contact-card': {
    attributes: { name: 'Riverbend', telephone: '+1-503-555-0142' },
    config: '{"email": "hello@riverbend.example"}',
    shows: '503-555-0142',
  },
  'circle-diagram': { attributes: { 'heading-level': '3' }, config: '{"title": "Our circle"}', shows: 'Our circle' },
  'reflection-prompt': {
    attributes: { choice: 'order' },
    config: '{"prompts": [{"id": "a", "text": "What went well?"}]}',
    shows: 'What went well?',
  },
  'signup-form': {
    attributes: { name: 'First steps', endpoint: 'https://signup.example/' },
    config: '{"formats": "group"}',
    shows: 'First steps',
  },
};

/** The markup of a widget, with its shadow root, as a server sends it. */
async function serverRendered(widget: string): Promise<string> {
  await import(`@havenkit/elements/${widget}/define`);
  const { attributes, config } = widgets[widget]!;
  const pairs = Object.entries({ ...attributes, ...(config && { config }) });
  const written = pairs.map(([name, value]) => `${name}='${value}'`).join(' ');
  return collectResult(render(html`${unsafeStatic(`<haven-${widget} ${written}></haven-${widget}>`)}`));
}

/** A widget as one script for a browser. */
async function bundle(widget: string, ...before: string[]): Promise<string> {
  const modules = [...before, `@havenkit/elements/${widget}/define`];
  const result = await build({
    stdin: { contents: modules.map((module) => `import '${module}';`).join('\n'), resolveDir: root },
    bundle: true,
    conditions: ['browser', 'development'],
    write: false,
  });
  return result.outputFiles[0]!.text;
}

for (const [widget, { shows }] of Object.entries(widgets)) {
  test.describe(widget, () => {
    test('is rendered by a server and shows its content without script', async ({ browser }) => {
      const page = await browser.newPage({ javaScriptEnabled: false });
      await page.setContent(await serverRendered(widget));
      await expect(page.getByText(shows).first()).toBeVisible();
      await expect(page.getByText('For the site owner')).toHaveCount(0);
    });

    test('takes over what a server rendered, without a warning', async ({ page }) => {
      const messages: string[] = [];
      page.on('console', (message) => messages.push(message.text()));
      page.on('pageerror', (error) => messages.push(error.message));
      await page.setContent(`<!doctype html><html lang="en"><body>${await serverRendered(widget)}</body></html>`);
      const section = await page.locator(`haven-${widget} section`).first().elementHandle();
      const host = page.locator(`haven-${widget}`);
      const attributes = (): Promise<string> => host.evaluate((node) => (node.cloneNode() as Element).outerHTML);
      const rendered = await attributes();
      await page.addScriptTag({ content: await bundle(widget, '@lit-labs/ssr-client/lit-element-hydrate-support.js') });
      await page.evaluate(
        (tag) => (document.querySelector(tag) as unknown as { ready: Promise<void> }).ready,
        `haven-${widget}`,
      );
      expect(messages.filter((message) => !message.includes('Lit is in dev mode'))).toEqual([]);
      expect(await attributes()).toBe(rendered);
      await expect(page.locator(`haven-${widget} section[part]`).first()).toBeVisible();
      expect(await section?.evaluate((node) => node.isConnected)).toBe(true);
    });

    test('can be created and connected in jsdom', async () => {
      const errors: unknown[] = [];
      const virtualConsole = new VirtualConsole().on('jsdomError', (error) => errors.push(error));
      const { window } = new JSDOM('<body></body>', { runScripts: 'outside-only', virtualConsole });
      window.eval(await bundle(widget));
      const element = window.document.createElement(`haven-${widget}`) as HTMLElement & { ready: Promise<void> };
      for (const [name, value] of Object.entries(widgets[widget]!.attributes)) element.setAttribute(name, value);
      window.document.body.append(element);
      await element.ready;
      expect(errors).toEqual([]);
      element.remove();
      window.close();
    });
  });
}

test('every module of elements and every CDN file can be imported on a server', async () => {
  const files = globSync(['packages/elements/dist/**/*.js', 'packages/embed/{dist,lib}/**/*.{js,mjs}'], { cwd: root });
  expect(files.length).toBeGreaterThan(50);
  for (const file of files) await import(pathToFileURL(`${root}${file}`).href);
});
