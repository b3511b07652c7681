/** An editor checks a configuration with the JSON Schema that its `$schema` names. It is no setting, wherever the JSON is. */
import { expect, test } from '@playwright/test';
import { check } from '../src/check/check.js';
import { parsePage } from '../src/check/parse-page.js';
import { jsonLd } from '../src/json-ld.js';
import { programJsonLd } from '../src/json-ld-program.js';
import { widgets } from '../src/widgets.js';
import { configurations, files, home, pageWith, serve } from './embedded.page.js';

type Widget = keyof typeof configurations;

const $schema = 'https://cdn.example/schema.json';
const withSchema = (widget: Widget): string => JSON.stringify({ $schema, ...configurations[widget] });
const escaped = (json: string): string =>
  json.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** The places of a configuration. */
const places: Readonly<Record<string, (widget: Widget) => string>> = {
  'a child': (widget) =>
    `<haven-${widget}><script type="application/json">${withSchema(widget).replaceAll('<', '\\u003c')}</script></haven-${widget}>`,
  config: (widget) => `<haven-${widget} config="${escaped(withSchema(widget))}"></haven-${widget}>`,
  src: (widget) => `<haven-${widget} src="/${widget}.json"></haven-${widget}>`,
  'a placeholder': (widget) => `<div data-haven="${widget}" data-config="${escaped(withSchema(widget))}"></div>`,
  'a frame': (widget) =>
    `<iframe data-haven-frame title="A" src="${files}frame.html#${encodeURIComponent(
      JSON.stringify({ $schema, widget, ...configurations[widget] }),
    )}"></iframe>`,
};

for (const [place, html] of Object.entries(places))
  test(`in ${place}, it is accepted without a warning`, async ({ page }) => {
    const scripts = `<script defer src="${files}frame-host.js"></script><script defer src="${files}loader.classic.js"></script>`;
    const body = (widgets as Widget[]).map(html).join('') + scripts;
    const json = (widgets as Widget[]).map((widget) => [`/${widget}.json`, withSchema(widget)]);
    const { problems } = await serve(page, { '/': pageWith(body), ...Object.fromEntries(json) });
    await page.goto(home);
    for (const widget of widgets) {
      const inside = place === 'a frame' ? page.frameLocator(`iframe[src*="%22${widget}%22"]`) : page;
      await expect(inside.locator(`haven-${widget} .card`).first()).toBeVisible();
    }
    expect(problems).toEqual([]);
    const release = {
      version: '0.1.0',
      integrity: { 'loader.classic.js': { integrity: '' }, 'frame-host.js': { integrity: '' } },
    };
    const { findings } = await check(parsePage(pageWith(body), new URL(home)), release, (url) =>
      Promise.resolve({
        url,
        status: 200,
        headers: new Headers({
          'content-type': url.pathname.endsWith('.html') ? 'text/html' : 'text/javascript',
          'access-control-allow-origin': '*',
        }),
        bytes: new Uint8Array(),
      }),
    );
    expect(findings.map(({ problem }) => problem).filter((problem) => !problem.includes('has no hash'))).toEqual([]);
  });

test('it is never in JSON-LD', () => {
  for (const made of [
    jsonLd({ $schema, ...configurations['contact-card'] }).html,
    programJsonLd({ $schema, ...configurations['signup-form'] }),
  ]) {
    expect(made).toContain('"@context"');
    expect(made).not.toContain('$schema');
  }
});
