/**
 * The contact card against a bare Lit element with the same DOM and styles, and against plain HTML: time to rendered,
 * a hundred copies, heap, layout shift. One run, in turns, in Chromium; writes docs/benchmarks.md.
 *
 *   npm run build && npm run bench [-- --runs 21]
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { parseArgs } from 'node:util';
import { brotliCompressSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { format } from 'prettier';
import { rollup } from 'rollup';
import { chromiumArgs, requireBrowsers } from './browsers.mjs';

/* global document, requestAnimationFrame -- in functions that run on a page */

const { values } = parseArgs({ options: { runs: { type: 'string', default: '21' } } });
const runs = Number(values.runs);
const cdn = readFileSync('packages/embed/dist/contact-card.js', 'utf8');

/** The two ends: as little as makes a card, and all that it can hold. */
const cards = {
  'A name and a number': { name: 'Riverbend Family Center', telephone: '+1-503-555-0142' },
  Everything: {
    name: 'Riverbend Family Center',
    employee: [{ name: 'Ana Ortiz', honorificSuffix: 'LCSW' }],
    telephone: '+1-503-555-0142',
    sms: '+1-503-555-0143',
    email: 'hello@riverbend.example',
    url: 'https://riverbend.example/',
    address: { streetAddress: '200 Example Street', addressLocality: 'Portland', addressRegion: 'OR' },
    openingHours: 'Mo-Th 09:00-12:00 13:00-17:30, Fr 09:00-13:00',
    specialOpeningHoursSpecification: [{ validFrom: '2026-12-24', validThrough: '2027-01-01' }],
    timeZone: 'America/Los_Angeles',
    now: '2026-12-02T10:00:00-08:00',
    responseTime: 'Within two days.',
    accepting: 'yes',
    availableLanguage: ['en', 'es'],
    contactPoint: [{ contactType: 'intake', telephone: '+1-503-555-0144', availableLanguage: 'es' }],
  },
};

/** Lets the page paint first, then brings the script, and says when everything is rendered and laid out. */
const script = (source, tag) => `<script type="module">
  await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
  const start = performance.now();
  ${source ? `await import('${source}');` : ''}
  await Promise.all([...document.querySelectorAll('${tag}')].map((element) => element.updateComplete));
  document.body.getBoundingClientRect();
  globalThis.rendered = performance.now() - start;
</script>`;
const observe = `<script>
  globalThis.shift = 0;
  new PerformanceObserver((list) => { for (const { value } of list.getEntries()) globalThis.shift += value; })
    .observe({ type: 'layout-shift', buffered: true });
</script>`;
const page = (style, body, scripts) =>
  `<!doctype html><html lang="en"><head><title>Benchmark</title>${observe}<style>${style}</style></head><body>${body}<p>What stands behind it.</p>${scripts}</body></html>`;

const [{ executablePath, source }] = requireBrowsers(['chromium']);
const browser = await chromium.launch({ args: chromiumArgs, ...(source === 'system' && { executablePath }) });

const files = new Map([['/card.js', ['text/javascript', cdn]]]);
const server = createServer((request, response) => {
  const [type, content] = files.get(request.url) ?? ['text/plain', ''];
  response.writeHead(content ? 200 : 404, { 'Content-Type': type, 'Cache-Control': 'no-store' }).end(content);
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
const origin = `http://127.0.0.1:${server.address().port}`;
const viewport = { width: 800, height: 800 };

const tagOf = (configuration) =>
  `<haven-contact-card><script type="application/json">${JSON.stringify(configuration)}</script></haven-contact-card>`;

/** What a card puts on the page: its DOM without Lit's markers, its CSS, and its height. */
async function takeApart(configuration) {
  files.set('/', ['text/html', page('', tagOf(configuration), script('/card.js', 'haven-contact-card'))]);
  const view = await browser.newPage({ viewport });
  await view.goto(origin);
  await view.waitForFunction(() => globalThis.rendered !== undefined);
  const found = await view.evaluate(() => {
    const element = document.querySelector('haven-contact-card');
    const root = element.shadowRoot;
    return {
      html: root.querySelector('section').outerHTML.replace(/<!--.*?-->/g, ''),
      css: [...root.adoptedStyleSheets[0].cssRules].map(({ cssText }) => cssText).join('\n'),
      height: Math.ceil(element.getBoundingClientRect().height),
      nodes: root.querySelectorAll('*').length,
    };
  });
  await view.close();
  return found;
}

/** A Lit element that renders the same elements, with the name and the number as expressions. */
async function bareLit(tag, { html, css }) {
  const template = html
    .replaceAll('`', '\\`')
    .replaceAll('Riverbend Family Center', '${this.name}')
    .replaceAll('+1-503-555-0142', '${this.telephone}');
  const code = `import { html, LitElement, unsafeCSS } from 'lit';
    customElements.define('${tag}', class extends LitElement {
      static styles = unsafeCSS(${JSON.stringify(css)});
      static properties = { name: {}, telephone: {} };
      render() { return html\`${template}\`; }
    });`;
  const bundle = await rollup({
    input: tag,
    plugins: [
      { name: 'source', resolveId: (id) => (id === tag ? id : null), load: (id) => (id === tag ? code : null) },
      nodeResolve({ browser: true, exportConditions: ['production'] }),
      terser({ ecma: 2022, module: true }),
    ],
  });
  return (await bundle.generate({ format: 'es' })).output[0].code;
}

const ways = ['Contact card', 'Bare Lit element', 'Plain HTML'];
const sizes = { 'Contact card': cdn };
const nodes = {};
for (const [title, configuration] of Object.entries(cards)) {
  const parts = await takeApart(configuration);
  nodes[title] = parts.nodes;
  const tag = `bare-card-${Object.keys(nodes).length}`;
  const lit = await bareLit(tag, parts);
  sizes['Bare Lit element'] ??= lit;
  files.set(`/${tag}.js`, ['text/javascript', lit]);
  const room = `display: block; min-block-size: ${parts.height}px;`;
  const plainCss = parts.css.replace(/:host\(([^)]*)\)/g, '.host$1').replaceAll(':host', '.host');
  const litTag = `<${tag} name="${configuration.name}" telephone="${configuration.telephone}"></${tag}>`;
  for (const count of [1, 100]) {
    const of = [
      page(
        `haven-contact-card { ${room} }`,
        tagOf(configuration).repeat(count),
        script('/card.js', 'haven-contact-card'),
      ),
      page(`${tag} { ${room} }`, litTag.repeat(count), script(`/${tag}.js`, tag)),
      page(plainCss, `<div class="host">${parts.html}</div>`.repeat(count), script('', 'none')),
    ];
    ways.forEach((way, at) => files.set(encodeURI(`/${title}/${way}/${count}`), ['text/html', of[at]]));
  }
}

/** One cold page. Work is the processor's time alone: what else the machine does is not in it. */
async function measure(title, way, count) {
  const context = await browser.newContext({ viewport });
  const view = await context.newPage();
  const session = await context.newCDPSession(view);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await view.goto(origin + encodeURI(`/${title}/${way}/${count}`));
  await view.waitForFunction(() => globalThis.rendered !== undefined);
  await view.evaluate(() => new Promise((painted) => requestAnimationFrame(() => setTimeout(painted))));
  const { metrics } = await session.send('Performance.getMetrics');
  const { shift, rendered } = await view.evaluate(() => ({ shift: globalThis.shift, rendered: globalThis.rendered }));
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await context.close();
  const work = metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
  return { work, rendered, heap: usedSize / 1024, shift };
}

const results = {};
for (let run = -1; run < runs; run++)
  for (const title of Object.keys(cards))
    for (const count of [1, 100])
      for (const way of ways) {
        const result = await measure(title, way, count);
        // The first round warms up.
        if (run >= 0) (results[`${title} ${way} ${count}`] ??= []).push(result);
      }
const version = browser.version();
await browser.close();
server.close();

const of = (title, way, count) => results[`${title} ${way} ${count}`];
const median = (list, key) => list.map((result) => result[key]).sort((a, b) => a - b)[Math.floor(list.length / 2)];
const ratio = (title, other, count, key) =>
  (median(of(title, ways[0], count), key) / median(of(title, other, count), key)).toFixed(2);
const kB = (file) => (brotliCompressSync(file).length / 1000).toFixed(1);
const table = (head, body) => [head, head.map(() => '---'), ...body].map((row) => `| ${row.join(' | ')} |`).join('\n');

const sections = Object.keys(cards).map((title) => {
  const rows = ways.map((way) => {
    const [one, hundred] = [of(title, way, 1), of(title, way, 100)];
    return [
      way,
      ...[one, hundred].flatMap((list) => [
        `${median(list, 'work').toFixed(0)} ms`,
        way === 'Plain HTML' ? '' : `${median(list, 'rendered').toFixed(0)} ms`,
        `${median(list, 'heap').toFixed(0)} kB`,
      ]),
      Math.max(...[...one, ...hundred].map(({ shift }) => shift)).toFixed(3),
    ];
  });
  for (const other of ways.slice(1))
    rows.push([
      `Card to ${other === 'Plain HTML' ? 'plain HTML' : 'bare Lit'}`,
      ...[1, 100].flatMap((count) =>
        ['work', 'rendered', 'heap'].map((key) =>
          // Plain HTML is rendered before there is anything to wait for.
          other === 'Plain HTML' && key === 'rendered' ? '' : ratio(title, other, count, key),
        ),
      ),
      '',
    ]);
  return `## ${title} (${nodes[title]} elements)\n\n${table(['', 'One: work', 'rendered', 'heap', 'A hundred: work', 'rendered', 'heap', 'Layout shift'], rows)}`;
});

const judged = (name, measured, most, unit = '') => [
  name,
  `${measured}${unit}`,
  Number(measured) <= most ? 'met' : 'not met',
];
const targets = Object.keys(cards).flatMap((title) => [
  judged(`${title}, one: at most 1.3 times the work of bare Lit`, ratio(title, ways[1], 1, 'work'), 1.3),
  judged(`${title}, a hundred: at most 2 times`, ratio(title, ways[1], 100, 'work'), 2),
  judged(
    `${title}: no layout shift`,
    Math.max(...[1, 100].flatMap((count) => of(title, ways[0], count).map(({ shift }) => shift))).toFixed(3),
    0,
  ),
]);
targets.push(judged('contact-card.js: at most 11 kB with brotli', kB(cdn), 11, ' kB'));

const text = `# Benchmarks

\`npm run bench\` writes this page: ${new Date().toISOString().slice(0, 10)}, Chromium ${version}, ${runs} cold pages of each kind in
turns, files over loopback, medians.

- **Contact card**: the built \`contact-card.js\` (${kB(cdn)} kB with brotli), configured by a JSON child.
- **Bare Lit element**: a \`LitElement\` (${kB(sizes['Bare Lit element'])} kB) that renders the same elements with the same CSS from one template. It
  parses no configuration, knows no language, no time and no problem.
- **Plain HTML**: the same elements and CSS in the page itself.

Work is the processor's time for the whole page, which does not depend on what else the machine does. Rendered is the
time from the moment the script is asked for, after the first paint, until everything is rendered and laid out; it does.
Heap is what JavaScript holds after garbage collection. Layout shift is the worst of all runs, with the space reserved as
[the snippet](../packages/embed/README.md) says.

${sections.join('\n\n')}

## Targets

${table(['Target', 'Measured', ''], targets)}
`;
writeFileSync('docs/benchmarks.md', await format(text, { parser: 'markdown', printWidth: 120 }));
console.log(text);
